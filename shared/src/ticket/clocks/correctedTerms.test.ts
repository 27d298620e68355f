import { expect, test } from 'vitest';
import { compileCalendar } from '../../time/calendar/calendar.ts';
import { changedCalendar } from '../../time/calendar/calendarChange.ts';
import { stateCouncilCalendar } from '../../time/calendar/stateCouncilCalendar.ts';
import { takeAction } from '../lifecycle.ts';
import type { Case } from '../model/case.ts';
import { answer, cast, dispatched, does, logged, moment, monday } from '../testing/town.test-support.ts';
import { correct, stillOpen } from './correction.ts';

const data = stateCouncilCalendar('town');
const typhoon = (date: string) => ({ date, working: false, name: '台风停工' });
/** What the moment holds once these days turned out not to be worked. */
const stopped = (...dates: string[]) => {
  const calendar = compileCalendar(changedCalendar(data, { set: dates.map(typhoon), clear: [] }));
  return { calendar };
};
const corrected = (c: Case, at: string, ...dates: string[]) =>
  does(c, 'clock', 'applyCalendar', {}, at, stopped(...dates));
const dispatchOf = (c: Case, department: string) => ({
  dispatchId: c.dispatches.findLast((d) => d.departmentId === department)?.id ?? '',
});
const replied = (c: Case, at: string) =>
  does(
    does(c, 'roads', 'sign', dispatchOf(c, 'roads')),
    'roads',
    'reply',
    { ...dispatchOf(c, 'roads'), ...answer },
    at,
  );

/** Asked on Tuesday the 3rd, answered by the citizen on Thursday the 5th: the promise of 24:00 of the 17th is 24:00 of the 19th. */
function heldUp(): Case {
  const sent = dispatched(logged(2), 'roads');
  const signed = does(sent, 'roads', 'sign', dispatchOf(sent, 'roads'));
  const asked = does(signed, 'roads', 'askQuestion', {
    ...dispatchOf(sent, 'roads'),
    reason: '需要市民补充具体位置。',
  });
  const tuesday = '2026-11-03T02:00:00.000Z';
  const put = does(asked, 'agent', 'askCitizen', { appealId: 'a2', question: '在哪里？' }, tuesday);
  return does(put, 'agent', 'supplement', { appealId: 'a2', text: '在88号门口。' }, '2026-11-05T02:00:00.000Z');
}

test('a promise that stood still before its ticket was merged is counted again with what held it', () => {
  const held = heldUp();
  expect(held.appeals[0]?.promisedDueAt).toBe('2026-11-19T16:00:00.000Z');
  const friday = '2026-11-06T02:00:00.000Z';
  const into = dispatched(logged(1), 'gas');
  const joint = mergedInto(held, into, friday);
  expect(joint.pauses.map((p) => [p.id, p.ticketId])).toEqual([['a2-p1', 't1']]);
  const after = corrected(joint, friday, '2026-11-12');
  expect(after.appeals.map((a) => [a.id, a.promisedDueAt])).toEqual([
    ['a1', '2026-11-18T16:00:00.000Z'],
    ['a2', '2026-11-20T16:00:00.000Z'],
  ]);
});

test('a pause after a merge has an id of its own beside the one that came with the appeal', () => {
  const friday = '2026-11-06T02:00:00.000Z';
  const joint = mergedInto(heldUp(), dispatched(logged(1), 'gas'), friday);
  const signed = does(joint, 'gas', 'sign', dispatchOf(joint, 'gas'), friday);
  const asked = does(
    signed,
    'gas',
    'requestShelving',
    {
      ...dispatchOf(joint, 'gas'),
      reasonCode: 'funds',
      reason: '已列入计划，待招标完成。',
      reviewAt: '2026-11-30T02:00:00.000Z',
    },
    friday,
  );
  const shelved = does(asked, 'manager', 'approveShelving', { requestId: asked.requests.at(-1)?.id }, friday);
  expect(shelved.pauses.map((p) => p.id).sort()).toEqual(['a1-p1', 'a2-p1', 'a2-p2', 't1-p1']);
});

test('the term of a review moves with the calendar: replied on a Monday it is due on Tuesday, or on Wednesday after a typhoon', () => {
  const c = replied(dispatched(logged(), 'roads'), monday);
  expect(c.ticket.reviewDueAt).toBe('2026-11-03T16:00:00.000Z');
  const after = corrected(c, monday, '2026-11-03');
  expect(after.ticket.reviewDueAt).toBe('2026-11-04T16:00:00.000Z');
});

test('the term for callbacks moves with the calendar, and with it the callback that is owed', () => {
  const c = replied(dispatched(logged(), 'roads'), monday);
  const accepted = does(c, 'reviewer', 'acceptReply', dispatchOf(c, 'roads'));
  expect(accepted.ticket.callbackDueAt).toBe('2026-11-09T16:00:00.000Z');
  const after = corrected(accepted, monday, '2026-11-05');
  expect(after.ticket.callbackDueAt).toBe('2026-11-10T16:00:00.000Z');
  expect(after.callbacks.map((b) => b.dueAt)).toEqual(['2026-11-10T16:00:00.000Z']);
});

test('a day after the term moves nothing', () => {
  const c = replied(dispatched(logged(), 'roads'), monday);
  const clocks = (of: Case, date: string) =>
    correct(of, moment(monday, stopped(date)), stillOpen).moves.map((x) => x.clock);
  expect(clocks(c, '2026-11-03')).toContain('review');
  expect(clocks(c, '2026-11-04')).not.toContain('review');
});

function mergedInto(c: Case, into: Case, at: string): Case {
  const m = moment(at, { other: into });
  const seen = { into: into.ticket.id, intoVersion: into.ticket.version };
  const { other } = takeAction(c, 'merge', c.ticket.version, seen, { ...m, actor: cast.dispatcher });
  if (!other) throw new Error('nothing was merged');
  return other.case;
}
