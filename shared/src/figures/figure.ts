import type { Case } from '../ticket/case.ts';
import type { Instant } from '../time/instant.ts';

/** What one case puts into a figure's cell. Late is the difference; a cell is one day × one key. */
export type Contribution = {
  readonly day: string;
  readonly centreId: string;
  readonly departmentId: string;
  readonly role: 'lead' | 'assist' | 'none';
  readonly categoryId: string;
  readonly total: number;
  readonly timely: number;
  /** In time against the due as it first stood, before any extension. */
  readonly timelyOriginal: number;
  /** Left out of the count, and said so. */
  readonly excluded: number;
};

/** A published figure: one definition, as data. It drives SQL, tooltip, drill-down, export and documentation. */
export type Figure = {
  readonly id: string;
  readonly version: number;
  readonly term: string;
  readonly termEn: string;
  /** The definition in words, as shown beside the figure. */
  readonly words: string;
  readonly wordsEn: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly groups: readonly ('department' | 'category' | 'day' | 'role')[];
  /** Membership does not depend on now: a cell's day is that of its due, and who is due when is decided by `asOf`. */
  readonly contributions: (c: Case) => readonly Contribution[];
  /** The instant at which a contribution enters the figure; one per contribution, same order. */
  readonly dueAt: (c: Case) => readonly Instant[];
};

/** Floored to two decimals, in integers: 311,176 ÷ 315,957 → "98.48". Nothing due → null, shown as —. */
export function rate(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null;
  const hundredths = (BigInt(numerator) * 10_000n) / BigInt(denominator);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}

/** The change in a figure's cells from one state of a case to the next, zero rows left out. */
export function difference(figure: Figure, before: Case | null, after: Case): Contribution[] {
  const cells = new Map<string, Contribution>();
  const add = (rows: readonly Contribution[], sign: 1 | -1) => {
    for (const row of rows) {
      const key = `${row.day}|${row.centreId}|${row.departmentId}|${row.role}|${row.categoryId}`;
      const cell = cells.get(key);
      cells.set(key, {
        ...row,
        total: (cell?.total ?? 0) + sign * row.total,
        timely: (cell?.timely ?? 0) + sign * row.timely,
        timelyOriginal: (cell?.timelyOriginal ?? 0) + sign * row.timelyOriginal,
        excluded: (cell?.excluded ?? 0) + sign * row.excluded,
      });
    }
  };
  if (before) add(figure.contributions(before), -1);
  add(figure.contributions(after), 1);
  return [...cells.values()].filter(
    (c) => c.total !== 0 || c.timely !== 0 || c.timelyOriginal !== 0 || c.excluded !== 0,
  );
}
