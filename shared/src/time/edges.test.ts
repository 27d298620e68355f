import { describe, expect, test } from 'vitest';
import { compileCalendar } from './calendar/calendar.ts';
import type { CalendarData } from './calendar/calendarData.ts';
import { stateCouncilCalendar } from './calendar/stateCouncilCalendar.ts';
import { earliest, normaliseInstant, toInstant } from './instant.ts';
import { assistDue, returnDue } from './milestones.ts';
import { provisionalRules } from './rules/coverage.ts';
import { defaultRules } from './rules/defaultRules.ts';
import { countedDays, tryRules } from './rules/trial.ts';

const fuzhou = compileCalendar(stateCouncilCalendar('fuzhou'));
const rules = { id: 'r', version: 1, rules: defaultRules([]) };
const codeOf = (run: () => unknown) => {
  try {
    run();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String((error as Error).message);
  }
};

describe('an instant as people write it', () => {
  test.each([
    ['2026-11-02T10:00:00+08:00', '2026-11-02T02:00:00.000Z'],
    ['2026-11-02T10:00+08:00', '2026-11-02T02:00:00.000Z'],
    ['2026-11-02T10:00:07.5+08:00', '2026-11-02T02:00:07.500Z'],
    ['2026-11-02T02:00:00z', '2026-11-02T02:00:00.000Z'],
    ['2026-11-02T02:00:00Z', '2026-11-02T02:00:00.000Z'],
    ['2026-11-02T01:00:00+23:59', '2026-11-01T01:01:00.000Z'],
    ['2026-11-02T01:00:00-00:30', '2026-11-02T01:30:00.000Z'],
    ['9998-12-31T23:59:59.999Z', '9998-12-31T23:59:59.999Z'],
    ['0001-01-01T00:00:00.000Z', '0001-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(normaliseInstant(text)).toBe(instant);
  });

  test.each([
    '2026-11-02T10:00:00',
    '2026-11-02',
    '10:00Z',
    '2026-11-02T10Z',
    '2026-11-02T10:00:00+24:00',
    '2026-11-02T10:00:00+08:60',
    '9998-12-31T23:59:59-00:01',
    '0001-01-01T00:00:00+00:01',
    '0000-01-01T00:00:00Z',
    '9999-12-31T00:00:00Z',
    'x'.repeat(60),
    '',
  ])('«%s» is refused, shortened to forty characters', (text) => {
    expect(codeOf(() => normaliseInstant(text))).toBe('invalid');
    try {
      normaliseInstant(text);
    } catch (error) {
      expect((error as Error).message).toContain(`「${text.slice(0, 40)}」`);
    }
  });

  test('what is no instant inside the program is a bug that says which', () => {
    expect(codeOf(() => toInstant(Date.UTC(10_000, 0, 1)))).toContain('no instant in years 0000–9999: +010000');
    expect(codeOf(() => toInstant(Date.UTC(9999, 11, 31)))).toBeNull();
  });

  test('the earliest of several, of none, of one', () => {
    expect(earliest('2026-11-03', null, '2026-11-02', '2026-11-02')).toBe('2026-11-02');
    expect(earliest(null, null)).toBeNull();
    expect(earliest('2026-11-02', null)).toBe('2026-11-02');
  });
});

describe('the tester of rules', () => {
  const subject = { service: 'general', urgency: 'normal', channel: 'phone', categoryPath: [], departmentPath: null };
  const at = '2026-11-02T02:00:00.000Z';

  test('says of each rule whether it applies, why not, or that it was not asked', () => {
    const trial = tryRules(fuzhou, rules, { ...subject, kind: 'help' }, at);
    expect(trial.promise.rules.map((r) => `${r.index} ${r.rule.id} ${r.verdict} ${r.failed.join(' ')}`.trim())).toEqual(
      [
        '0 critical failed urgencies',
        '1 urgent failed urgencies',
        '2 inquiry failed kinds',
        '3 help applies',
        '4 suggestion notAsked',
        '5 complaint notAsked',
      ],
    );
    expect(trial.promise.clocks).toMatchObject({ promisedDueAt: '2026-11-06T16:00:00.000Z' });
    expect(trial.dispatch).toBeNull();
  });

  test('with a department it tries the dispatch as well, the promise still without', () => {
    const trial = tryRules(fuzhou, rules, { ...subject, kind: 'help', departmentPath: ['water'] }, at);
    expect(trial.dispatch?.rules.filter((r) => r.verdict === 'applies').map((r) => r.rule.id)).toEqual(['help']);
    expect(trial.dispatch?.clocks).toMatchObject({ dueAt: '2026-11-05T16:00:00.000Z' });
    const [help] = rules.rules.filter((r) => r.id === 'help');
    if (!help) throw new Error('no rule');
    const ofWater = { ...rules, rules: [{ ...help, id: 'water', match: { departmentIds: ['water'] } }, help] };
    const both = tryRules(fuzhou, ofWater, { ...subject, kind: 'help', departmentPath: ['water'] }, at);
    expect(both.promise.rules.map((r) => r.verdict)).toEqual(['failed', 'applies']);
    expect(both.dispatch?.rules.map((r) => r.verdict)).toEqual(['applies', 'notAsked']);
  });

  test('shows a refusal where a clock would have been, and none for want of next year', () => {
    const late = tryRules(
      fuzhou,
      rules,
      { ...subject, kind: 'complaint', departmentPath: ['water'] },
      '2012-12-30T02:00:00.000Z',
    );
    expect(late.promise.clocks).toMatchObject({ code: 'conflict' });
    expect(late.dispatch?.clocks).toMatchObject({ code: 'conflict' });
    const next = tryRules(fuzhou, rules, { ...subject, kind: 'complaint' }, '2026-12-30T02:00:00.000Z');
    expect(next.promise.clocks).not.toHaveProperty('code');
  });

  test('counts the days as they are counted', () => {
    // Friday 25 September 2026 is 中秋, the 26th and 27th the weekend after it.
    const days = (unit: 'workingDays' | 'days' | 'hours', dueAt: string) =>
      countedDays(fuzhou, '2026-09-24T02:00:00.000Z', dueAt, { amount: 2, unit }).map(
        (d) => `${d.date} ${d.counted ?? '–'} ${d.worked ? '班' : '休'}`,
      );
    const monday = '2026-09-28T16:00:00.000Z';
    expect(days('workingDays', monday)).toEqual([
      '2026-09-24 – 班',
      '2026-09-25 – 休',
      '2026-09-26 – 休',
      '2026-09-27 – 休',
      '2026-09-28 1 班',
    ]);
    expect(days('days', monday).map((d) => d.split(' ')[1])).toEqual(['–', '1', '2', '3', '4']);
    expect(days('hours', monday).map((d) => d.split(' ')[1])).toEqual(['–', '–', '–', '–', '–']);
    // A due within the day itself, and one before it.
    expect(days('workingDays', '2026-09-24T03:00:00.000Z')).toEqual(['2026-09-24 – 班']);
    expect(days('workingDays', '2026-09-23T03:00:00.000Z')).toEqual([]);
    // Beyond what the calendar knows nothing is shown; its first and last day are known.
    const two = { amount: 2, unit: 'days' } as const;
    expect(countedDays(fuzhou, '2026-12-31T02:00:00.000Z', '2026-12-31T16:00:00.000Z', two)).toHaveLength(1);
    expect(countedDays(fuzhou, '2026-12-31T02:00:00.000Z', '2027-01-01T02:00:00.000Z', two)).toEqual([]);
    expect(countedDays(fuzhou, '2012-12-31T16:00:00.000Z', '2013-01-02T02:00:00.000Z', two)).toHaveLength(2);
    expect(countedDays(fuzhou, '2012-12-31T02:00:00.000Z', '2013-01-02T02:00:00.000Z', two)).toEqual([]);
  });
});

describe('a calendar', () => {
  const data: CalendarData = {
    ...{ id: 'c', version: 3, name: '小', utcOffsetMinutes: 480, from: '2026-03-02', to: '2026-03-02' },
    ...{ periods: [[480, 720]], special: [] },
  };
  const refused = (change: Partial<CalendarData>) => {
    try {
      compileCalendar({ ...data, ...change });
      return null;
    } catch (error) {
      const { code, message, details } = error as { code: string; message: string; details: unknown };
      expect([code, details]).toEqual(['conflict', { calendarId: 'c', calendarVersion: 3 }]);
      return message;
    }
  };
  test('may be of one day, of two hundred years, of a whole day', () => {
    expect(refused({})).toBeNull();
    expect(refused({ periods: [[0, 1440]] })).toBeNull();
    expect(refused({ to: '2226-06-14' })).toBeNull();
  });
  test.each<[string, Partial<CalendarData>, string]>([
    ['from after to', { from: '2026-03-03' }, '晚于截止日期'],
    ['more than two hundred years', { to: '2226-12-31' }, '跨度超过 200 年'],
    ['a special day before', { special: [{ date: '2026-03-01', working: true, name: '' }] }, '不在 2026-03-02 至'],
    ['a special day after', { special: [{ date: '2026-03-03', working: true, name: '' }] }, '不在 2026-03-02 至'],
    ['no standard periods', { periods: [] }, '标准工作时段为空'],
    ['an empty period', { periods: [[480, 480]] }, '标准工作时段须在'],
    ['a period from before midnight', { periods: [[-1, 480]] }, '标准工作时段须在'],
    ['a period past midnight', { periods: [[480, 1441]] }, '标准工作时段须在'],
    [
      'a special day with bad periods',
      { special: [{ date: '2026-03-02', working: true, periods: [[9, 8]], name: '' }] },
      '2026-03-02 的工作时段须在',
    ],
  ])('with %s is refused in words', (_, change, words) => {
    expect(refused(change)).toContain(words);
  });
});

test('an assist sent at its lead’s due has none of it left; a limit of four days’ length may be given back within two', () => {
  const due = '2026-11-05T16:00:00.000Z';
  expect(assistDue(fuzhou, due, due, { amount: 3, unit: 'workingDays' })).toBe(due);
  // Sent at Monday 00:00: half of four natural days is exactly two, Wednesday 00:00.
  expect(returnDue(fuzhou, '2026-11-01T16:00:00.000Z', { amount: 3, unit: 'days' })).toBe('2026-11-03T16:00:00.000Z');
});

test('of rules that fail on the same day the list keeps the order of the rules; the soonest stand first', () => {
  const [critical] = defaultRules([]);
  if (!critical) throw new Error('no rule');
  const twice = [
    { ...critical, id: 'b' },
    { ...critical, id: 'soon', reviewLimit: { amount: 9, unit: 'workingDays' } as const },
    { ...critical, id: 'a' },
    { ...critical, id: 'sooner', reworkLimit: { amount: 20, unit: 'workingDays' } as const },
  ];
  const asked = provisionalRules(fuzhou, twice, '2026-11-25T02:00:00.000Z');
  expect(asked.map((u) => u.ruleId)).toEqual(['sooner', 'soon', 'b', 'a']);
});
