import type { Appeal } from '../model/appeal.ts';
import type { Solved } from '../model/children.ts';
import type { Dispatch } from '../model/dispatch.ts';

/** What a reply must say beside what its schema asks for. The verb refuses by these, and its form asks by them. */

/** How the citizen was contacted: asked of the top-level lead, where there is a named citizen with a number. */
export const asksContact = (
  d: Pick<Dispatch, 'role' | 'parentId'>,
  appeals: readonly Pick<Appeal, 'status' | 'identity' | 'phone'>[],
): boolean =>
  d.role === 'lead' &&
  d.parentId === null &&
  appeals.some((a) => a.status === 'open' && a.identity === 'named' && a.phone !== null);

/** Why it is not solved. */
export const asksWhyUnsolved = (solved: Solved | null): boolean => solved === 'unsolved' || solved === 'partly';
