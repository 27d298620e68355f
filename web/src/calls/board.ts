import { boardCut, type CallBoard, type CallFrame, emptyBoard, hearCall, readCalls } from '@hotline/shared/live/calls';
import { type CallView, isMissed } from '@hotline/shared/telephony/call';
import { api } from '../data/api.ts';
import { personStore, personValue } from '../data/personStore.ts';
import { currentPerson } from '../data/session.ts';

/** The calls that were put to me, and how many wait to be rung back. */
export const useCalls = personStore<{ board: CallBoard; callbacks: number }>(() => ({
  board: emptyBoard,
  callbacks: 0,
}));

const shownAtMost = 30;
const retryMs = 1_000;
type Listener = (call: CallView) => void;
const listeners = personValue(() => new Set<Listener>());
const under = personValue(() => ({ isReading: false, isWanted: false, isCounting: false }));

/** Told of every change of a call, also of those that are not mine. Returns how to stop. */
export function watchCalls(listener: Listener): () => void {
  const now = listeners.current;
  now.add(listener);
  return () => now.delete(listener);
}

export function hearCalls(frame: CallFrame): void {
  const { board } = useCalls.getState();
  const step = hearCall(board, frame, isMine);
  if (step.board !== board) useCalls.setState({ board: step.board });
  if (frame.t === 'call') {
    for (const listener of listeners.current) listener(frame.row);
    if (isMissed(frame.row)) countSoon();
  }
  if (step.read) void read();
}

export const callsCut = () => useCalls.setState((s) => ({ board: boardCut(s.board) }));

/** An answer that tells of a call before its frame does. */
export const takeCall = (call: CallView) =>
  useCalls.setState(({ board }) =>
    (board.byId.get(call.id)?.version ?? 0) < call.version
      ? { board: { ...board, byId: new Map([...board.byId, [call.id, call]]) } }
      : {},
  );

const isMine = (call: CallView) => {
  const me = currentPerson()?.id ?? '';
  return call.agentId === me || call.ringing.includes(me);
};

/** How many wait to be rung back is said with every answer. */
function countSoon(): void {
  const way = under.current;
  if (way.isCounting) return;
  way.isCounting = true;
  setTimeout(() => {
    way.isCounting = false;
    if (way === under.current) void read();
  }, retryMs);
}

async function read(): Promise<void> {
  const way = under.current;
  way.isWanted = true;
  if (way.isReading) return;
  way.isReading = true;
  while (way.isWanted) {
    way.isWanted = false;
    const answer = await api.call('calls', { query: { mine: true, limit: shownAtMost } }).catch(() => null);
    if (answer) useCalls.setState((s) => ({ board: readCalls(s.board, answer), callbacks: answer.callbacks }));
    else {
      await new Promise((next) => setTimeout(next, retryMs));
      way.isWanted = way === under.current && currentPerson() !== null;
    }
  }
  way.isReading = false;
}
