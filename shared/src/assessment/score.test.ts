import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranked } from './rank.ts';
import { monthOfDay, recentMonthsOf, schemeMonth } from './schemeMonth.ts';
import type { Scheme } from './schemes.ts';
import { scoreOf, type Value } from './score.ts';

const three: Scheme = {
  id: 'three',
  name: '三率',
  nameEn: 'Three rates',
  monthStart: 19,
  parts: [
    { figure: 'contactRate', weight: 10 },
    { figure: 'resolutionRate', weight: 50 },
    { figure: 'satisfactionRate', weight: 40 },
  ],
  deductions: [],
  groups: [],
  leastCount: 10,
};
const of = (numerator: number, denominator: number, more: Partial<Value> = {}): Value => ({
  numerator,
  denominator,
  unit: 1,
  met: numerator,
  better: 'high',
  ...more,
});
const from = (values: Record<string, Value>) => (figure: string) => values[figure];

test('三率: 0.1 × 90 % + 0.5 × 2/3 + 0.4 × 70 %, floored once', () => {
  const score = scoreOf(
    three,
    from({ contactRate: of(9, 10), resolutionRate: of(2, 3), satisfactionRate: of(70, 10, { unit: 10, met: 8 }) }),
  );
  expect(score.points).toEqual(['9.00', '33.33', '28.00']);
  expect(score.score).toBe('70.33');
});

test('a part with nothing to count leaves its weight to the others; with nothing at all there is no score', () => {
  const score = scoreOf(
    three,
    from({ contactRate: of(0, 0), resolutionRate: of(1, 2), satisfactionRate: of(10, 1, { unit: 10 }) }),
  );
  expect(score.points).toEqual([null, '27.77', '44.44']);
  expect(score.score).toBe('72.22');
  expect(scoreOf(three, from({}))).toMatchObject({ score: null, hundredths: null, points: [null, null, null] });
});

test('where low is better the score counts what is missing to a hundred', () => {
  const returns = { ...three, parts: [{ figure: 'returnRate', weight: 100 } as const] };
  expect(scoreOf(returns, from({ returnRate: of(1, 8, { better: 'low' }) })).score).toBe('87.50');
});

test.each([
  ['by the piece', { by: 'each', figure: 'reworkRate', part: 'met', points: 20, cap: 300 }, of(4, 50), 4, '0.80'],
  [
    'of those not met',
    { by: 'each', figure: 'timelyReplyRate', part: 'rest', points: 50, cap: 300 },
    of(48, 50),
    2,
    '1.00',
  ],
  [
    'never past the cap',
    { by: 'each', figure: 'reworkRate', part: 'met', points: 20, cap: 300 },
    of(40, 50),
    40,
    '3.00',
  ],
  [
    '95 % itself is no step',
    { by: 'step', figure: 'timelyReplyRate', line: 9500, step: 100, points: 50, cap: 500 },
    of(19, 20),
    0,
    '0.00',
  ],
  [
    'a step begun counts',
    { by: 'step', figure: 'timelyReplyRate', line: 9500, step: 100, points: 50, cap: 500 },
    of(9499, 10_000),
    1,
    '0.50',
  ],
  [
    'a whole step is one',
    { by: 'step', figure: 'timelyReplyRate', line: 9500, step: 100, points: 50, cap: 500 },
    of(94, 100),
    1,
    '0.50',
  ],
  [
    'and the next begins',
    { by: 'step', figure: 'timelyReplyRate', line: 9500, step: 100, points: 50, cap: 500 },
    of(9399, 10_000),
    2,
    '1.00',
  ],
  [
    'over the line, where low is better',
    { by: 'step', figure: 'returnRate', line: 500, step: 100, points: 50, cap: 500 },
    of(7, 100, { better: 'low' }),
    2,
    '1.00',
  ],
  [
    'nothing to count',
    { by: 'step', figure: 'returnRate', line: 500, step: 100, points: 50, cap: 500 },
    of(0, 0),
    0,
    '0.00',
  ],
] as const)('points off: %s', (_, deduction, value, times, points) => {
  const scheme: Scheme = { ...three, parts: [{ figure: 'contactRate', weight: 100 }], deductions: [deduction] };
  const score = scoreOf(scheme, from({ contactRate: of(1, 1), [deduction.figure]: value }));
  expect(score.off).toEqual([{ times, points }]);
  expect(score.score).toBe((100 - Number(points)).toFixed(2));
});

