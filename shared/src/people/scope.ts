import type { Case } from '../ticket/model/case.ts';
import { type Actor, type Role, within } from './actor.ts';
import { centreStaff, departmentStaff } from './roles.ts';

/**
 * What a person may see, as a value with two renderers that are proved equal: `sees` here, WHERE in db/src/scope.ts.
 * `centres` see every ticket of the centre; `departments` see tickets with a dispatch at or below their path, except those
 * whose complained-of body is the department itself or one above it.
 */
export type Scope = { readonly centres: readonly string[]; readonly departments: readonly string[] };

/** Who is concerned by a ticket, frozen into each event: the input of `sees`. Holds paths only, nothing personal. */
export type Audience = {
  readonly centre: string;
  readonly departments: readonly string[];
  readonly against: string | null;
};

export function scopeOf(actor: Actor): Scope {
  if (actor.type !== 'person') return { centres: [], departments: [] };
  const paths = (roles: readonly Role[]) =>
    outermost(actor.grants.filter((g) => roles.includes(g.role)).map((g) => g.path));
  return { centres: paths(centreStaff), departments: paths(departmentStaff) };
}

export function sees(scope: Scope, audience: Audience): boolean {
  if (scope.centres.some((path) => within(audience.centre, path))) return true;
  return scope.departments.some((path) => reaches(path, audience));
}

/** As much of a case as says who is concerned by it. */
export type Witnessed = {
  readonly ticket: Pick<Case['ticket'], 'centrePath' | 'againstPath'>;
  readonly dispatches: readonly Pick<Case['dispatches'][number], 'status' | 'departmentPath'>[];
};

export function audienceOf(c: Witnessed): Audience {
  const paths = c.dispatches
    .filter((d) => d.status !== 'returned' && d.status !== 'released')
    .map((d) => d.departmentPath);
  return { centre: c.ticket.centrePath, departments: [...new Set(paths)].sort(), against: c.ticket.againstPath };
}

/** The department whose desks these are; undefined for a centre's, or where somebody has several: those count every dispatch. */
export const deskPath = (scope: Scope): string | undefined =>
  scope.centres.length === 0 && scope.departments.length === 1 ? scope.departments[0] : undefined;

/** Paths from the root down to `path` itself: `fz.water.` → `fz.`, `fz.water.`. */
export function ancestors(path: string): string[] {
  const names = path.split('.').slice(0, -1);
  return names.map((_, i) => `${names.slice(0, i + 1).join('.')}.`);
}

/** One key per distinct view, so that frames for people who see the same are rendered once. */
export const scopeKey = (scope: Scope) => `${scope.centres.join(',')}|${scope.departments.join(',')}`;

/** Nothing below the body complained of counts, so neither that body nor anybody below it is reached. */
const reaches = (path: string, { departments, against }: Audience) =>
  departments.some((d) => within(d, path) && !(against !== null && within(d, against)));

/** Drops paths covered by another and duplicates. */
const outermost = (paths: readonly string[]) => {
  const sorted = [...new Set(paths)].sort();
  return sorted.filter((path, i) => !sorted.some((other, j) => j < i && within(path, other)));
};
