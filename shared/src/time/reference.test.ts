import { isMainThread } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileCalendar } from './calendar/calendar.ts';
import type { CalendarData, Period } from './calendar/calendarData.ts';
import { stateCouncilDays } from './calendar/stateCouncil.ts';
import { moveWorkingDays, workingDaysBetween } from './calendar/workingDays.ts';
import { addWorkingMs, workingMsBetween } from './calendar/workingMinutes.ts';
import { inWords } from './countdown.ts';
import { deadline, extend } from './deadline.ts';
import type { Instant } from './instant.ts';
import { type Limit, limitUnits } from './limit.ts';
import { assistDue, returnDue, yellowAt } from './milestones.ts';
import { shiftForPause } from './pause.ts';
import {
  day,
  iso,
  periodsOf,
  slowDeadline,
  slowNthDay,
  slowResume,
  slowWorkingDayMs,
  slowWorkingDays,
  slowWorkingMs,
} from './reference.test-support.ts';

// The clocks against a reference that knows no prefix sums: it walks day by day and minute by minute.

const numRuns = Number(process.env['HOTLINE_RUNS'] ?? 1000);
const timeout = 60_000 + numRuns * 20;

/** The machine's own zone changes nothing; the offset in January and July shows that it was really changed. */
const hostZones: readonly (readonly [string, number, number])[] = [
  ['UTC', 0, 0],
  ['Asia/Shanghai', -480, -480],
  ['America/St_Johns', 210, 150],
];

describe.each(hostZones)('on a host in %s', (zone, january, july) => {
  const own = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  test(`${numRuns} deadlines equal the walk`, { timeout }, () => {
    // A thread, in which mutants are tried, keeps the zone of its process.
    if (isMainThread)
      expect([new Date(2026, 0, 1), new Date(2026, 6, 1)].map((d) => d.getTimezoneOffset())).toEqual([january, july]);
    let answered = 0;
    const property = fc.property(calendarAndStart, limits, ([data, start], limit) => {
      const slow = slowDeadline(data, start, limit);
      if (slow !== null) answered++;
      expect(orMissing(() => deadline(compiled(data), start, limit))).toBe(slow);
    });
    fc.assert(property, { numRuns });
    expect(answered).toBeGreaterThan(numRuns / 2);
  });
});

test('what was left before a pause is left after it', { timeout }, () => {
  const property = fc.property(calendarAndStart, limits, fractions, spans, ([data, start], limit, fraction, span) => {
    const cal = compiled(data);
    const dueAt = slowDeadline(data, start, limit);
    if (dueAt === null) return;
    const from = iso(Date.parse(start) + Math.floor((Date.parse(dueAt) - Date.parse(start)) * fraction));
    if (from >= dueAt) return;
    const to = iso(Date.parse(from) + span);
    expect(orMissing(() => shiftForPause(cal, dueAt, limit, from, to))).toBe(slowResume(data, dueAt, limit, from, to));
  });
  fc.assert(property, { numRuns: numRuns / 5 });
});

test('a clock that had run out before the pause, as a corrected calendar counts, stays as far behind as it was', () => {
  const data = stateCouncil;
  const limit = { amount: 4, unit: 'workingDays' } as const;
  const from = '2026-11-09T16:00:00.000Z';
  for (const dueAt of ['2026-11-05T16:00:00.000Z', '2026-11-09T16:00:00.000Z'])
    for (const to of ['2026-11-12T16:00:00.000Z', '2026-11-14T01:00:00.000Z'])
      expect(slowResume(data, dueAt, limit, from, to)).toBe(shiftForPause(compiled(data), dueAt, limit, from, to));
});

test('an extension counts on from the old due, and a due moved there and back returns', { timeout }, () => {
  const days = fc.integer({ min: 1, max: 15 });
  const property = fc.property(calendarAndStart, limits, days, ([data, start], limit, n) => {
    const cal = compiled(data);
    const dueAt = slowDeadline(data, start, limit);
    if (dueAt === null) return;
    const due = day(data, Date.parse(dueAt) - 1);
    const later = slowNthDay(data, due, n, 'workingDays');
    expect(orMissing(() => extend(cal, dueAt, n, 'workingDays'))).toBe(later);
    expect(extend(cal, dueAt, n, 'days')).toBe(slowNthDay(data, due, n, 'days'));
    if (limit.unit !== 'workingDays' || later === null) return;
    expect(moveWorkingDays(cal, dueAt, n)).toBe(later);
    expect(moveWorkingDays(cal, later, -n)).toBe(dueAt);
  });
  fc.assert(property, { numRuns: numRuns / 5 });
});

