import type { Scope } from '@hotline/shared/people/scope';
import type { Db } from '../store/open.ts';
import { rowsOf } from '../store/rows.ts';
import { scopeClause, within } from '../store/scope.ts';

/** Where a page of ended dispatches goes on: the instant and the row it ended with. */
export type EndedMark = { readonly endedAt: string; readonly n: number };

/** Tickets that were taken from a department and that it no longer sees, the last taken first, a row a dispatch. */
export async function endedDispatches(
  db: Db,
  scope: Scope,
  after: EndedMark | null,
  limit: number,
): Promise<(EndedMark & { ticketId: string })[]> {
  if (scope.departments.length === 0) return [];
  const own = scope.departments.map((path) => within('d."department_path"', path));
  const seen = scopeClause(scope, 't');
  const rows = await rowsOf<EndedMark & { ticketId: string }>(
    db,
    `select d."ticket_id" as "ticketId", d."ended_at" as "endedAt", d."n" as "n"
      from "dispatch" d join "ticket" t on t."id" = d."ticket_id"
      where d."status" in ('returned','released') and (${own.map((clause) => clause.text).join(' or ')})
        and (t."against_path" is null or substr(d."department_path", 1, length(t."against_path")) <> t."against_path")
        and not ${seen.text}
        ${after ? 'and (d."ended_at" < ? or (d."ended_at" = ? and d."n" < ?))' : ''}
      order by d."ended_at" desc, d."n" desc limit ${Math.trunc(limit)}`,
    [
      ...own.flatMap((clause) => clause.values),
      ...seen.values,
      ...(after ? [after.endedAt, after.endedAt, after.n] : []),
    ],
  );
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}
