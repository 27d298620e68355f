import * as Type from 'typebox';
import { CallView } from '../telephony/call.ts';

/**
 * The stream of calls, beside the one of tickets on the same socket and independent of it, for whoever subscribes to
 * `calls`. `seq` counts changes of calls. There is no replay: a call is over in minutes, so whoever connects reads what
 * is open (`GET /api/calls`) and goes on from the place that answer names. `prev` and `upTo` show a lost frame as in the
 * stream of tickets, and the answer to it is to read again.
 */
export const callTopic = 'calls';

/** Follows a subscription and every heartbeat: nothing up to `upTo` is still under way. */
const CallsUpTo = closed({ t: Type.Literal('calls'), upTo: count() });
type CallsUpTo = Type.Static<typeof CallsUpTo>;

const CallChange = closed({ t: Type.Literal('call'), seq: count(), prev: count(), row: CallView });
type CallChange = Type.Static<typeof CallChange>;

export type CallFrame = CallsUpTo | CallChange;

/** What one console knows of the calls it may see. `position` is null until they have been read once on this connection. */
export type CallBoard = {
  readonly position: number | null;
  readonly byId: ReadonlyMap<string, CallView>;
};
export type CallStep = { readonly board: CallBoard; readonly read: boolean };

export const emptyBoard: CallBoard = { position: null, byId: new Map() };

/** The socket is gone: the calls stay on show, and are read again when there is a new one. */
export const boardCut = (board: CallBoard): CallBoard => ({ ...board, position: null });

/** `read`: something was missed, or nothing was read yet: ask `GET /api/calls` and pass the answer to `readCalls`. */
export function hearCall(
  board: CallBoard,
  frame: CallFrame,
  wanted: (call: CallView) => boolean = () => true,
): CallStep {
  if (frame.t === 'calls') return { board, read: board.position === null || frame.upTo > board.position };
  const byId = board.byId.has(frame.row.id) || wanted(frame.row) ? newer(board.byId, [frame.row]) : board.byId;
  // Before the first answer, and after a gap, the row is taken all the same: a telephone rings now.
  if (board.position === null || frame.prev > board.position) return { board: { ...board, byId }, read: true };
  return { board: { position: Math.max(board.position, frame.seq), byId }, read: false };
}

/**
 * An answer to `GET /api/calls` with the place it was read at, asked for after the subscription was confirmed. Calls
 * that were open and are not in it any more have ended; frames that came meanwhile are newer and stand.
 */
export function readCalls(board: CallBoard, answer: { seq: number; items: readonly CallView[] }): CallBoard {
  const listed = new Set(answer.items.map((c) => c.id));
  const kept = [...board.byId].filter(([id, c]) => listed.has(id) || c.seq > answer.seq);
  return {
    position: Math.max(board.position ?? 0, answer.seq),
    byId: newer(new Map(kept), answer.items),
  };
}

function newer(byId: ReadonlyMap<string, CallView>, rows: readonly CallView[]): ReadonlyMap<string, CallView> {
  const fresh = rows.filter((row) => (byId.get(row.id)?.version ?? 0) < row.version);
  return fresh.length === 0 ? byId : new Map([...byId, ...fresh.map((row) => [row.id, row] as const)]);
}

function closed<Fields extends Type.TProperties>(fields: Fields) {
  return Type.Object(fields, { additionalProperties: false });
}
function count() {
  return Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
}
