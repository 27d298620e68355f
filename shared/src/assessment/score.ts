import type { FigureName } from '../figures/index.ts';
import { hundredthsText, type Measured } from '../figures/measure.ts';
import type { Deduction, Scheme } from './schemes.ts';

/** What a figure counts for one department, and which way it is better. */
export type Value = Pick<Measured, 'numerator' | 'denominator' | 'unit' | 'met'> & { readonly better: 'high' | 'low' };

export type Score = {
  /** Of 100, in hundredths, floored once; null where no part has anything to count. */
  readonly hundredths: number | null;
  readonly score: string | null;
  /** As in the scheme. Null: nothing to count; its weight is shared by the others. Floored each, so they may add up to less. */
  readonly points: readonly (string | null)[];
  /** As in the scheme: for how many members or steps, and the points off. */
  readonly off: readonly { readonly times: number; readonly points: string }[];
};

/** One department's score by a scheme. In integers: `Σ weight × rate ÷ Σ weight` of what can be counted, less the deductions. */
export function scoreOf({ parts, deductions }: Scheme, counted: (figure: FigureName) => Value | undefined): Score {
  const shares = parts.map(({ figure, weight }) => shareOf(counted(figure), weight));
  const own = shares.filter((share) => share !== null);
  const weights = own.reduce((sum, { weight }) => sum + weight, 0n);
  const sum = own.reduce<Fraction>((all, { of, weight }) => added(all, [weight * of[0], of[1]]), [0n, 1n]);
  const off = deductions.map((deduction) => offOf(deduction, counted(deduction.figure)));
  const taken = off.reduce((total, { hundredths }) => total + hundredths, 0);
  const full = own.length === 0 ? null : Number((10_000n * sum[0]) / (sum[1] * weights));
  const hundredths = full === null ? null : Math.max(0, full - taken);
  return {
    hundredths,
    score: hundredths === null ? null : hundredthsText(BigInt(hundredths)),
    points: shares.map(
      (share) => share && hundredthsText((10_000n * share.weight * share.of[0]) / (share.of[1] * weights)),
    ),
    off: off.map(({ times, hundredths: points }) => ({ times, points: hundredthsText(BigInt(points)) })),
  };
}

type Fraction = readonly [numerator: bigint, denominator: bigint];
const added = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];

function shareOf(value: Value | undefined, weight: number): { of: Fraction; weight: bigint } | null {
  if (!value || value.denominator === 0) return null;
  const [met, all] = [BigInt(value.numerator), BigInt(value.denominator) * BigInt(value.unit)];
  return { of: [value.better === 'low' ? all - met : met, all], weight: BigInt(weight) };
}

function offOf(deduction: Deduction, value: Value | undefined): { times: number; hundredths: number } {
  const times = value && value.denominator > 0 ? timesOf(deduction, value) : 0;
  return { times, hundredths: Math.min(deduction.cap, times * deduction.points) };
}

function timesOf(deduction: Deduction, { numerator, denominator, unit, met, better }: Value): number {
  if (deduction.by === 'each') return deduction.part === 'met' ? met : denominator - met;
  const all = BigInt(denominator) * BigInt(unit);
  const above = BigInt(numerator) * 10_000n - BigInt(deduction.line) * all;
  const missed = better === 'low' ? above : -above;
  const step = BigInt(deduction.step) * all;
  return missed <= 0n ? 0 : Number((missed + step - 1n) / step);
}
