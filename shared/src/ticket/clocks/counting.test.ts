import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../time/calendar/calendar.ts';
import { changedCalendar } from '../../time/calendar/calendarChange.ts';
import { stateCouncilCalendar } from '../../time/calendar/stateCouncilCalendar.ts';
import { addMs } from '../../time/instant.ts';
import { limitUnits } from '../../time/limit.ts';
import { type Clock, isRunning, limitInForce, type Move } from './clock.ts';
import { asItStands, moved, type ReplyClocks, recounted, started } from './counting.ts';

const data = stateCouncilCalendar('town');
const calendar = compileCalendar(data);
/** Thursday 5 November 2026 is not worked after all. */
const typhoon = compileCalendar(
  changedCalendar(data, { set: [{ date: '2026-11-05', working: false, name: '台风停工' }], clear: [] }),
);
/** Monday 2 November 2026, 10:00 in Fuzhou. */
const monday = '2026-11-02T02:00:00.000Z';
const none: ReplyClocks = () => {
  throw new Error('nothing is counted against another');
};
const days = (amount: number) => ({ amount, unit: 'workingDays' as const });
const reply = (amount: number, more: Partial<Clock> = {}, replies = none) =>
  started({ of: 'reply', startedAt: monday, limits: [days(amount)], rule: null, ...more }, calendar, replies);
const again = (clock: Clock, by = typhoon, replies = none) => recounted(clock, by, replies, monday);

describe('a clock counted again', () => {
  test('by the calendar it was counted by is the same clock', () => {
    const clock = moved(reply(10), { by: 'extension', at: monday, days: 2, unit: 'workingDays' }, calendar);
    expect(again(clock, calendar)).toBe(clock);
  });

  test('has what moved it in the order it came, keeps its original due, and says by which calendar', () => {
    const extended = moved(reply(5), { by: 'extension', at: monday, days: 2, unit: 'workingDays' }, calendar);
    // Five days end on Monday the 9th, two more on Wednesday the 11th; without the 5th a day later.
    expect([extended.originalDueAt, extended.dueAt]).toEqual(['2026-11-09T16:00:00.000Z', '2026-11-11T16:00:00.000Z']);
    const counted = again(extended);
    expect(counted).toMatchObject({
      originalDueAt: '2026-11-09T16:00:00.000Z',
      dueAt: '2026-11-12T16:00:00.000Z',
      calendarVersion: 2,
    });
    expect(counted.moves.at(-1)).toEqual({
      by: 'calendar',
      at: monday,
      version: 2,
      from: extended.dueAt,
      to: counted.dueAt,
    });
    // And back again.
    expect(again(counted, calendar).dueAt).toBe(extended.dueAt);
  });

  test('of natural days and one working day counts the day from the end of the days', () => {
    const clock = started(
      { of: 'promise', startedAt: monday, limits: [{ amount: 2, unit: 'days' }, days(1)], rule: null },
      calendar,
    );
    // 24:00 of Wednesday the 4th, and Thursday the 5th; without it Friday the 6th.
    expect(clock.dueAt).toBe('2026-11-05T16:00:00.000Z');
    expect(again(clock).dueAt).toBe('2026-11-06T16:00:00.000Z');
  });

  test('a pause over the day off no longer holds it up by that day', () => {
    const pause: Move = { by: 'pause', from: '2026-11-04T02:00:00.000Z', to: '2026-11-06T02:00:00.000Z' };
    const clock = moved(reply(10), pause, calendar);
    expect(clock.dueAt).toBe('2026-11-18T16:00:00.000Z');
    expect(again(clock).dueAt).toBe('2026-11-18T16:00:00.000Z');
  });

  test('an assist is counted against its lead as that stood when it was sent, whatever moved the lead since', () => {
    const lead = reply(10);
    const before = asItStands('lead', lead, monday);
    const assist = reply(10, { before }, () => lead);
    const extended = moved(lead, { by: 'extension', at: monday, days: 5, unit: 'workingDays' }, calendar);
    expect([lead.dueAt, assist.dueAt]).toEqual(['2026-11-16T16:00:00.000Z', '2026-11-13T16:00:00.000Z']);
    expect(again(assist, typhoon, () => extended).dueAt).toBe('2026-11-16T16:00:00.000Z');
  });

  test('what is sent meanwhile rests on the lead as it stands, counted by the calendar of its time', () => {
    const lead = reply(10);
    const assist = started(
      { of: 'reply', startedAt: monday, limits: [days(10)], rule: null, before: asItStands('lead', lead, monday) },
      typhoon,
      () => lead,
    );
    expect(assist.dueAt).toBe('2026-11-13T16:00:00.000Z');
  });
});

