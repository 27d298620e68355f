import { expect, test } from 'vitest';
import { compileCalendar } from '../../time/calendar/calendar.ts';
import { stateCouncilCalendar } from '../../time/calendar/stateCouncilCalendar.ts';
import { addMs } from '../../time/instant.ts';
import { dayMs as day } from '../../time/localDate.ts';
import type { Case } from '../model/case.ts';
import type { Dispatch } from '../model/dispatch.ts';
import { crowd } from '../testing/crowd.test-support.ts';
import { does, type Who, why } from '../testing/town.test-support.ts';
import { moved, recounted, replyClocksOf } from './counting.ts';

const { 'three at work': atWork } = crowd();
if (!atWork) throw new Error('no scene');
const calendar = compileCalendar(stateCouncilCalendar('town'));
const at = (date: number) => `2026-11-${String(date).padStart(2, '0')}T02:00:00.000Z`;
const hour = 3_600_000;
const [tuesday, thursday, friday, nextTuesday] = [at(3), at(5), at(6), at(10)];

/** A department asks, and the question is put to this citizen. */
function asks(c: Case, who: Who, appealId: string, when: string): Case {
  const dispatchId = c.dispatches.find((d) => d.departmentId === who)?.id ?? '';
  const asked = does(c, who, 'askQuestion', { dispatchId, reason: '需要市民补充具体位置。' }, when);
  return does(asked, 'agent', 'askCitizen', { appealId, question: '请补充具体位置。' }, when);
}
const answers = (c: Case, appealId: string, when: string) =>
  does(c, 'agent', 'supplement', { appealId, text: '在88号门口。' }, when);
const promise = (c: Case, id: string) => c.appeals.find((a) => a.id === id)?.promiseClock;
const reply = (c: Case, departmentId: string) => c.dispatches.find((d) => d.departmentId === departmentId)?.replyClock;
const pauses = (clock: ReturnType<typeof promise>) =>
  clock?.moves.flatMap((m) => (m.by === 'pause' ? [[m.from, m.to]] : []));

test('two citizens are asked: each promise waits for its own, the departments for both, and no day counts twice', () => {
  const both = asks(asks(atWork, 'gas', 'a2', tuesday), 'water', 'a3', thursday);
  const one = answers(both, 'a2', friday);
  expect([promise(one, 'a2')?.pausedAt, promise(one, 'a3')?.pausedAt]).toEqual([null, thursday]);
  expect([reply(one, 'water')?.pausedAt, reply(one, 'gas')?.pausedAt]).toEqual([tuesday, tuesday]);
  expect(one.pauses.filter((p) => p.appealId === 'a3').map((p) => p.clock?.stopped)).toEqual([null]);
  const all = answers(one, 'a3', nextTuesday);
  expect(all.pauses.every((p) => p.endedAt !== null)).toBe(true);
  expect(pauses(promise(all, 'a2'))).toEqual([[tuesday, friday]]);
  expect(pauses(promise(all, 'a3'))).toEqual([[thursday, nextTuesday]]);
  for (const department of ['water', 'gas']) {
    expect(pauses(reply(all, department))).toEqual([[tuesday, nextTuesday]]);
    expect(reply(all, department)?.pausedAt).toBeNull();
  }
});

test('one citizen is asked twice: a question that ran out leaves the other its time, and is not taken for answered', () => {
  const twice = asks(asks(atWork, 'gas', 'a2', tuesday), 'water', 'a2', thursday);
  const [first, second] = twice.pauses.filter((p) => p.appealId === 'a2');
  const out = does(twice, 'clock', 'endQuestion', {}, at(11));
  expect(out.pauses.filter((p) => p.appealId === 'a2').map((p) => p.endedAt)).toEqual([first?.untilAt, null]);
  expect(promise(out, 'a2')?.pausedAt).toBe(tuesday);
  expect(reply(out, 'gas')?.pausedAt).toBe(tuesday);
  const over = does(out, 'clock', 'endQuestion', {}, at(16));
  expect(over.pauses.map((p) => p.clock?.stopped?.isMet)).not.toContain(true);
  expect(pauses(promise(over, 'a2'))).toEqual([[tuesday, second?.untilAt]]);
  expect(pauses(reply(over, 'gas'))).toEqual([[tuesday, second?.untilAt]]);
});

