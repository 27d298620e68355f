import { listMembers, type Mark, type MembersAsked } from '@hotline/db/figures/rows';
import type { Db } from '@hotline/db/store/open';
import { csvLine } from '@hotline/shared/csv';
import { memberColumns } from '@hotline/shared/exports/memberColumns';
import type { Names } from '@hotline/shared/exports/names';
import type { Actor } from '@hotline/shared/people/actor';
import { scopeOf } from '@hotline/shared/people/scope';
import { memberRow } from '../reports/memberRow.ts';
import type { Lines } from './lines.ts';

export type MemberExport = { what: 'figure'; viewer: Actor } & Pick<MembersAsked, 'q' | 'part' | 'reason'>;
const page = 500;

/** The rows behind a figure, exactly as its drill-down lists them; a page at a time, so that no read is long. */
export async function* memberPages(db: Db, job: MemberExport, names: Names): AsyncGenerator<Lines> {
  const { q, part, reason, viewer } = job;
  const columns = memberColumns(q.figure);
  yield { text: csvLine(columns.map(([title]) => title)), rows: 0 };
  const scope = scopeOf(viewer);
  for (let after: Mark | null = null; ; ) {
    const found = await listMembers(db, { q, part, reason, scope, after, limit: page });
    const lines = found.map((m) => csvLine(columns.map(([, cell]) => cell(memberRow(m), names))));
    yield { text: lines.join(''), rows: lines.length };
    const last = found.at(-1);
    if (!last || found.length < page) break;
    after = { value: last.cohortAt, id: last.id };
  }
}
