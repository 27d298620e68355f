import { daysOf } from '@hotline/db/exportReads';
import { type FigureFilter, listMembers, type Period } from '@hotline/db/figureReads';
import type { Db } from '@hotline/db/open';
import { csvLine } from '@hotline/shared/csv';
import { memberColumns } from '@hotline/shared/exports/memberColumns';
import type { Names } from '@hotline/shared/exports/names';
import type { FigureName } from '@hotline/shared/figures/index';
import type { Actor } from '@hotline/shared/people/actor';
import { scopeOf } from '@hotline/shared/people/scope';
import { memberRow } from '../reports/memberRow.ts';
import type { Lines } from './writeExport.ts';

export type MemberExport = {
  what: 'figure';
  viewer: Actor;
  figure: FigureName;
  centreId: string;
  period: Period;
  filter: FigureFilter;
  part: 'denominator' | 'numerator' | 'late' | 'excluded';
};
const page = 500;

/** The rows behind a figure, exactly as its drill-down lists them; a day at a time, so that no read is long. */
export async function* memberPages(db: Db, job: MemberExport, names: Names): AsyncGenerator<Lines> {
  const { figure, centreId, period, filter, part, viewer } = job;
  yield { text: csvLine(memberColumns.map(([title]) => title)), rows: 0 };
  const scope = scopeOf(viewer);
  for (const day of await daysOf(db, figure, centreId, period)) {
    const ofDay = { ...period, from: day, to: day };
    for (let after: { value: string; n: number } | null = null; ; ) {
      const found = await listMembers(db, figure, centreId, ofDay, filter, part, scope, after, page);
      const lines = found.map((m) => csvLine(memberColumns.map(([, cell]) => cell(memberRow(m), names))));
      yield { text: lines.join(''), rows: lines.length };
      const last = found.at(-1);
      if (!last || found.length < page) break;
      after = { value: last.dueAt, n: Number(last.n) };
    }
  }
}
