import type { Directory } from '../../people/directory.ts';
import type { Case } from '../model/case.ts';
import type { Why } from '../why.ts';

/** What an input may point at besides the case it is about. */
type Named = {
  readonly categoryId?: string | null | undefined;
  readonly regionCode?: string | null | undefined;
  readonly againstDepartmentId?: string | null | undefined;
  readonly suggestedDepartmentId?: string | null | undefined;
};

/** Why it cannot be kept: lists, figures and rules go by these, and one that points at nothing would quietly mean nothing. */
export function unknownNamed(named: Named, centreId: string, directory: Directory): Why | undefined {
  const { categoryId, regionCode, againstDepartmentId, suggestedDepartmentId } = named;
  if (categoryId && !directory.categoryPaths.has(categoryId)) return 'unknownCategory';
  if (regionCode && !directory.regionCodes.has(regionCode)) return 'unknownRegion';
  for (const id of [againstDepartmentId, suggestedDepartmentId])
    if (id && directory.departments.get(id)?.centreId !== centreId) return 'unknownDepartment';
  return undefined;
}

/** The same for what an input points at within its case. */
export function notOfCase(c: Case, of: { readonly appealId?: string; readonly dispatchId?: string }): Why | undefined {
  const has = (rows: readonly { readonly id: string }[], id: string | undefined) =>
    id === undefined || rows.some((row) => row.id === id);
  return has(c.appeals, of.appealId) && has(c.dispatches, of.dispatchId) ? undefined : 'notTarget';
}
