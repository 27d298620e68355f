import { describe, expect, test } from 'vitest';
import { type Calendar, compileCalendar } from '../../time/calendar/calendar.ts';
import type { SpecialDay } from '../../time/calendar/calendarData.ts';
import { stateCouncilCalendar } from '../../time/calendar/stateCouncilCalendar.ts';
import type { Case } from '../model/case.ts';
import { changes } from '../testing/changes.test-support.ts';
import { crowd } from '../testing/crowd.test-support.ts';
import { scenes } from '../testing/scenes.test-support.ts';
import { dispatched, does, logged, moment, type Who, why } from '../testing/town.test-support.ts';
import type { Moment } from '../verb.ts';
import { correct, stillOpen } from './correction.ts';

const calendarOf = (version: number, ...days: SpecialDay[]): Calendar => {
  const data = stateCouncilCalendar('town', version);
  const others = data.special.filter((s) => days.every((d) => d.date !== s.date));
  return compileCalendar({ ...data, special: [...others, ...days].toSorted((a, b) => (a.date < b.date ? -1 : 1)) });
};
const thursdayOff: SpecialDay = { date: '2026-11-05', working: false, name: '防台风停工' };
const saturdayOn: SpecialDay = { date: '2026-11-14', working: true, name: '补班' };
/** Thursday 5 November off, known on the evening before; Saturday 14 worked instead, known on the 9th. */
const [second, third] = [calendarOf(2, thursdayOff), calendarOf(3, thursdayOff, saturdayOn)];
const [tuesday, wednesday, tenth] = [
  '2026-11-03T03:00:00.000Z',
  '2026-11-04T10:00:00.000Z',
  '2026-11-10T02:00:00.000Z',
];
const corrected = { calendar: second };
const again = { calendar: third };

const applied = (c: Case, at: string, more: Partial<Moment>): Case =>
  why(c, 'clock', 'applyCalendar', {}, at, more) === null ? does(c, 'clock', 'applyCalendar', {}, at, more) : c;

test('what a corrected calendar moves in every case, and what the next correction moves then', async () => {
  const lines = Object.entries({ ...scenes(), ...crowd() }).flatMap(([scene, c]) => {
    const once = applied(c, wednesday, corrected);
    const twice = applied(once, tenth, again);
    return [`\n# ${scene}`, ...changes(c, once), ...(twice === once ? [] : ['and then', ...changes(once, twice)])];
  });
  await expect(`${lines.join('\n').trim()}\n`).toMatchFileSnapshot('../golden/corrections.txt');
});

const sent = dispatched(logged(), 'gas', ['roads']);
const dispatch = (c: Case, who: string) => c.dispatches.findLast((d) => d.departmentId === who);
const about = (c: Case, who: string) => ({ dispatchId: dispatch(c, who)?.id ?? '' });
const signed = does(sent, 'gas', 'sign', about(sent, 'gas'));

