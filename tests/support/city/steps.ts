import fc from 'fast-check';
import { anOp, type Op } from '../history.ts';

/** One thing that happens in the city. Small numbers pick who, which and how much, modulo what there is. */
export type Step =
  | { t: 'log' | 'join' | 'portal' | 'act' | 'try' | 'wait' | 'calendar'; op: Op }
  /** Several people at the same moment; each saw the city as it was before. */
  | { t: 'together'; ops: readonly Op[] };

const one = (weight: number, t: Exclude<Step['t'], 'together'>) => ({
  weight,
  arbitrary: anOp.map((op): Step => ({ t, op })),
});

export const aStep: fc.Arbitrary<Step> = fc.oneof(
  one(10, 'log'),
  one(2, 'join'),
  one(3, 'portal'),
  one(50, 'act'),
  one(6, 'try'),
  one(14, 'wait'),
  one(6, 'calendar'),
  {
    weight: 12,
    arbitrary: fc.array(anOp, { minLength: 2, maxLength: 4 }).map((ops): Step => ({ t: 'together', ops })),
  },
);

/** Before the turn of the year, before the Spring Festival with its make-up Saturdays, before the National Day, an ordinary week. */
export const aStart = fc.constantFrom(
  '2025-12-24T01:30:00.000Z',
  '2026-02-05T03:00:00.000Z',
  '2026-09-23T02:00:00.000Z',
  '2026-05-25T06:00:00.000Z',
);