test('a question put after the time of the one before was over, which nobody had ended yet, begins its own pause', () => {
  const twice = asks(asks(atWork, 'gas', 'a2', tuesday), 'water', 'a2', at(12));
  const [first] = twice.pauses.filter((p) => p.appealId === 'a2');
  expect((first?.untilAt ?? '') < at(12)).toBe(true);
  const told = answers(twice, 'a2', at(13));
  expect(pauses(promise(told, 'a2'))).toEqual([
    [tuesday, first?.untilAt],
    [at(12), at(13)],
  ]);
});

test('departments wait no longer for a citizen who answered, also where his promise had been broken before he was asked', () => {
  const dueAt = promise(atWork, 'a2')?.dueAt ?? '';
  const soon = reply(atWork, 'water')?.dueAt ?? '';
  const asked = asks(atWork, 'water', 'a2', dueAt);
  expect(dueAt < soon).toBe(true);
  expect(asked.pauses.filter((p) => p.endedAt === null).map((p) => p.appealId)).not.toContain('a2');
  expect(reply(asked, 'water')?.pausedAt).toBe(dueAt);
  const told = answers(asked, 'a2', '2026-11-20T02:00:00.000Z');
  expect(reply(told, 'water')?.pausedAt).toBeNull();
});

test('a clock that stands still has not run out: more can be asked for, and what is asked for later counts', () => {
  const water = atWork.dispatches.find((d) => d.departmentId === 'water');
  if (!water) throw new Error('no dispatch');
  const after = addMs(water.dueAt, 3_600_000);
  const wishes = [
    ['requestExtension', { dispatchId: water.id, days: 1, reasonCode: 'complex', reason: '需现场核查。' }],
    [
      'requestShelving',
      { dispatchId: water.id, reasonCode: 'funds', reason: '待招标。', reviewAt: addMs(after, 86_400_000) },
    ],
    ['subDispatch', { dispatchId: water.id, departmentId: 'east' }],
  ] as const;
  for (const [verb, input] of wishes) expect(why(atWork, 'water', verb, input, after)).toBe('overdueAlready');
  const asked = asks(atWork, 'gas', 'a1', addMs(water.dueAt, -3_600_000));
  for (const [verb, input] of wishes) expect(why(asked, 'water', verb, input, after)).toBeNull();
  const wanted = does(asked, 'water', ...wishes[1], after);
  expect(why(wanted, 'manager', 'approveShelving', { requestId: wanted.requests.at(-1)?.id }, after)).toBeNull();
});

/** The lead and gas wait for an answer of the citizen; roads assist no more, and may be asked to again. */
function waits(c: Case, water: Dispatch) {
  const asked = asks(c, 'gas', 'a1', addMs(water.dueAt, -2 * day));
  const roads = asked.dispatches.find((d) => d.departmentId === 'roads');
  return does(asked, 'dispatcher', 'releaseAssist', { dispatchId: roads?.id }, addMs(water.dueAt, -day));
}
/** The clock of what was sent to this department last. */
const last = (c: Case, departmentId: string) =>
  c.dispatches.findLast((d) => d.departmentId === departmentId)?.replyClock;

