import type { Figure, Verdict } from './figure.ts';
import { isCounted } from './verdict.ts';

/** How many members of a cell stand how, and what they sum up to. */
export type Counted = { readonly counts: Readonly<Partial<Record<Verdict, number>>>; readonly amount: number };

export type Measured = {
  /** In parts of a `unit`; of a sum the amount, of a count the number. */
  numerator: number;
  denominator: number;
  unit: number;
  rate: string | null;
  /** Members that count in the numerator at all, in whatever part. */
  met: number;
  original: { numerator: number; rate: string | null } | null;
  excluded: Record<string, number>;
};

/** From counts to what is shown. All sums are of integers, floored once at the end. */
export function measured(figure: Figure, { counts, amount }: Counted): Measured {
  const entries = Object.entries(counts) as [Verdict, number][];
  const counted = entries.filter(([verdict]) => isCounted(verdict));
  const sum = (weights: Figure['weights']) => counted.reduce((total, [v, n]) => total + n * (weights[v] ?? 0), 0);
  const denominator = counted.reduce((total, [, n]) => total + n, 0);
  const met = counted.reduce((total, [v, n]) => total + ((figure.weights[v] ?? 0) > 0 ? n : 0), 0);
  const isRate = figure.measure.as === 'rate' || figure.measure.as === 'flow';
  const numerator = figure.measure.as === 'sum' ? amount : isRate ? sum(figure.weights) : denominator;
  const original = figure.originally && sum(figure.originally);
  return {
    numerator,
    denominator,
    unit: figure.unit,
    rate: isRate ? rate(numerator, denominator * figure.unit) : null,
    met,
    original: original === null ? null : { numerator: original, rate: rate(original, denominator * figure.unit) },
    excluded: Object.fromEntries(entries.filter(([v, n]) => !isCounted(v) && n !== 0)),
  };
}

/** Floored to two decimals, in integers: 311,176 ÷ 315,957 → "98.48". Nothing due → null, shown as —. */
export function rate(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null;
  return hundredthsText((BigInt(numerator) * 10_000n) / BigInt(denominator));
}

/** 9848 → "98.48". */
export const hundredthsText = (hundredths: bigint): string =>
  `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