test('working time between two instants, and the countdown, equal the walk', { timeout }, () => {
  const property = fc.property(calendarAndStart, spans, ([data, start], span) => {
    const cal = compiled(data);
    const end = iso(Date.parse(start) + span);
    const [startDay, endDay] = [day(data, Date.parse(start)), day(data, Date.parse(end))];
    if (periodsOf(data, endDay) === null) return;
    const ms = slowWorkingMs(data, start, end);
    expect(workingMsBetween(cal, start, end)).toBe(ms);
    if (ms > 0) expect(workingMsBetween(cal, start, addWorkingMs(cal, start, ms))).toBe(ms);
    expect(workingDaysBetween(cal, startDay, endDay)).toBe(slowWorkingDays(data, startDay, endDay));
    const { workingDays, minutes } = inWords(cal, start, end);
    const { workingDays: none, minutes: workingMinutes } = inWords(cal, start, end, 'workingHours');
    expect(workingDays * 1440 + minutes).toBe(Math.ceil(slowWorkingDayMs(data, start, end) / 60_000));
    expect([none, workingMinutes]).toEqual([0, Math.ceil(ms / 60_000)]);
  });
  fc.assert(property, { numRuns: numRuns / 20 });
});

test('every milestone lies between sending and due', { timeout }, () => {
  const property = fc.property(calendarAndStart, limits, ([data, sentAt], limit) => {
    const cal = compiled(data);
    const dueAt = slowDeadline(data, sentAt, limit);
    // The day before may lie before the data, the two days of a return after it.
    if (dueAt === null || slowNthDay(data, day(data, Date.parse(sentAt)), 2, 'workingDays') === null) return;
    const milestones = [assistDue, yellowAt].map((at) => orMissing(() => at(cal, sentAt, dueAt, limit)));
    for (const at of [...milestones, returnDue(cal, sentAt, limit)]) {
      if (at !== null) expect([sentAt, at, dueAt].toSorted()).toEqual([sentAt, at, dueAt]);
    }
  });
  fc.assert(property, { numRuns: numRuns / 5 });
});

// Arbitrary calendars, starts and limits.

const stateCouncil: CalendarData = {
  ...{ id: 'fuzhou', version: 1, name: '福州', utcOffsetMinutes: 480, from: '2013-01-01', to: '2026-12-31' },
  periods: [
    [480, 720],
    [840, 1080],
  ],
  special: stateCouncilDays(),
};
const firstDay = Date.parse('2013-01-01') / 86_400_000;

/** One to three periods of at least half an hour, cut out of the day by sorted marks. */
const periods = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([count, marks]) => {
    const sorted = marks.toSorted((a, b) => a - b).map((mark) => mark * 30);
    return [0, 2, 4].slice(0, count).map((i): Period => [sorted[i] ?? 0, sorted[i + 1] ?? 1440]);
  });

const randomCalendar = fc
  .record({
    first: fc.integer({ min: 0, max: 5000 }),
    length: fc.integer({ min: 20, max: 110 }),
    offset: fc.constantFrom(480, 480, 0, -300, 345, 840, -720),
    periods,
    special: fc.uniqueArray(
      fc.record({ at: fc.integer({ min: 0, max: 109 }), working: fc.boolean(), half: fc.boolean(), periods }),
      { maxLength: 30, selector: ({ at }) => at },
    ),
  })
  .map(({ first, length, offset, periods, special }): CalendarData => {
    const date = (at: number) => new Date((firstDay + first + at) * 86_400_000).toISOString().slice(0, 10);
    const inside = special.filter(({ at }) => at < length);
    return {
      ...{
        id: 'random',
        version: 1,
        name: '随机',
        utcOffsetMinutes: offset,
        from: date(0),
        to: date(length - 1),
        periods,
      },
      special: inside.map(({ at, working, half, periods: own }) => {
        return { date: date(at), working, name: '', ...(working && half ? { periods: own } : {}) };
      }),
    };
  })
  .filter((data) => slowWorkingDays(data, '', data.to) > 0);

/** Starts lie anywhere in the data, half of them on a whole half hour, where periods begin and end. */
const calendarAndStart = fc.oneof(fc.constant(stateCouncil), randomCalendar).chain((data) => {
  const from = Date.parse(`${data.from}T00:00:00Z`) - data.utcOffsetMinutes * 60_000;
  const days = (Date.parse(data.to) - Date.parse(data.from)) / 86_400_000 + 1;
  const anywhere = fc.integer({ min: 0, max: days * 86_400_000 - 1 });
  const halfHour = fc.integer({ min: 0, max: days * 48 - 1 }).map((at) => at * 1_800_000);
  return fc.oneof(anywhere, halfHour).map((ms): [CalendarData, Instant] => [data, iso(from + ms)]);
});

const amounts = { minutes: 3000, hours: 200, days: 60, workingHours: 24, workingDays: 20 };
const limits = fc
  .constantFrom(...limitUnits)
  .chain((unit) => fc.integer({ min: 1, max: amounts[unit] }).map((amount): Limit => ({ amount, unit })));
const fractions = fc.double({ min: 0, max: 1, noNaN: true });
const spans = fc.integer({ min: 1, max: 12 * 86_400_000 });

function compiled(data: CalendarData) {
  return data === stateCouncil ? stateCouncilCalendar : compileCalendar(data);
}

function orMissing(run: () => Instant): Instant | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error && /没有 \d{4} 年/.test(error.message)) return null;
    throw error;
  }
}

const stateCouncilCalendar = compileCalendar(stateCouncil);
