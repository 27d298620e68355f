import { within } from '../../people/actor.ts';
import { complainedOf } from '../../people/permissions.ts';
import { Refusal } from '../../refusal.ts';
import type { Appeal } from '../model/appeal.ts';
import type { Case } from '../model/case.ts';
import { isOpen } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import { refuse } from '../why.ts';

/**
 * The body complained of in a ticket with these appeals: nothing about the ticket reaches it or below it. Of several one
 * must stand above all others, since a ticket is kept from one subtree only.
 */
export function againstOf(appeals: readonly Pick<Appeal, 'againstDepartmentId'>[], m: Moment): string | null | Refusal {
  const paths: string[] = [];
  for (const { againstDepartmentId: id } of appeals) {
    if (id === null) continue;
    const department = m.directory.departments.get(id);
    if (!department) return refuse('unknownDepartment');
    paths.push(department.path);
  }
  const top = paths.toSorted((a, b) => a.length - b.length)[0];
  if (top === undefined) return null;
  return paths.every((path) => within(path, top)) ? top : refuse('againstApart');
}

/** The case after its appeals changed; refused where that would put a complaint before those it is about. */
export function keptFromComplainedOf(c: Case, m: Moment): Case | Refusal {
  const againstPath = againstOf(c.appeals, m);
  if (againstPath instanceof Refusal) return againstPath;
  const kept = { ...c, ticket: { ...c.ticket, againstPath } };
  return dispatchesOfComplainedOf(kept).length > 0 ? refuse('againstHandling') : kept;
}

/** Dispatches the body complained of, or somebody below it, still has a part in. */
export const dispatchesOfComplainedOf = (c: Case) =>
  c.dispatches.filter((d) => (isOpen(d) || d.status === 'replied') && complainedOf(c, d.departmentPath));