describe('a day off more', () => {
  test('gives a department that day more, its assist too, and the citizen is told a day later', () => {
    const { moves } = correct(signed, moment(wednesday, corrected), stillOpen);
    expect(moves).toEqual([
      {
        ...{ clock: 'promise', id: 'a1', departmentId: null },
        ...{ from: '2026-11-17T16:00:00.000Z', to: '2026-11-18T16:00:00.000Z' },
      },
      {
        ...{ clock: 'reply', id: 't1-d1', departmentId: 'gas' },
        ...{ from: '2026-11-16T16:00:00.000Z', to: '2026-11-17T16:00:00.000Z' },
      },
      {
        ...{ clock: 'reply', id: 't1-d2', departmentId: 'roads' },
        ...{ from: '2026-11-13T16:00:00.000Z', to: '2026-11-16T16:00:00.000Z' },
      },
    ]);
  });

  test('moves the time to sign and to send out where it falls into it', () => {
    const at = '2026-11-04T09:00:00.000Z';
    const late = logged(1, {}, at);
    const { moves } = correct(late, moment('2026-11-04T10:00:00.000Z', corrected), stillOpen);
    expect(moves.map(({ clock, from, to }) => [clock, from, to])).toEqual([
      ['promise', '2026-11-19T16:00:00.000Z', '2026-11-20T16:00:00.000Z'],
      ['dispatching', '2026-11-05T03:00:00.000Z', '2026-11-06T03:00:00.000Z'],
    ]);
    const out = does(late, 'dispatcher', 'dispatch', { leadId: 'gas', assistIds: [] }, at);
    const signing = correct(out, moment('2026-11-04T10:00:00.000Z', corrected), stillOpen).moves.find(
      (x) => x.clock === 'signing',
    );
    expect(signing).toMatchObject({ from: '2026-11-05T16:00:00.000Z', to: '2026-11-06T16:00:00.000Z' });
  });

  test('is nothing to what is over, nor where the calendar is as it was', () => {
    const gone = does(signed, 'citizen', 'withdraw', { appealId: 'a1' });
    expect(correct(gone, moment(wednesday, corrected), stillOpen).moves).toEqual([]);
    expect(why(signed, 'clock', 'applyCalendar', {}, wednesday)).toBe('calendarSame');
  });

  test('moves a due that a raised urgency shortened by what is left of it: natural hours by nothing, a day by a day', () => {
    const moved = (c: Case) =>
      correct(c, moment(wednesday, corrected), stillOpen).moves.map(({ clock, id, from, to }) => [clock, id, from, to]);
    const promise = ['promise', 'a1', '2026-11-17T16:00:00.000Z', '2026-11-18T16:00:00.000Z'];
    expect(moved(does(signed, 'dispatcher', 'amend', { urgency: 'critical' }, tuesday))).toEqual([promise]);
    const days = moment().rules.rules.map((r) => ({ ...r, replyLimit: { amount: 3, unit: 'workingDays' as const } }));
    const shorter = { rules: { id: 'town', version: 2, rules: days } };
    // Three working days from Tuesday: 24:00 of Friday, of Monday after the day off.
    expect(moved(does(signed, 'dispatcher', 'amend', { urgency: 'critical' }, tuesday, shorter))).toEqual([
      promise,
      ['reply', 't1-d1', '2026-11-06T16:00:00.000Z', '2026-11-09T16:00:00.000Z'],
      ['reply', 't1-d2', '2026-11-05T16:00:00.000Z', '2026-11-06T16:00:00.000Z'],
    ]);
  });

  test('moves a supervision order and a question that holds clocks up', () => {
    const order = does(signed, 'supervisor', 'supervise', { level: 'city', demand: '请说明进展。', days: 3 }, tuesday);
    const asked = does(order, 'gas', 'askQuestion', { ...about(order, 'gas'), reason: '需要市民补充具体位置。' });
    const put = does(asked, 'agent', 'askCitizen', { appealId: 'a1', question: '在哪里？' }, tuesday);
    const {
      moves,
      changed: { orders, pauses },
    } = correct(put, moment(wednesday, corrected), stillOpen);
    expect(
      moves.filter(({ clock }) => clock === 'order' || clock === 'question').map(({ id, to }) => [id, to]),
    ).toEqual([
      ['t1-o1', '2026-11-09T16:00:00.000Z'],
      ['a1-p1', '2026-11-11T16:00:00.000Z'],
      ['t1-p1', '2026-11-11T16:00:00.000Z'],
      ['t1-p2', '2026-11-11T16:00:00.000Z'],
    ]);
    expect(orders[0]?.dueAt).toBe('2026-11-09T16:00:00.000Z');
    expect(pauses.map((p) => p.untilAt)).toEqual(Array(3).fill('2026-11-11T16:00:00.000Z'));
  });

  test('leaves the original due, counts by the new version from then on, and is not applied twice', () => {
    const after = applied(signed, wednesday, corrected);
    expect(dispatch(after, 'gas')).toMatchObject({
      ...{ originalDueAt: '2026-11-16T16:00:00.000Z', dueAt: '2026-11-17T16:00:00.000Z', dueDay: '2026-11-17' },
      ...{ yellowDueAt: '2026-11-16T16:00:00.000Z', replyClock: { calendarVersion: 2 } },
    });
    expect(after.appeals[0]).toMatchObject({ promisedDay: '2026-11-18' });
    expect(why(after, 'clock', 'applyCalendar', {}, wednesday, corrected)).toBe('calendarSame');
  });
});

