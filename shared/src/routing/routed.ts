import type { Directory } from '../people/directory.ts';
import type { Case } from '../ticket/model/case.ts';
import type { Instant } from '../time/instant.ts';

/** Level 2 of a category: fine enough to tell departments apart, coarse enough to have a history. `''` for none. */
export const categoryKey = ({ categoryPaths }: Pick<Directory, 'categoryPaths'>, id: string | null): string => {
  const line = categoryPaths.get(id ?? '') ?? [];
  return line[1] ?? line[0] ?? '';
};

/** Who gave the reply that was accepted last; null while nothing was. */
export function finalRouting(c: Case): { departmentId: string; acceptedAt: Instant } | null {
  const accepted = c.dispatches.filter((d) => d.role === 'lead' && d.parentId === null && d.acceptedAt !== null);
  const last = accepted.toSorted((a, b) => a.round - b.round).at(-1);
  return last?.acceptedAt ? { departmentId: last.departmentId, acceptedAt: last.acceptedAt } : null;
}