test('what is sent while the lead stands still is due within what the lead has left, and not born overdue', () => {
  const water = atWork.dispatches.find((d) => d.departmentId === 'water');
  if (!water) throw new Error('no dispatch');
  const asked = waits(atWork, water);
  const still = reply(asked, 'water');
  if (!still) throw new Error('no clock');
  // Its due is long past when it passes it on, and yet it has as much left as when the citizen was asked.
  const after = addMs(water.dueAt, 5 * day);
  const sent = does(asked, 'water', 'subDispatch', { dispatchId: water.id, departmentId: 'east' }, after);
  const wider = does(sent, 'dispatcher', 'addAssist', { departmentId: 'roads' }, after);
  const goingOn = moved(still, { by: 'pause', from: still.pausedAt ?? '', to: after }, calendar).dueAt;
  for (const department of ['east', 'roads']) {
    const clock = last(wider, department);
    expect(clock?.pausedAt).toBeNull();
    expect(clock?.originalDueAt).toBe(clock?.dueAt);
    expect((clock?.dueAt ?? '') > after).toBe(true);
    expect((clock?.dueAt ?? '') < goingOn).toBe(true);
    // Counted again it is the same, for the time that the lead stood still is kept with it.
    expect(clock && recounted(clock, calendar, replyClocksOf(wider), after)).toEqual(clock);
  }
  // What happens next takes nothing from it; and when the lead goes on, it is due after both.
  const noted = does(wider, 'water', 'progress', { dispatchId: water.id, text: '正在核查。' }, addMs(after, 60_000));
  expect(last(noted, 'east')?.dueAt).toBe(last(sent, 'east')?.dueAt);
  const told = answers(noted, 'a1', addMs(after, day));
  for (const department of ['east', 'roads'])
    expect((last(told, department)?.dueAt ?? '') <= (reply(told, 'water')?.dueAt ?? '')).toBe(true);
});

test('a raised urgency shortens an assist against a lead that stands still by what the lead has left', () => {
  const water = atWork.dispatches.find((d) => d.departmentId === 'water');
  if (!water) throw new Error('no dispatch');
  const asked = waits(atWork, water);
  const after = addMs(water.dueAt, 5 * day);
  const wider = does(asked, 'dispatcher', 'addAssist', { departmentId: 'roads' }, after);
  const raised = does(wider, 'agent', 'amend', { urgency: 'urgent' }, addMs(after, 60_000));
  for (const d of raised.dispatches.filter((x) => x.sentAt === after)) expect(d.dueAt > after).toBe(true);
});

test('an urgency raised while a clock stands still counts from then: a limit of two hours is two hours of running time', () => {
  const asked = asks(atWork, 'gas', 'a1', tuesday);
  const raised = does(asked, 'agent', 'amend', { urgency: 'critical' }, thursday);
  const told = answers(raised, 'a1', friday);
  expect(reply(told, 'water')?.dueAt).toBe(addMs(friday, 2 * hour));
  // Its due lay behind when it was raised, and yet it is shortened, for more than two hours were left of it.
  const water = atWork.dispatches.find((d) => d.departmentId === 'water');
  if (!water) throw new Error('no dispatch');
  const late = asks(atWork, 'gas', 'a1', addMs(water.dueAt, -14 * hour));
  const meanwhile = does(late, 'agent', 'amend', { urgency: 'critical' }, addMs(water.dueAt, 2 * day));
  const later = addMs(water.dueAt, 3 * day);
  expect(reply(answers(meanwhile, 'a1', later), 'water')?.dueAt).toBe(addMs(later, 2 * hour));
});

test('an urgency that leaves more than a waiting clock has left changes nothing of it', () => {
  const water = atWork.dispatches.find((d) => d.departmentId === 'water');
  if (!water) throw new Error('no dispatch');
  const asked = asks(atWork, 'gas', 'a1', addMs(water.dueAt, -14 * hour));
  const raised = does(asked, 'agent', 'amend', { urgency: 'urgent' }, addMs(water.dueAt, 2 * hour));
  const to = addMs(water.dueAt, 20 * hour);
  expect(reply(answers(raised, 'a1', to), 'water')?.dueAt).toBe(reply(answers(asked, 'a1', to), 'water')?.dueAt);
});
