import type { ImportOutcome } from '@hotline/shared/api/imports';
import { type FieldName, fieldNames } from '@hotline/shared/imports/fields';
import type { Refusal } from '@hotline/shared/refusal';
import type { Alarm } from './fit.ts';

export type ImportReport = Omit<ImportOutcome, 'problems' | 'absentColumns'> & {
  /** Of the refused rows: `why field` → how many. */
  reasons: Record<string, number>;
  /** Of the rows that came in with something left empty or put into a remark. */
  alarms: Record<string, number>;
  /** The first row of each reason and of each alarm, in words. */
  examples: Record<string, { row: number; sentence: string }>;
  /** Columns of the mapping that no row had: a misspelt name, most likely. */
  absentColumns: readonly string[];
};

export const emptyReport = (): ImportReport => ({
  ...{ rows: 0, imported: 0, open: 0, known: 0, refused: 0 },
  ...{ reasons: {}, alarms: {}, examples: {}, absentColumns: [] },
});

/** Counts one refused row; answers by what it is counted. */
export function countRefused(report: ImportReport, row: number, refusal: Refusal): string {
  const why = whyOf(refusal);
  report.refused += 1;
  report.reasons[why] = (report.reasons[why] ?? 0) + 1;
  keepExample(report, why, { row, sentence: refusal.message });
  return why;
}

export function countAlarms(report: ImportReport, row: number, alarms: readonly Alarm[]): void {
  for (const { why, field, sentence } of alarms) {
    const key = `${why} ${field}`;
    report.alarms[key] = (report.alarms[key] ?? 0) + 1;
    keepExample(report, `+${key}`, { row, sentence });
  }
}

/** The first row in the file, which need not be the first that was done: several are under way at once. */
function keepExample({ examples }: ImportReport, key: string, example: { row: number; sentence: string }): void {
  const known = examples[key];
  if (!known || example.row < known.row) examples[key] = example;
}

/** The report as people read it: the most frequent problem first, of equals the one met first in the file. */
export function outcomeOf(report: ImportReport): ImportOutcome {
  const { reasons, alarms, examples, absentColumns, ...counts } = report;
  const problem = (isRefused: boolean) => {
    return ([key, count]: [string, number]) => {
      const [why = key, field] = key.split(' ');
      const { row = 0, sentence = '' } = examples[isRefused ? key : `+${key}`] ?? {};
      return { why, field: fieldIn(field), isRefused, count, row, sentence };
    };
  };
  const byCount = (a: Counted, b: Counted) => b.count - a.count || a.row - b.row;
  return {
    ...counts,
    problems: [
      ...Object.entries(reasons).map(problem(true)).toSorted(byCount),
      ...Object.entries(alarms).map(problem(false)).toSorted(byCount),
    ],
    absentColumns: [...absentColumns],
  };
}

type Counted = { readonly count: number; readonly row: number };

const fieldIn = (word: string | undefined): FieldName | null => fieldNames.find((name) => name === word) ?? null;

/** The reason without the row's own values, for counting. */
function whyOf({ code, details }: Refusal): string {
  const { why, field, year } = (details ?? {}) as { why?: string; field?: string; year?: number };
  if (year !== undefined) return `noCalendar ${year}`;
  return [why ?? code, field].filter(Boolean).join(' ');
}
