import { ancestors, type Scope } from '@hotline/shared/people/scope';
import { type RawBuilder, sql } from 'kysely';

/** The end of a path's range: every path at or below `fz.water.` lies in [`fz.water.`, `fz.water/`). Never LIKE. */
export const below = (path: string): string => `${path.slice(0, -1)}/`;

/**
 * The scope as a condition on a ticket (`t`): the same decision as `sees` in shared/people/scope.ts, proved equal.
 * Nothing at all where the scope is empty.
 */
export function inScope(scope: Scope, t = 'ticket'): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = scope.centres.map((path) => range(sql.ref(`${t}.centrePath`), path));
  for (const path of scope.departments) parts.push(departmentSees(path, t));
  return parts.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}

const range = (column: RawBuilder<unknown>, path: string) =>
  sql<boolean>`(${column} >= ${path} and ${column} < ${below(path)})`;

/** A turn at or below `path`, and the body complained of is neither that turn's department nor the viewer's, nor above them. */
const departmentSees = (path: string, t: string) => {
  const against = sql.ref(`${t}.againstPath`);
  return sql<boolean>`((${against} is null or ${against} not in (${sql.join(ancestors(path))})) and exists (
    select 1 from "dispatch" as "sd" where "sd"."ticket_id" = ${sql.ref(`${t}.id`)}
      and "sd"."department_path" >= ${path} and "sd"."department_path" < ${below(path)}
      and "sd"."status" not in ('returned', 'released')
      and (${against} is null or substr("sd"."department_path", 1, length(${against})) <> ${against})))`;
};
