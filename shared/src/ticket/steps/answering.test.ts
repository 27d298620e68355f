import { describe, expect, test } from 'vitest';
import { callbackClock } from '../clocks/terms.ts';
import { inOrder } from '../model/case.ts';
import { crowd } from '../testing/crowd.test-support.ts';
import { cast, moment } from '../testing/town.test-support.ts';
import { acceptLead, outcomeOf, owedUntil } from './answering.ts';

const { 'three before the reviewer': submitted, 'three answered': answered } = crowd();
if (!submitted || !answered) throw new Error('no scene');
const reply = submitted.replies.at(-1);
const dispatch = submitted.dispatches.find((d) => d.role === 'lead');
if (!reply || !dispatch) throw new Error('no reply');
type Policy = { mode: 'all' | 'sample' | 'none'; samplePercent: number };
const under = (policy: Policy) => {
  const { rules } = moment();
  return moment(undefined, {
    rules: { ...rules, rules: rules.rules.map((r) => ({ ...r, callbackPolicy: { ...policy, capDays: 5 } })) },
  });
};
const accepted = (policy: Policy, c = submitted) => ({
  ...c,
  ...acceptLead(c, dispatch, reply, { ...under(policy), actor: cast.reviewer }),
});
const statuses = (policy: Policy, c = submitted) => accepted(policy, c).appeals.map((a) => a.status);

describe('who is called back', () => {
  const some = { mode: 'sample', samplePercent: 50 } as const;
  test('everybody, nobody, or a sample that anybody can draw again from the numbers', () => {
    expect(statuses({ mode: 'all', samplePercent: 0 })).toEqual(['answered', 'answered', 'answered']);
    expect(statuses({ mode: 'none', samplePercent: 100 })).toEqual(['closed', 'closed', 'closed']);
    expect(statuses({ ...some, samplePercent: 100 })).toEqual(['answered', 'answered', 'answered']);
    expect(statuses({ ...some, samplePercent: 0 })).toEqual(['closed', 'closed', 'closed']);
    const numbered = (number: string) => ({ ...submitted, appeals: submitted.appeals.map((a) => ({ ...a, number })) });
    const drawn = (number: string) =>
      Array.from(
        { length: 100 },
        (_, percent) => statuses({ ...some, samplePercent: percent + 1 }, numbered(number))[0],
      ).indexOf('answered');
    expect(['26110200001', '26110200002', '26110200017', '26123199999'].map(drawn)).toMatchInlineSnapshot(`
      [
        99,
        0,
        36,
        81,
      ]
    `);
  });

  test('of a thousand numbers in a row, half of them at fifty in a hundred, within five', () => {
    const [one] = submitted.appeals;
    if (!one) throw new Error('no appeal');
    const many = Array.from({ length: 1000 }, (_, i) => ({ ...one, id: `a${i}`, number: String(26110200000 + i) }));
    const called = statuses(some, { ...submitted, appeals: many }).filter((s) => s === 'answered').length;
    expect(Math.abs(called - 500)).toBeLessThan(50);
  });

  test('nobody who left no number', () => {
    const appeals = submitted.appeals.map((a) => (a.id === 'a2' ? { ...a, phone: null } : a));
    const c = accepted({ mode: 'all', samplePercent: 0 }, { ...submitted, appeals });
    expect(c.appeals.map((a) => a.status)).toEqual(['answered', 'closed', 'answered']);
    expect(c.appeals[1]).toMatchObject({ outcome: 'resolved', answer: reply.publicReply, closedAt: moment().at });
    expect(c.callbacks.map((b) => b.appealId)).toEqual(['a1', 'a3']);
    expect(c.ticket.callbackDueAt).toBe(callbackClock(submitted, moment()).dueAt);
    expect(accepted({ mode: 'none', samplePercent: 0 }).ticket.callbackDueAt).toBeNull();
    expect(accepted({ mode: 'none', samplePercent: 0 }).callbacks).toEqual([]);
  });

  test('is owed one call a round: a row that stands is not made twice, one of the round before is none of this', () => {
    const [owed] = answered.callbacks;
    if (!owed) throw new Error('no callback');
    const all = { mode: 'all', samplePercent: 0 } as const;
    const made = (round: number) => accepted(all, { ...submitted, callbacks: [{ ...owed, round }] }).callbacks;
    expect(made(1).map((b) => b.appealId)).toEqual(['a1', 'a2', 'a3']);
    expect(made(0).map((b) => [b.id, b.appealId])).toEqual([
      ['a1-b1', 'a1'],
      ['a1-b2', 'a1'],
      ['a2-b1', 'a2'],
      ['a3-b1', 'a3'],
    ]);
  });

  test('until another day where the calls can only begin now: not one missed, made, or of another round', () => {
    const until = '2026-12-01T16:00:00.000Z';
    const [owed] = answered.callbacks;
    if (!owed) throw new Error('no callback');
    const clock = { ...owed.clock, dueAt: until };
    const rows = [owed, { ...owed, dueAt: moment().at }, { ...owed, completedAt: moment().at }, { ...owed, round: 0 }];
    const after = owedUntil({ ...answered, callbacks: rows }, clock, moment()).callbacks;
    expect(after.map((b) => b.dueAt === until)).toEqual([true, false, false, false]);
  });
});