describe('a raised urgency', () => {
  const urgency = (limit: Clock['limits'][number], at = monday): Move => ({
    by: 'urgency',
    at,
    limit,
    before: null,
    notAfter: null,
  });

  test('shortens, and from then on its own limit counts', () => {
    const clock = moved(reply(10), urgency({ amount: 2, unit: 'hours' }), calendar);
    expect(clock.dueAt).toBe('2026-11-02T04:00:00.000Z');
    expect(limitInForce(clock)).toEqual({ from: monday, limit: { amount: 2, unit: 'hours' } });
    // So a pause of half an hour within the day is half an hour, not no working day.
    const pause: Move = { by: 'pause', from: '2026-11-02T02:30:00.000Z', to: '2026-11-02T03:00:00.000Z' };
    expect(moved(clock, pause, calendar).dueAt).toBe('2026-11-02T04:30:00.000Z');
  });

  test('never lengthens: what is due sooner keeps its due and its limit, but remembers', () => {
    const clock = moved(reply(1), urgency(days(3)), calendar);
    expect(clock).toMatchObject({ dueAt: '2026-11-03T16:00:00.000Z', raised: null });
    expect(limitInForce(clock).limit).toEqual(days(1));
    expect(clock.moves).toHaveLength(1);
  });

  test('that did not matter may matter once the calendar is corrected', () => {
    const clock = moved(reply(3), urgency(days(1), '2026-11-04T02:00:00.000Z'), calendar);
    expect(clock.dueAt).toBe('2026-11-05T16:00:00.000Z');
    const natural = moved(reply(3), urgency({ amount: 40, unit: 'hours' }, '2026-11-04T02:00:00.000Z'), calendar);
    // Forty hours from Wednesday 10:00 end on Friday 02:00, after Thursday 24:00, but before Friday 24:00.
    expect(natural).toMatchObject({ dueAt: '2026-11-05T16:00:00.000Z', raised: null });
    expect(again(natural)).toMatchObject({
      dueAt: '2026-11-05T18:00:00.000Z',
      raised: { limit: { amount: 40, unit: 'hours' } },
    });
  });
});

test('a sub-dispatch is due no later than the one it was sent on from had become', () => {
  const parent = moved(
    reply(10),
    { by: 'urgency', at: monday, limit: days(2), before: null, notAfter: null },
    calendar,
  );
  const move: Move = { by: 'parent', at: monday, notAfter: asItStands('parent', parent, monday) };
  const child = moved(reply(5), move, calendar, () => parent);
  expect(child.dueAt).toBe('2026-11-04T16:00:00.000Z');
  expect(moved(reply(1), move, calendar, () => parent).dueAt).toBe('2026-11-03T16:00:00.000Z');
});

test('what was promised anew or corrected is told, and moves nothing when it is counted once more', () => {
  const told: Move = { by: 'amendment', at: monday, from: '2026-11-20T16:00:00.000Z', to: '2026-11-16T16:00:00.000Z' };
  expect(moved(reply(10), told, calendar)).toEqual({ ...reply(10), moves: [told] });
});

test('a clock can be moved until its due, and not once it was met or fell away', () => {
  const clock = reply(1);
  expect(isRunning(clock, addMs(clock.dueAt, -1))).toBe(true);
  expect(isRunning(clock, clock.dueAt)).toBe(false);
  for (const isMet of [true, false])
    expect(isRunning({ ...clock, stopped: { at: monday, isMet } }, monday)).toBe(false);
});

const limit = fc.record({ amount: fc.integer({ min: 1, max: 12 }), unit: fc.constantFrom(...limitUnits) });
const instant = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => addMs(monday, minutes * 60_000));
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(instant, instant).map(([a, b]): Move => ({ by: 'pause', from: a < b ? a : b, to: a < b ? b : a })),
  fc
    .tuple(instant, fc.integer({ min: 1, max: 5 }), fc.constantFrom('days', 'workingDays'))
    .map(([at, n, unit]): Move => ({ by: 'extension', at, days: n, unit })),
  fc.tuple(instant, limit).map(([at, its]): Move => ({ by: 'urgency', at, limit: its, before: null, notAfter: null })),
);

test('counted again it is what it would have been, had the calendar been known from the start', () => {
  // As far into the next year as five moves can carry a clock.
  const far = { ...data, to: '2027-12-31' };
  const first = compileCalendar(far);
  const corrected = fc
    .array(fc.integer({ min: 3, max: 27 }), { minLength: 1, maxLength: 5 })
    .map((dates) => [...new Set(dates)].map((d) => `2026-11-${String(d).padStart(2, '0')}`))
    .map((dates) => {
      const set = dates.map((date) => ({ date, working: false, name: '停工' }));
      return compileCalendar({ ...far, version: 2, special: [...data.special, ...set] });
    });
  fc.assert(
    fc.property(instant, limit, fc.array(move, { maxLength: 5 }), corrected, (startedAt, its, moves, other) => {
      const lived = (cal: typeof calendar) =>
        moves.reduce(
          (clock, m) => moved(clock, m, cal),
          started({ of: 'reply', startedAt, limits: [its], rule: null }, cal),
        );
      const [before, known] = [lived(first), lived(other)];
      const counted = recounted(before, other, none, monday);
      expect([counted.dueAt, limitInForce(counted)]).toEqual([
        known.dueAt,
        known.dueAt === before.dueAt ? limitInForce(before) : limitInForce(known),
      ]);
      expect(counted.originalDueAt).toBe(before.originalDueAt);
    }),
    { numRuns: Number(process.env['HOTLINE_RUNS'] ?? 200) },
  );
});
