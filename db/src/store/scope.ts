import { ancestors, type Scope } from '@hotline/shared/people/scope';
import { type RawBuilder, sql } from 'kysely';
import { type Clause, marks } from './rows.ts';

/** The end of a path's range: every path at or below `fz.water.` lies in [`fz.water.`, `fz.water/`). Never LIKE. */
export const below = (path: string): string => `${path.slice(0, -1)}/`;

/**
 * The scope as a condition on a ticket (`t`): the same decision as `sees` in shared/people/scope.ts, proved equal.
 * Nothing at all where the scope is empty. `dispatch` names a dispatch already known to count and to lie at or below that path:
 * it is proof enough that a department there sees the ticket, unless a body is complained of.
 */
export function scopeClause(scope: Scope, t: string, dispatch?: { path: string }): Clause {
  const parts = [
    ...scope.centres.map((path) => within(`${t}."centre_path"`, path)),
    ...scope.departments.map((path) => departmentSees(path, t, dispatch?.path.startsWith(path) === true)),
  ];
  if (parts.length === 0) return { text: '1 = 0', values: [] };
  return { text: `(${parts.map((p) => p.text).join(' or ')})`, values: parts.flatMap((p) => p.values) };
}

/** The same condition for a query that is built. */
export const inScope = (scope: Scope, t = 'ticket'): RawBuilder<boolean> => built(scopeClause(scope, `"${t}"`));

/** A condition as a query that is built takes it. */
export const built = ({ text, values }: Clause): RawBuilder<boolean> =>
  sql<boolean>(text.split('?') as unknown as TemplateStringsArray, ...values);

/** At or below `path`. */
export const within = (column: string, path: string): Clause => ({
  text: `(${column} >= ? and ${column} < ?)`,
  values: [path, below(path)],
});

/** A dispatch at or below `path`, and the body complained of is neither that dispatch's department nor the viewer's, nor above them. */
function departmentSees(path: string, t: string, known: boolean): Clause {
  const against = `${t}."against_path"`;
  const above = ancestors(path);
  const dispatch = within('"sd"."department_path"', path);
  const exists = `exists (select 1 from "dispatch" as "sd" where "sd"."ticket_id" = ${t}."id" and ${dispatch.text}
    and "sd"."status" not in ('returned', 'released')
    and (${against} is null or substr("sd"."department_path", 1, length(${against})) <> ${against}))`;
  const values = [...above, ...dispatch.values];
  return known
    ? { text: `(${against} is null or (${against} not in (${marks(above.length)}) and ${exists}))`, values }
    : { text: `((${against} is null or ${against} not in (${marks(above.length)})) and ${exists})`, values };
}
