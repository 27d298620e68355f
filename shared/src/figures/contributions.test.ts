import { describe, expect, test } from 'vitest';
import type { Case } from '../ticket/case.ts';
import { answer, dispatched, does, logged, monday } from '../ticket/town.test-support.ts';
import { difference } from './figure.ts';
import { figures } from './index.ts';

/** Lead gas, signed. Its due: 24:00 of Monday 16 November; the promise: 24:00 of Tuesday 17. */
const sent = dispatched(logged(1, { categoryId: null }), 'gas');
const signed = does(sent, 'gas', 'sign', { dispatchId: 't1-d1' });
const due = '2026-11-16T16:00:00.000Z';
const promised = '2026-11-17T16:00:00.000Z';
const before = (at: string) => new Date(Date.parse(at) - 1).toISOString();
const replied = (at: string) => does(signed, 'gas', 'reply', { dispatchId: 't1-d1', ...answer }, at);
const accepted = (at: string) => does(replied(monday), 'reviewer', 'acceptReply', { dispatchId: 't1-d1' }, at);
const withAppeal = (c: Case, change: object): Case => ({ ...c, appeals: c.appeals.map((a) => ({ ...a, ...change })) });
const withTurn = (c: Case, change: object): Case => ({
  ...c,
  dispatches: c.dispatches.map((d) => ({ ...d, ...change })),
});
const sums = (name: keyof typeof figures, c: Case) =>
  figures[name].contributions(c).map((x) => [x.total, x.timely, x.timelyOriginal, x.excluded]);

describe('timely replies to citizens: [total, timely, timely by the original date, excluded]', () => {
  const gone = (outcome: string, at: string) => withAppeal(sent, { outcome, status: 'closed', closedAt: at });
  test.each([
    ['not answered yet', sent, [1, 0, 0, 0]],
    ['answered', accepted(monday), [1, 1, 1, 0]],
    ['answered a millisecond before the promise', accepted(before(promised)), [1, 1, 1, 0]],
    ['answered at the promise itself: late', accepted(promised), [1, 0, 0, 0]],
    [
      'in time only by an extension',
      withAppeal(accepted(promised), { promisedDueAt: '2026-11-18T16:00:00.000Z' }),
      [1, 1, 0, 0],
    ],
    ['answered on the line', does(logged(), 'agent', 'answer', { appealId: 'a1', answer: '已说明。' }), [0, 0, 0, 1]],
    ...['withdrawn', 'invalid', 'declined', 'transferred'].map(
      (outcome) => [`${outcome} before the promise`, gone(outcome, before(promised)), [0, 0, 0, 1]] as const,
    ),
    ...['withdrawn', 'invalid', 'declined', 'transferred'].map(
      (outcome) => [`${outcome} too late`, gone(outcome, promised), [1, 0, 0, 0]] as const,
    ),
    ['explained before the promise', gone('explained', before(promised)), [1, 0, 0, 0]],
    ['excused', withAppeal(sent, { excusedAt: promised }), [0, 0, 0, 1]],
    ['excused though answered', withAppeal(accepted(monday), { excusedAt: promised }), [0, 0, 0, 1]],
  ] as [string, Case, number[]][])('%s', (_, c, expected) => {
    expect(sums('timelyReplyRate', c)).toEqual([expected]);
  });

  test('belongs to the day of its promise and to the lead; enters when the promise has run out', () => {
    const { contributions, dueAt } = figures.timelyReplyRate;
    expect(contributions(sent)[0]).toMatchObject({
      day: '2026-11-17',
      centreId: 'town',
      departmentId: 'gas',
      role: 'none',
      categoryId: '',
    });
    expect(contributions(logged())[0]?.departmentId).toBe('');
    expect(dueAt(sent)).toEqual([promised]);
  });
});

describe('timely replies of departments: [total, timely, timely by the original date, excluded]', () => {
  test.each([
    ['not replied yet', sent, [1, 0, 0, 0]],
    ['replied a millisecond before due', replied(before(due)), [1, 1, 1, 0]],
    ['replied at due itself: late', replied(due), [1, 0, 0, 0]],
    ['in time only by an extension', withTurn(replied(due), { dueAt: promised }), [1, 1, 0, 0]],
    ['returned before due', withTurn(signed, { status: 'returned', endedAt: before(due) }), [0, 0, 0, 1]],
    ['returned too late', withTurn(signed, { status: 'returned', endedAt: due }), [1, 0, 0, 0]],
    ['released before due', withTurn(signed, { status: 'released', endedAt: monday }), [0, 0, 0, 1]],
    ['accepted before due', withTurn(replied(monday), { status: 'accepted', endedAt: monday }), [1, 1, 1, 0]],
    ['excused', withTurn(replied(monday), { excusedAt: monday }), [0, 0, 0, 1]],
  ] as [string, Case, number[]][])('%s', (_, c, expected) => {
    expect(sums('departmentTimelyReplyRate', c)).toEqual([expected]);
  });

  test('one for each turn of the centre’s own sending, by role and the day of its due; what is sent on counts with its parent', () => {
    const both = does(dispatched(logged(), 'water', ['gas']), 'water', 'sign', { dispatchId: 't1-d1' });
    const below = does(both, 'water', 'subDispatch', { dispatchId: 't1-d1', departmentId: 'east' });
    const { contributions, dueAt } = figures.departmentTimelyReplyRate;
    expect(contributions(below).map((x) => [x.departmentId, x.role, x.day, x.categoryId, x.centreId])).toEqual([
      ['water', 'lead', '2026-11-16', '', 'town'],
      ['gas', 'assist', '2026-11-13', '', 'town'],
    ]);
    expect(dueAt(below)).toEqual([due, '2026-11-13T16:00:00.000Z']);
  });
});

test('what a change does to a figure’s cells: what was goes, what is comes, and nothing where nothing changed', () => {
  const figure = figures.departmentTimelyReplyRate;
  const cell = { day: '2026-11-16', centreId: 'town', departmentId: 'gas', role: 'lead', categoryId: '' };
  const none = { timely: 0, timelyOriginal: 0, excluded: 0 };
  expect(difference(figure, null, sent)).toEqual([{ ...cell, total: 1, ...none }]);
  expect(difference(figure, sent, signed)).toEqual([]);
  expect(difference(figure, signed, replied(monday))).toEqual([
    { ...cell, total: 0, ...none, timely: 1, timelyOriginal: 1 },
  ]);
  const excused = withTurn(replied(monday), { excusedAt: monday });
  expect(difference(figure, replied(monday), excused)).toEqual([
    { ...cell, total: -1, timely: -1, timelyOriginal: -1, excluded: 1 },
  ]);
  const moved = withTurn(signed, { dueDay: '2026-11-20' });
  expect(difference(figure, signed, moved)).toEqual([
    { ...cell, total: -1, ...none },
    { ...cell, day: '2026-11-20', total: 1, ...none },
  ]);
  const twice = { ...sent, dispatches: [...sent.dispatches, ...sent.dispatches] };
  expect(difference(figure, sent, twice)).toEqual([{ ...cell, total: 1, ...none }]);
});
