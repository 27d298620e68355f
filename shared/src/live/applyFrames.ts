import { closeCodes } from './closeCodes.ts';
import type { Ev, Reset, ServerFrame } from './frames.ts';
import { bury, type Held, type Holdings, holdings, type Tombstone, upsert, type Versioned } from './holdings.ts';
import { disconnected, type Replica, type Step } from './replica.ts';

type Wanted<Row> = (id: string, row?: Row) => boolean;

export type Keeping<Row> = {
  /** Which tickets that are not held yet are taken in (`row` is absent when the frame has none); without it, all. */
  readonly wanted?: Wanted<Row>;
  /** More tombstones than this, and the older half is given up for a higher floor. */
  readonly tombstoneLimit?: number;
};

export function applyFrame<Row extends Versioned>(
  state: Replica<Row>,
  frame: ServerFrame<Row>,
  keeping?: Keeping<Row>,
): Step<Row> {
  return applyFrames(state, [frame], keeping);
}

/** Applies frames of one connection in order; the maps are copied once, and only if something changes. */
export function applyFrames<Row extends Versioned>(
  state: Replica<Row>,
  frames: readonly ServerFrame<Row>[],
  keeping: Keeping<Row> = {},
): Step<Row> {
  const { wanted = () => true, tombstoneLimit = 2_000 } = keeping;
  let next = state;
  let held = holdings(state.byId, state.tombstones);
  let refetch = false;

  for (const frame of frames) {
    if (frame.t === 'bye') return done(disconnected(next), frame.code !== closeCodes.authEnded);
    if (frame.t === 'reset') {
      next = { ...next, status: 'awaitingSnapshot', position: positionOf(frame), floor: frame.seq };
      held = holdings(outdated(held.rows.result()), new Map());
      refetch = true;
      continue;
    }
    const { position } = next;
    if (position === null || leavesGap(next, frame)) return done(disconnected(next), true);
    if (frame.t === 'resume' || next.status === 'stale') next = { ...next, status: 'live' };
    if (frame.t === 'ev') {
      // At or below the floor: a snapshot has told this and what came of it.
      if (frame.seq > next.floor && !take(held, frame, wanted)) refetch = true;
      next = { ...next, position: { ...position, seq: Math.max(position.seq, frame.seq) } };
    }
  }
  return done(next, false);

  function done(last: Replica<Row>, reconnect: boolean): Step<Row> {
    const tombstones = held.tombstones.result();
    const state = { ...last, byId: held.rows.result(), tombstones };
    return { state: tombstones.size > tombstoneLimit ? withFewerTombstones(state) : state, refetch, reconnect };
  }
}

/** Whether this frame shows that something before it was lost: what it builds on (R2, R3), or the stream's opening. */
function leavesGap<Row extends Versioned>(
  { status, position }: Replica<Row>,
  frame: Exclude<ServerFrame, { t: 'bye' | 'reset' }>,
): boolean {
  if (position === null) return true;
  if (frame.t === 'resume') {
    const sameStream = frame.epoch === position.epoch && frame.scopeVersion === position.scopeVersion;
    return !sameStream || frame.from > position.seq;
  }
  return status === 'connecting' || (frame.t === 'ev' ? frame.prev : frame.upTo) > position.seq;
}

/** False: the ticket is held or wanted, but its new row did not come along. */
function take<Row extends Versioned>(into: Holdings<Row>, frame: Ev<Row>, wanted: Wanted<Row>): boolean {
  const { op, id, version, seq, row } = frame;
  const held = into.rows.get(id);
  if (op === 'rm') {
    bury(into, id, version, seq);
    return true;
  }
  if (row && (held || wanted(id, row))) {
    upsert(into, row, seq);
    return true;
  }
  // An answer from before this change, still under way, must not pass for the current one.
  if (!held && version > 1) bury(into, id, version - 1, seq);
  return held ? held.version >= version : !wanted(id, row);
}

function positionOf({ epoch, scopeVersion, seq }: Reset) {
  return { epoch, scopeVersion, seq };
}

/** Still shown, but never in the way: after a restore versions start lower, after a change of scope rows may be gone. */
function outdated<Row>(byId: ReadonlyMap<string, Held<Row>>): ReadonlyMap<string, Held<Row>> {
  return new Map([...byId].map(([id, { row }]) => [id, { row, version: 0, at: -1 }]));
}

function withFewerTombstones<Row extends Versioned>(state: Replica<Row>): Replica<Row> {
  const entries = [...state.tombstones];
  const half = Math.ceil(entries.length / 2);
  const floor = entries.slice(0, half).reduce((highest, [, { at }]) => Math.max(highest, at), state.floor);
  return { ...state, floor, tombstones: new Map<string, Tombstone>(entries.slice(half)) };
}
