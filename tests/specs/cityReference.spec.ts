import { changedFields } from '@hotline/shared/ticket/lifecycle';
import type { Case } from '@hotline/shared/ticket/model/case';
import { answer, dispatched, does, logged, moment } from '@hotline/shared/ticket/testing/town.test-support';
import { compileCalendar } from '@hotline/shared/time/calendar/calendar';
import { changedCalendar } from '@hotline/shared/time/calendar/calendarChange';
import { stateCouncilCalendar } from '@hotline/shared/time/calendar/stateCouncilCalendar';
import { expect, test } from 'vitest';
import { openClocks } from '../support/city/clocks.ts';
import { fewest } from '../support/fewest.ts';

/** What the log says of a step, and the case as whoever looks later finds it. */
const step = (before: Case | null, after: Case, verb: string, at: string, childId: string | null = null) => ({
  ticketId: after.ticket.id,
  verb,
  childId,
  at,
  fields: before ? changedFields(before, after) : ['+a1'],
});

test('a lead’s reply sent back after a late review, together with somebody’s urging: reference and product agree on the due', () => {
  const [tuesday, friday] = ['2026-11-03T02:00:00.000Z', '2026-11-06T02:00:00.000Z'];
  const first = logged();
  const sent = dispatched(first, 'roads');
  const about = { dispatchId: sent.dispatches[0]?.id ?? '' };
  const signed = does(sent, 'roads', 'sign', about, tuesday);
  const replied = does(signed, 'roads', 'reply', { ...about, ...answer }, tuesday);
  const urged = does(replied, 'agent', 'urge', {}, friday);
  const back = does(urged, 'reviewer', 'sendBackReply', { ...about, note: '请补充处理结果。' }, friday);
  // Reviewed two working days later than the rule allows: they are credited.
  expect(back.dispatches[0]).toMatchObject({
    originalDueAt: '2026-11-16T16:00:00.000Z',
    dueAt: '2026-11-17T16:00:00.000Z',
  });
  const clocks = openClocks((_, at) => moment(at));
  clocks.follow(step(null, first, 'log', first.ticket.receivedAt, 'a1'), first);
  clocks.follow(step(first, sent, 'dispatch', first.ticket.receivedAt), sent);
  clocks.follow(step(sent, signed, 'sign', tuesday), signed);
  clocks.follow(step(signed, replied, 'reply', tuesday), replied);
  // Both at once: the case is looked at only after both.
  clocks.follow(step(replied, urged, 'urge', friday), back);
  clocks.follow(step(urged, back, 'sendBackReply', friday), back);
  for (const [name, actual, expected] of clocks.compare(back)) expect(actual, name).toBe(expected);
  expect(clocks.compare(back)).toHaveLength(2);
});

test('between a change of the calendar and the correction: reference and product count what happens against what stands', () => {
  const next = changedCalendar(stateCouncilCalendar('reference'), {
    set: [{ date: '2026-11-07', working: true, name: '补班' }],
    clear: [],
  });
  const later = { calendar: compileCalendar(next) };
  const tuesday = '2026-11-03T02:00:00.000Z';
  const first = logged();
  // The rules look at no complained-of body: the promise is not counted anew.
  const amended = does(first, 'agent', 'amend', { againstDepartmentId: 'water' }, tuesday, later);
  const sent = dispatched(first, 'roads');
  const helped = does(sent, 'dispatcher', 'addAssist', { departmentId: 'water' }, tuesday, later);
  expect(helped.dispatches.map((d) => d.dueAt)).toEqual(['2026-11-16T16:00:00.000Z', '2026-11-13T16:00:00.000Z']);
  for (const [after, verb] of [
    [amended, 'amend'],
    [helped, 'addAssist'],
  ] as const) {
    const clocks = openClocks((_, at) => moment(at, later));
    clocks.follow(step(null, first, 'log', first.ticket.receivedAt, 'a1'), first);
    if (verb === 'addAssist') clocks.follow(step(first, sent, 'dispatch', first.ticket.receivedAt), sent);
    clocks.changeCalendar(next);
    clocks.follow(step(verb === 'amend' ? first : sent, after, verb, tuesday), after);
    for (const [name, actual, expected] of clocks.compare(after)) expect(actual, name).toBe(expected);
  }
});

test('an urgency raised while a reply was under review, and the reply sent back at the same moment: it shortens nothing', () => {
  const friday = '2026-11-06T02:00:00.000Z';
  const first = logged();
  const sent = dispatched(first, 'roads');
  const helped = does(sent, 'dispatcher', 'addAssist', { departmentId: 'gas' });
  const about = { dispatchId: helped.dispatches[1]?.id ?? '' };
  const signed = does(helped, 'gas', 'sign', about, friday);
  const replied = does(signed, 'gas', 'reply', { ...about, ...answer }, friday);
  const back = (before: Case) => does(before, 'reviewer', 'sendBackReply', { ...about, note: '未答到点上。' }, friday);
  const raised = (before: Case) => does(before, 'agent', 'amend', { urgency: 'urgent' }, friday);
  const [late, early] = [back(raised(replied)), raised(back(replied))];
  // Sent back first it is in hand again, and the urgency reaches it.
  expect([late, early].map((c) => c.dispatches[1]?.dueAt)).toEqual([
    '2026-11-13T16:00:00.000Z',
    '2026-11-06T14:00:00.000Z',
  ]);
  for (const [between, after, verbs] of [
    [raised(replied), late, ['amend', 'sendBackReply']],
    [back(replied), early, ['sendBackReply', 'amend']],
  ] as const) {
    const clocks = openClocks((_, at) => moment(at));
    clocks.follow(step(null, first, 'log', first.ticket.receivedAt, 'a1'), first);
    clocks.follow(step(first, sent, 'dispatch', first.ticket.receivedAt), sent);
    clocks.follow(step(sent, helped, 'addAssist', first.ticket.receivedAt), helped);
    clocks.follow(step(helped, signed, 'sign', friday), signed);
    clocks.follow(step(signed, replied, 'reply', friday), replied);
    const second = step(between, after, verbs[1], friday);
    clocks.follow(step(replied, between, verbs[0], friday), after, [second]);
    clocks.follow(second, after);
    for (const [name, actual, expected] of clocks.compare(after)) expect(actual, name).toBe(expected);
  }
});

test('a failing story is told in as few steps as still fail, or as few as were found in the time', async () => {
  const steps = Array.from({ length: 100 }, (_, i) => i);
  const needs = (few: readonly number[]) => Promise.resolve([17, 18, 93].every((n) => few.includes(n)));
  expect(await fewest(steps, 60_000, needs)).toEqual([17, 18, 93]);
  expect(await fewest(steps, 0, needs)).toEqual(steps);
});
