import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallView } from '../telephony/call.ts';
import { boardCut, type CallBoard, type CallFrame, emptyBoard, hearCall, readCalls } from './calls.ts';

type Row = Pick<CallView, 'id' | 'version' | 'seq'>;
const row = (id: string, version: number, seq: number) => ({ id, version, seq }) as CallView;

/**
 * A feed and one console, as values: changes happen, frames are under way, the socket breaks and drops them, answers
 * are read at one moment and arrive at another.
 */
function simulate(steps: readonly number[]) {
  const calls = new Map<string, Row>();
  let head = 0;
  let told: number | null = null;
  let under: CallFrame[] = [];
  let board: CallBoard = emptyBoard;
  let reading: { seq: number; items: CallView[] } | null = null;
  let wants = false;
  const take = (frame: CallFrame) => {
    const step = hearCall(board, frame);
    board = step.board;
    wants ||= step.read;
  };
  const connect = () => {
    told = head;
    under = [{ t: 'calls', upTo: head }];
  };
  const change = (n: number) => {
    const id = `c${n % 4}`;
    head += 1;
    calls.set(id, { id, version: (calls.get(id)?.version ?? 0) + 1, seq: head });
    if (told === null) return;
    under.push({ t: 'call', seq: head, prev: told, row: calls.get(id) as CallView });
    told = head;
  };
  const ask = () => {
    if (!wants || reading) return;
    wants = false;
    reading = { seq: head, items: [...calls.values()] as CallView[] };
  };
  const answered = () => {
    if (reading) board = readCalls(board, reading);
    reading = null;
  };
  const cut = () => {
    told = null;
    under = [];
    reading = null;
    wants = false;
    board = boardCut(board);
  };
  const moves = [
    change,
    change,
    change,
    () => under.length > 0 && take(under.shift() as CallFrame),
    () => under.length > 0 && take(under.shift() as CallFrame),
    ask,
    answered,
    cut,
    () => told === null && connect(),
    // One frame is lost on a line that stays open.
    () => under.shift(),
  ];
  for (const step of steps) moves[step % moves.length]?.(step);
  // In the end the line stays up: what is under way arrives, and a heartbeat comes.
  if (told === null) connect();
  for (let i = 0; i < 3; i++) {
    while (under.length > 0) take(under.shift() as CallFrame);
    take({ t: 'calls', upTo: told ?? 0 });
    ask();
    answered();
  }
  return { board, calls };
}

test('whatever is lost on the way, the board ends like a fresh read', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 999 }), { maxLength: 60 }), (steps) => {
      const { board, calls } = simulate(steps);
      expect(new Map([...board.byId].sort())).toEqual(new Map([...calls].sort()));
    }),
    { numRuns: 2_000 },
  );
});

test('a telephone that rings before the first answer, or after a gap, rings on the screen at once', () => {
  const early = hearCall(emptyBoard, { t: 'call', seq: 8, prev: 7, row: row('a', 1, 8) });
  expect([early.read, early.board.byId.has('a')]).toEqual([true, true]);
  const known = readCalls(emptyBoard, { seq: 8, items: [row('a', 1, 8)] });
  const late = hearCall(known, { t: 'call', seq: 12, prev: 11, row: row('b', 1, 12) });
  expect([late.read, late.board.byId.has('b'), late.board.position]).toEqual([true, true, 8]);
});

test('an answer that was overtaken by a frame does not take the telephone off the screen', () => {
  const read = readCalls(emptyBoard, { seq: 5, items: [] });
  const { board } = hearCall(read, { t: 'call', seq: 6, prev: 5, row: row('a', 1, 6) });
  expect(readCalls(board, { seq: 5, items: [] }).byId.has('a')).toBe(true);
});

test('calls of others are counted and not kept', () => {
  const read = readCalls(emptyBoard, { seq: 5, items: [] });
  const { board } = hearCall(read, { t: 'call', seq: 6, prev: 5, row: row('a', 1, 6) }, () => false);
  expect([board.byId.size, board.position]).toEqual([0, 6]);
});