describe('an extension and a pause', () => {
  const reason = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
  const extended = (c: Case, who: Who, at: string, more: object = {}) => {
    const asked = does(c, who, 'requestExtension', { ...about(c, who), days: 3, ...reason }, at);
    return does(asked, 'reviewer', 'grantExtension', { requestId: asked.requests.at(-1)?.id, ...more }, at);
  };

  test('are counted again with the days that were granted, after what was due before them', () => {
    const longer = extended(signed, 'gas', tuesday, { days: 2 });
    const { moves } = correct(longer, moment(wednesday, corrected), stillOpen);
    expect(moves.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['a1', '2026-11-19T16:00:00.000Z', '2026-11-20T16:00:00.000Z'],
      ['t1-d1', '2026-11-18T16:00:00.000Z', '2026-11-19T16:00:00.000Z'],
      ['t1-d2', '2026-11-13T16:00:00.000Z', '2026-11-16T16:00:00.000Z'],
    ]);
  });

  test('of an assist leaves the promise and the lead as they are', () => {
    const both = does(signed, 'roads', 'sign', about(signed, 'roads'));
    const longer = extended(extended(both, 'gas', tuesday), 'roads', tuesday, { days: 1 });
    const at = (c: Case) => [c.appeals[0]?.promisedDueAt, dispatch(c, 'gas')?.dueAt, dispatch(c, 'roads')?.dueAt];
    expect(at(longer)).toEqual(['2026-11-20T16:00:00.000Z', '2026-11-19T16:00:00.000Z', '2026-11-16T16:00:00.000Z']);
    expect(at(applied(longer, wednesday, corrected))).toEqual([
      '2026-11-23T16:00:00.000Z',
      '2026-11-20T16:00:00.000Z',
      '2026-11-17T16:00:00.000Z',
    ]);
  });

  test('that lay over the day off no longer count it', () => {
    const asked = does(signed, 'gas', 'askQuestion', { ...about(signed, 'gas'), reason: '需要市民补充具体位置。' });
    const put = does(asked, 'agent', 'askCitizen', { appealId: 'a1', question: '在哪里？' }, wednesday);
    const told = does(
      put,
      'citizen',
      'supplement',
      { appealId: 'a1', text: '在88号门口。' },
      '2026-11-06T02:00:00.000Z',
    );
    expect(dispatch(told, 'gas')?.dueAt).toBe('2026-11-18T16:00:00.000Z');
    const { dispatches } = correct(told, moment('2026-11-06T03:00:00.000Z', corrected), stillOpen).changed;
    expect(dispatches[0]?.dueAt).toBe('2026-11-18T16:00:00.000Z');
  });
});

describe('a card', () => {
  const thirteenth = '2026-11-13T02:00:00.000Z';
  const seventeenth = '2026-11-17T02:00:00.000Z';
  test('that would not have been raised yet falls, yellow or red, and so does what the ticket shows', () => {
    const yellow = does(signed, 'clock', 'yellowCard', about(signed, 'gas'), '2026-11-15T16:00:00.000Z');
    expect(applied(yellow, '2026-11-15T17:00:00.000Z', corrected)).toMatchObject({
      cards: [{ revokedAt: '2026-11-15T17:00:00.000Z', revokedBy: 'system', reason: '工作日历更正' }],
      ticket: { card: null },
    });
    const red = does(signed, 'clock', 'redCard', about(signed, 'gas'), seventeenth);
    expect(applied(red, seventeenth, corrected)).toMatchObject({
      cards: [{ revokedBy: 'system' }],
      ticket: { card: null },
    });
  });

  test('that was raised rightly stands, and so does one of another dispatch', () => {
    const red = does(signed, 'clock', 'redCard', about(signed, 'gas'), seventeenth);
    const both = does(red, 'clock', 'redCard', about(red, 'roads'), seventeenth);
    const after = applied(both, '2026-11-17T03:00:00.000Z', corrected);
    expect(after.cards.map((k) => [k.dispatchId, k.revokedAt])).toEqual([
      ['t1-d1', '2026-11-17T03:00:00.000Z'],
      ['t1-d2', null],
    ]);
    expect(after.ticket.card).toBe('red');
    expect(applied(red, '2026-11-17T16:00:00.000Z', corrected).cards[0]?.revokedAt).toBeNull();
    expect(why(signed, 'clock', 'yellowCard', about(signed, 'gas'), thirteenth)).toBe('notDueYet');
  });
});
