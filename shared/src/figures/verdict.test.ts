import { describe, expect, test } from 'vitest';
import type { Value } from './condition.ts';
import type { AnyFacts } from './facts/index.ts';
import { figures } from './index.ts';
import { measured } from './measure.ts';
import { verdictOf } from './verdict.ts';

const common = {
  id: 'x',
  ticketId: 't',
  centreId: 'fz',
  number: '1',
  departmentId: 'water',
  role: 'lead',
  categoryId: '',
  kind: 'help',
  channel: 'phone',
  regionCode: '',
};
type Given = Record<string, Value>;
/** Monday the 2nd sent, due at 24:00 of Thursday the 5th; days of November 2026 stand for instants. */
const dispatch = (given: Given) =>
  ({
    ...common,
    ...{ service: 'general', level: 'top', roundKind: 'first' },
    ...{ sentAt: '02', signDueAt: '03', originalDueAt: '05', dueAt: '05', pausedAt: null, signedAt: null },
    ...{ repliedAt: null, acceptedAt: null, endedAt: null, returnedAt: null, returnAskedAt: null, releasedAt: null },
    ...{ extendedAt: null, excusedAt: null, recoveredLossFen: null },
    ...given,
  }) as unknown as AnyFacts;
const appeal = (given: Given) =>
  ({
    ...common,
    ...{ receivedAt: '02', originalPromisedDueAt: '06', promisedDueAt: '06', leadSentAt: null, pausedAt: null },
    ...{ answeredAt: null, closedAt: null, outcome: null, excusedAt: null },
    ...given,
  }) as unknown as AnyFacts;
const callback = (given: Given) =>
  ({
    ...common,
    ...{ dueAt: '10', cancelledAt: null, completedAt: null, reached: null, contacted: null, solved: null },
    ...{ satisfaction: null },
    ...given,
  }) as unknown as AnyFacts;

describe('a department’s reply', () => {
  test.each<[story: string, given: Given, verdict: string | null]>([
    ['a moment before due', { repliedAt: '04' }, 'in'],
    ['at the first late instant', { repliedAt: '05' }, 'out'],
    ['never', {}, 'out'],
    ['within an extension', { repliedAt: '06', dueAt: '07' }, 'extended'],
    ['late against a due brought forward', { repliedAt: '04', dueAt: '03' }, 'shortened'],
    [
      'given back: asked before due, approved after',
      { returnedAt: '06', endedAt: '06', returnAskedAt: '03' },
      'returned',
    ],
    ['given back: asked only after due', { returnedAt: '07', endedAt: '07', returnAskedAt: '06' }, 'out'],
    ['released before due', { releasedAt: '04', endedAt: '04' }, 'released'],
    ['released after due', { releasedAt: '05', endedAt: '05' }, 'out'],
    ['clock paused before due', { pausedAt: '04' }, 'paused'],
    ['clock paused after due', { pausedAt: '06' }, 'out'],
    ['excused after due', { excusedAt: '09' }, 'excused'],
    ['sent on by another department', { level: 'sub', repliedAt: '04' }, null],
  ])('%s', (_, given, verdict) => {
    expect(verdictOf(figures.departmentTimelyReplyRate, dispatch(given))).toBe(verdict);
  });
  test('sent on is counted in the parent’s sub-table', () => {
    expect(verdictOf(figures.subDispatchTimelyReplyRate, dispatch({ level: 'sub', repliedAt: '04' }))).toBe('in');
    expect(verdictOf(figures.subDispatchTimelyReplyRate, dispatch({}))).toBeNull();
  });
});

describe('a citizen’s answer', () => {
  test.each<[story: string, given: Given, verdict: string, allIn: string]>([
    ['in time', { answeredAt: '05' }, 'in', 'in'],
    ['on the line', { answeredAt: '02', closedAt: '02', outcome: 'answered' }, 'directAnswer', 'in'],
    ['withdrawn before the promise ran out', { closedAt: '05', outcome: 'withdrawn' }, 'withdrawn', 'withdrawn'],
    ['withdrawn after', { closedAt: '06', outcome: 'withdrawn' }, 'out', 'out'],
    ['absorbed before', { closedAt: '05', outcome: 'merged' }, 'absorbed', 'absorbed'],
    ['handed off before', { closedAt: '03', outcome: 'transferred' }, 'transferred', 'transferred'],
    ['excused', { excusedAt: '08' }, 'excused', 'excused'],
    ['nobody answers', {}, 'out', 'out'],
  ])('%s', (_, given, verdict, allIn) => {
    expect(verdictOf(figures.timelyReplyRate, appeal(given))).toBe(verdict);
    expect(verdictOf(figures.allInReplyRate, appeal(given))).toBe(allIn);
  });
});

describe('what the citizen says', () => {
  test('silence is never satisfaction, and who was not reached does not count', () => {
    const said = (given: Given) => verdictOf(figures.satisfactionRate, callback({ completedAt: '08', ...given }));
    expect(said({ reached: 'reached', satisfaction: 'none' })).toBe('out');
    expect(said({ reached: 'reached', satisfaction: 'fairlySatisfied' })).toBe('fairly');
    expect(said({ reached: 'unreachable', satisfaction: 'none' })).toBe('unreachable');
    expect(verdictOf(figures.satisfactionRate, callback({}))).toBeNull();
  });
  test('fairly satisfied counts nine tenths, floored once: (7 + 0.9 × 3) ÷ 11 is 88.18', () => {
    const counted = { counts: { in: 7, fairly: 3, out: 1, unreachable: 4 }, amount: 0 } as const;
    expect(measured(figures.satisfactionRate, counted)).toMatchObject({
      numerator: 97,
      denominator: 11,
      unit: 10,
      rate: '88.18',
      met: 10,
      excluded: { unreachable: 4 },
    });
  });
  test('a callback that fell away because the matter was reworked is left out only before its due', () => {
    const made = (given: Given) => verdictOf(figures.callbackRate, callback(given));
    expect([made({ cancelledAt: '09' }), made({ cancelledAt: '10' }), made({ completedAt: '09' }), made({})]).toEqual([
      'reworked',
      'out',
      'in',
      'out',
    ]);
  });
});

test('extended replies count, and the rate by the original due stands beside', () => {
  const counted = { counts: { in: 90, extended: 5, shortened: 1, out: 4, returned: 2 }, amount: 0 } as const;
  expect(measured(figures.departmentTimelyReplyRate, counted)).toMatchObject({
    numerator: 95,
    denominator: 100,
    rate: '95.00',
    original: { numerator: 91, rate: '91.00' },
    excluded: { returned: 2 },
  });
});
