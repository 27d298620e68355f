import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Action,
  type Batch,
  type BatchEvent,
  begun,
  count,
  mostInFlight,
  type Outcome,
  step,
  undoMs,
} from './batch.ts';

const actions = (n: number): Action[] =>
  Array.from({ length: n }, (_, i) => ({
    ...{ ticketId: `t${i}`, number: `261102000${i}`, title: '路灯不亮', verb: 'dispatch', version: 3, input: {} },
    key: `key-${i}`,
  }));

/** A day at the desk: what the dispatcher presses, what the clock says, and what comes back from the network. */
function play(n: number, events: readonly Move[]) {
  let batch = begun(actions(n), 0);
  const sent: Action[] = [];
  const open: string[] = [];
  const outcomes = new Map<string, Outcome[]>();
  let mostOpen = 0;
  const take = (event: BatchEvent) => {
    const after = step(batch, event);
    batch = after.batch;
    sent.push(...after.send);
    open.push(...after.send.map((d) => d.key));
    mostOpen = Math.max(mostOpen, open.length);
  };
  const answer = (at: number, outcome: Outcome) => {
    const key = open.splice(at % open.length, 1)[0] as string;
    outcomes.set(key, [...(outcomes.get(key) ?? []), outcome]);
    take({ type: 'answered', key, outcome });
  };
  for (const move of events) {
    if (move.type !== 'answer') take(move);
    else if (open.length > 0) answer(move.at, move.outcome);
  }
  return { take, answer, open, sent, outcomes, now: () => batch, mostOpen: () => mostOpen };
}

type Move = Exclude<BatchEvent, { type: 'answered' }> | { type: 'answer'; at: number; outcome: Outcome };
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant<Outcome>({ state: 'done' }),
  fc.constantFrom('stale' as const, 'refused' as const, 'lost' as const).map((state) => ({ state, sentence: '。' })),
);
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('answer' as const), at: fc.nat(7), outcome }) },
  fc.record({ type: fc.constant('clock' as const), nowMs: fc.integer({ min: 0, max: 3 * undoMs }) }),
  fc.constantFrom<Move>({ type: 'retry' }, { type: 'hold' }, { type: 'resume', nowMs: undoMs }),
);
const size = fc.integer({ min: 1, max: 15 });

test('nothing is sent before the ten seconds are over, and nothing ever once it was undone', () => {
  const early = fc.array(fc.record({ type: fc.constant('clock' as const), nowMs: fc.nat(undoMs - 1) }));
  fc.assert(
    fc.property(size, early, fc.array(move), (n, before, after) => {
      expect(play(n, before).sent).toEqual([]);
      const undone = play(n, [...before, { type: 'undo' }, ...after]);
      expect(undone.sent).toEqual([]);
      expect(undone.now().phase).toBe('undone');
    }),
  );
});

test('no item is lost, none goes twice but after a lost answer and then under its own key, never more than four at once', () => {
  fc.assert(
    fc.property(size, fc.array(fc.oneof(move, fc.constant<Move>({ type: 'undo' })), { maxLength: 60 }), (n, moves) => {
      const day = play(n, [{ type: 'clock', nowMs: undoMs }, ...moves]);
      while (day.open.length > 0) day.answer(0, { state: 'done' });
      expect(day.mostOpen()).toBeLessThanOrEqual(mostInFlight);
      expect(day.now().phase).toBe('finished');
      for (const item of day.now().items) {
        const told = day.outcomes.get(item.key) ?? [];
        expect(day.sent.filter((d) => d.key === item.key && d.ticketId === item.ticketId)).toHaveLength(told.length);
        expect(item.outcome).toEqual(told.at(-1));
        expect(told.slice(0, -1).every((o) => o.state === 'lost')).toBe(true);
      }
      expect(new Set(day.sent.map((d) => d.key)).size).toBe(n);
    }),
  );
});

test('小周 tries again what the broken network left open, and only that, with the very same request', () => {
  const day = play(3, [{ type: 'clock', nowMs: undoMs }]);
  day.answer(0, { state: 'done' });
  day.answer(0, { state: 'lost', sentence: '网络中断' });
  day.answer(0, { state: 'stale', sentence: '该工单刚有更新' });
  const first = day.sent[1];
  day.take({ type: 'retry' });
  expect(day.sent.slice(3)).toEqual([first]);
  day.answer(0, { state: 'done' });
  const { phase, items }: Batch = day.now();
  expect([phase, ...items.map((i) => i.outcome.state)]).toEqual(['finished', 'done', 'done', 'stale']);
  expect(count(day.now(), 'done')).toBe(2);
});

test('a second answer to one request changes nothing', () => {
  const day = play(1, [{ type: 'clock', nowMs: undoMs }]);
  day.answer(0, { state: 'refused', sentence: '该单位已停用' });
  day.take({ type: 'answered', key: 'key-0', outcome: { state: 'done' } });
  expect(day.now().items[0]?.outcome.state).toBe('refused');
});

test('while she is asked whether to leave, no time passes; staying gives the ten seconds again', () => {
  const day = play(2, [{ type: 'hold' }, { type: 'clock', nowMs: 3 * undoMs }]);
  expect([day.now().phase, day.sent]).toEqual(['counting', []]);
  day.take({ type: 'resume', nowMs: 3 * undoMs });
  day.take({ type: 'clock', nowMs: 4 * undoMs - 1 });
  expect(day.sent).toEqual([]);
  day.take({ type: 'clock', nowMs: 4 * undoMs });
  expect(day.sent).toHaveLength(2);
});
