import { type ImportOutcome, mostExamples } from '@hotline/shared/api/imports';
import { type FieldName, fieldNames } from '@hotline/shared/imports/fields';
import type { Refusal } from '@hotline/shared/refusal';
import type { Alarm } from './fit.ts';
import { problemTerm } from './problemTerms.ts';

export type ImportReport = Omit<ImportOutcome, 'problems' | 'absentColumns'> & {
  /** Of the refused rows: `why field` → how many. */
  reasons: Record<string, number>;
  /** Of the rows that came in with something left empty or put into a remark. */
  alarms: Record<string, number>;
  /** Of each reason and of each alarm the first rows that say something different, in words and in the order of the file. */
  examples: Record<string, Example[]>;
  /** Columns of the mapping that no row had: a misspelt name, most likely. */
  absentColumns: readonly string[];
};

type Example = { row: number; sentence: string };

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

/** The first rows in the file, which need not be the first that were done: several are under way at once. */
function keepExample({ examples }: ImportReport, key: string, example: Example): void {
  const known = examples[key] ?? [];
  const same = known.find(({ sentence }) => sentence === example.sentence);
  if (same && same.row <= example.row) return;
  examples[key] = [...known.filter((one) => one !== same), example]
    .toSorted((a, b) => a.row - b.row)
    .slice(0, mostExamples);
}

/** The report as people read it: the most frequent problem first, of equals the one met first in the file. */
export function outcomeOf(report: ImportReport): ImportOutcome {
  const { reasons, alarms, examples, absentColumns, ...counts } = report;
  const problem = (isRefused: boolean) => {
    return ([key, count]: [string, number]) => {
      const [why = key, field] = key.split(' ');
      const term = problemTerm(why, field ?? null);
      return {
        why,
        field: fieldIn(field),
        term,
        isRefused,
        count,
        examples: examples[isRefused ? key : `+${key}`] ?? [],
      };
    };
  };
  const byCount = (a: Counted, b: Counted) => b.count - a.count || firstRow(a) - firstRow(b);
  return {
    ...counts,
    problems: [
      ...Object.entries(reasons).map(problem(true)).toSorted(byCount),
      ...Object.entries(alarms).map(problem(false)).toSorted(byCount),
    ],
    absentColumns: [...absentColumns],
  };
}

type Counted = { readonly count: number; readonly examples: readonly Example[] };
const firstRow = ({ examples }: Counted) => examples[0]?.row ?? 0;

const fieldIn = (word: string | undefined): FieldName | null => fieldNames.find((name) => name === word) ?? null;

/** The reason without the row's own values, for counting. */
function whyOf({ code, details }: Refusal): string {
  const { why, field, year } = (details ?? {}) as { why?: string; field?: string; year?: number };
  if (year !== undefined) return `noCalendar ${year}`;
  return [why ?? code, field].filter(Boolean).join(' ');
}
