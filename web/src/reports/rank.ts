import type { FigureAnswer, FigureRow } from '@hotline/shared/api/figures';

/** Below this a percentage says little about a department: it is shown greyed, without a rank. */
export const smallN = 10;
export const isSmall = (row: Pick<FigureRow, 'denominator'>) => row.denominator < smallN;

type Ranked = FigureRow & { rank: number | null };

/** The best first, equals by the larger number; few and nothing at all come last and have no rank. Equal rates share one. */
export function inOrder({ definition, rows }: Pick<FigureAnswer, 'definition' | 'rows'>): Ranked[] {
  const isRate = definition.measure === 'rate' || definition.measure === 'flow';
  const value = (row: FigureRow) => (isRate ? Number(row.rate ?? 0) : row.numerator);
  const isRanked = (row: FigureRow) => !isRate || (!isSmall(row) && row.rate !== null);
  const sign = isRate && definition.better === 'low' ? 1 : -1;
  const sorted = rows.toSorted(
    (a, b) =>
      Number(isRanked(b)) - Number(isRanked(a)) || sign * (value(a) - value(b)) || b.denominator - a.denominator,
  );
  let rank = 0;
  return sorted.map((row, i) => {
    const before = sorted[i - 1];
    if (!before || value(before) !== value(row)) rank = i + 1;
    return { ...row, rank: isRanked(row) ? rank : null };
  });
}
