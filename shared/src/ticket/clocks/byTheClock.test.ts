import { expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import { answer, dispatched, does, joined, logged, moment, monday, why } from '../testing/town.test-support.ts';

const about = (c: Case) => ({ dispatchId: c.dispatches.at(-1)?.id ?? '' });
const signed = (c: Case) => does(c, 'roads', 'sign', about(c));
const accepted = (c: Case) => {
  const replied = does(signed(c), 'roads', 'reply', { ...about(c), ...answer });
  return does(replied, 'reviewer', 'acceptReply', about(replied));
};
/** Accepted on Monday the 2nd: callbacks are made until 24:00 of Monday the 9th. */
const cap = '2026-11-09T16:00:00.000Z';
const wednesday = '2026-11-11T02:00:00.000Z';

test('a ticket nobody called back about closed when the time for it ran out, though the clock came to it two days later', () => {
  const closed = does(accepted(dispatched(logged(), 'roads')), 'clock', 'close', {}, wednesday);
  expect(closed.ticket).toMatchObject({ status: 'closed', closedAt: cap });
  expect(closed.appeals[0]).toMatchObject({ status: 'closed', closedAt: cap });
});

test('a reviewer closes at the moment he does it, even past the cap', () => {
  const closed = does(accepted(dispatched(logged(), 'roads')), 'reviewer', 'close', {}, wednesday);
  expect(closed.ticket.closedAt).toBe(wednesday);
  expect(closed.appeals[0]?.closedAt).toBe(wednesday);
});

test('a ticket closes with the last of its appeals: one called back after the cap keeps its own instant', () => {
  const two = joined(logged(), 2);
  if (!two) throw new Error('not joined');
  const called = does(
    accepted(dispatched(two, 'roads')),
    'callbackAgent',
    'recordCallback',
    { appealId: 'a2', reached: 'reached', solved: 'yes', satisfaction: 'satisfied' },
    '2026-11-10T02:00:00.000Z',
  );
  const closed = does(called, 'clock', 'close', {}, wednesday);
  expect(closed.appeals.map((a) => a.closedAt)).toEqual([cap, '2026-11-10T02:00:00.000Z']);
  expect(closed.ticket.closedAt).toBe('2026-11-10T02:00:00.000Z');
});

test('after a reopening callbacks have their whole time again, five working days from then, before the clock closes it', () => {
  const closed = does(accepted(dispatched(logged(), 'roads')), 'reviewer', 'close', {}, '2026-11-06T02:00:00.000Z');
  const reopened = does(closed, 'reviewer', 'reopen', { reason: '误办结。' }, '2026-11-06T03:00:00.000Z');
  expect(reopened.ticket).toMatchObject({ status: 'awaitingCallback', callbackDueAt: '2026-11-13T16:00:00.000Z' });
  expect(reopened.callbacks.map((b) => b.dueAt)).toEqual(['2026-11-13T16:00:00.000Z']);
  expect(why(reopened, 'clock', 'close', {}, cap)).toBe('notDueYet');
  expect(does(reopened, 'clock', 'close', {}, '2026-11-16T02:00:00.000Z').ticket.closedAt).toBe(
    '2026-11-13T16:00:00.000Z',
  );
});

test('a limit of natural days is extended by natural days, over the weekend', () => {
  const { rules } = moment();
  const natural = {
    rules: { ...rules, rules: rules.rules.map((r) => ({ ...r, replyLimit: { amount: 10, unit: 'days' as const } })) },
  };
  const sent = does(logged(), 'dispatcher', 'dispatch', { leadId: 'roads', assistIds: [] }, monday, natural);
  // 24:00 of Thursday the 12th; three days more end on Sunday the 15th.
  expect(sent.dispatches[0]?.dueAt).toBe('2026-11-12T16:00:00.000Z');
  const asked = does(signed(sent), 'roads', 'requestExtension', {
    ...about(sent),
    days: 3,
    reasonCode: 'complex',
    reason: '需会同多个单位现场核查。',
  });
  const granted = does(asked, 'reviewer', 'grantExtension', { requestId: asked.requests[0]?.id }, monday, natural);
  expect(granted.dispatches[0]).toMatchObject({
    originalDueAt: '2026-11-12T16:00:00.000Z',
    dueAt: '2026-11-15T16:00:00.000Z',
  });
});

test('words that were amended stay on record as they were first said, each time', () => {
  const first = logged();
  const once = does(first, 'agent', 'amend', { content: '市民反映工地凌晨施工，地点为五一北路88号。' });
  const twice = does(once, 'agent', 'amend', { content: '市民反映工地凌晨施工，地点为五一北路86号。' });
  const old = [first.appeals[0]?.content, once.appeals[0]?.content];
  expect(twice.notes.map((n) => [n.appealId, n.by, n.text])).toEqual(old.map((text) => ['a1', 'agent', text]));
  // The title alone, or the same words again, leave nothing to keep.
  expect(does(twice, 'agent', 'amend', { title: '夜间施工扰民' }).notes).toEqual(twice.notes);
});

test('shelving is not approved until a review date that has passed: the department is to name another', () => {
  const sent = signed(dispatched(logged(), 'roads'));
  const asked = does(sent, 'roads', 'requestShelving', {
    ...about(sent),
    reasonCode: 'funds',
    reason: '已列入计划，待招标完成。',
    reviewAt: '2026-11-04T02:00:00.000Z',
  });
  const requestId = asked.requests[0]?.id;
  expect(why(asked, 'manager', 'approveShelving', { requestId }, '2026-11-04T02:00:00.000Z')).toBe('reviewDatePast');
  expect(why(asked, 'manager', 'approveShelving', { requestId }, '2026-11-04T01:59:59.999Z')).toBeNull();
});