test('with the lead’s reply the round’s dispatches stand or end; those of a round before stay as they were', () => {
  const earlier = { ...dispatch, id: 'x', round: 0, status: 'replied' as const };
  const returned = { ...dispatch, id: 'y', status: 'returned' as const };
  const open = { ...dispatch, id: 'z', status: 'handling' as const };
  const c = { ...submitted, dispatches: [...submitted.dispatches, earlier, returned, open] };
  const { dispatches } = {
    ...c,
    ...acceptLead(c, dispatch, { ...reply, recoveredLossFen: 12_300 }, moment(undefined, { actor: cast.reviewer })),
  };
  expect(dispatches.slice(-3).map((d) => [d.status, d.endedAt])).toEqual([
    ['replied', null],
    ['returned', null],
    ['released', moment().at],
  ]);
  expect(dispatches.find((d) => d.id === dispatch.id)).toMatchObject({ status: 'accepted', recoveredLossFen: 12_300 });
});

test('nothing accepted is nothing solved', () => {
  expect(
    [undefined, { solved: 'solved' }, { solved: 'explained' }, { solved: 'partly' }].map((r) => outcomeOf(r as never)),
  ).toEqual(['unresolved', 'resolved', 'explained', 'unresolved']);
});

test('what may come from another ticket has one place: by when it was received, by round, by when it was written', () => {
  const [a] = answered.appeals;
  const [b] = answered.callbacks;
  if (!a || !b) throw new Error('nothing');
  const note = {
    id: 'n',
    ticketId: 't1',
    dispatchId: null,
    appealId: 'a1',
    kind: 'remark',
    text: '',
    by: 'agent',
  } as const;
  const at = (day: number) => `2026-11-0${day}T02:00:00.000Z`;
  const sorted = inOrder({
    ...answered,
    appeals: [
      { ...a, id: '3', receivedAt: at(2), number: '1' },
      { ...a, id: '2', receivedAt: at(1), number: '9' },
      { ...a, id: '1', receivedAt: at(1), number: '8' },
    ],
    callbacks: [
      { ...b, id: 'a', round: 2 },
      { ...b, id: 'c', round: 1 },
      { ...b, id: 'b', round: 1 },
    ],
    notes: [
      { ...note, id: 'n10', at: at(1) },
      { ...note, id: 'n9', at: at(1) },
      { ...note, id: 'n8', at: at(1) },
      { ...note, id: 'n1', at: at(2) },
    ],
  });
  expect(sorted.appeals.map((x) => x.id)).toEqual(['1', '2', '3']);
  expect(sorted.callbacks.map((x) => x.id)).toEqual(['b', 'c', 'a']);
  expect(sorted.notes.map((x) => x.id)).toEqual(['n8', 'n9', 'n10', 'n1']);
});