test('a score never falls under nothing', () => {
  const deductions = [{ by: 'each', figure: 'reworkRate', part: 'met', points: 10_000, cap: 10_000 }] as const;
  const score = scoreOf(
    { ...three, deductions: [...deductions] },
    from({ contactRate: of(1, 2), reworkRate: of(1, 1) }),
  );
  expect(score.score).toBe('0.00');
});

test('every score lies between nothing and a hundred, and better rates never give less', () => {
  const counted = fc.nat({ max: 5000 }).chain((all) => fc.tuple(fc.nat({ max: all }), fc.constant(all)));
  fc.assert(
    fc.property(fc.tuple(counted, counted, counted), fc.nat({ max: 2 }), ([a, b, c], better) => {
      const values = [of(...a), of(...b), of(...c)];
      const score = (list: readonly Value[]) =>
        scoreOf(three, (figure) => list[three.parts.findIndex((part) => part.figure === figure)]).hundredths;
      const now = score(values);
      if (now === null) return;
      expect(now).toBeGreaterThanOrEqual(0);
      expect(now).toBeLessThanOrEqual(10_000);
      const improved = values.map((v, i) =>
        i === better && v.numerator < v.denominator ? of(v.numerator + 1, v.denominator) : v,
      );
      expect(score(improved) ?? -1).toBeGreaterThanOrEqual(now);
    }),
  );
});

test('departments are ranked within their group, equals share a rank, few have none', () => {
  const entry = (departmentId: string, hundredths: number | null, n: number) => ({ departmentId, hundredths, n });
  const entries = [
    entry('gulou', 9_000, 50),
    entry('taijiang', 9_500, 40),
    entry('mawei', 9_000, 60),
    entry('water', 8_000, 10),
    entry('gas', 9_900, 9),
    entry('school', null, 0),
  ];
  const counties = { id: 'counties', name: '县（市）区', departmentIds: ['gulou', 'taijiang', 'mawei', 'nobody'] };
  const rows = ranked(entries, [counties], 10);
  expect(rows.map(({ departmentId, groupId, rank, of: all }) => [departmentId, groupId, rank, all])).toEqual([
    ['taijiang', 'counties', 1, 3],
    ['mawei', 'counties', 2, 3],
    ['gulou', 'counties', 2, 3],
    ['water', null, 1, 1],
    ['gas', null, null, 1],
    ['school', null, null, 1],
  ]);
});

test.each([
  ['2026-11', 1, '2026-11-01', '2026-11-30'],
  ['2028-02', 1, '2028-02-01', '2028-02-29'],
  ['2026-12', 1, '2026-12-01', '2026-12-31'],
  ['2026-11', 19, '2026-10-19', '2026-11-18'],
  ['2026-01', 19, '2025-12-19', '2026-01-18'],
  ['2026-03', 28, '2026-02-28', '2026-03-27'],
])('the month %s that begins on day %i is %s to %s', (month, startDay, first, last) => {
  expect(schemeMonth(month, startDay)).toEqual({ from: first, to: last });
  expect(monthOfDay(first, startDay)).toBe(month);
  expect(monthOfDay(last, startDay)).toBe(month);
});

test('the months before, the newest first', () => {
  expect(recentMonthsOf('2026-12-19', 19, 3)).toEqual(['2027-01', '2026-12', '2026-11']);
  expect(recentMonthsOf('2026-12-18', 19, 2)).toEqual(['2026-12', '2026-11']);
});
