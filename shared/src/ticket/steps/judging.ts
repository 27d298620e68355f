import { type Actor, type Role, within } from '../../people/actor.ts';
import { centre, holder } from '../../people/permissions.ts';
import { departmentStaff, extensionJudges, managers, returnJudges, reworkJudges } from '../../people/roles.ts';
import type { Scope } from '../../people/scope.ts';
import type { Case } from '../model/case.ts';
import type { Request, RequestType } from '../model/children.ts';
import type { Dispatch } from '../model/dispatch.ts';

type Judging = {
  /** Who of the centre decides it. */
  readonly roles: readonly Role[];
  /** One about a sub-dispatch: the department that sent it on decides, or the centre all the same. */
  readonly ofSubDispatch: 'parent' | 'centre';
  /** One without a dispatch waits for nobody's decision: it was put to the citizen. */
  readonly withoutDispatch?: 'citizen';
};

/** Who decides a request, type by type: verbs ask it of a person, desks of a scope, and lists make their SQL of it. */
export const judging: Readonly<Record<RequestType, Judging>> = {
  return: { roles: returnJudges, ofSubDispatch: 'parent' },
  extension: { roles: extensionJudges, ofSubDispatch: 'parent' },
  shelving: { roles: managers, ofSubDispatch: 'centre' },
  question: { roles: ['agent', 'dispatcher'], ofSubDispatch: 'centre', withoutDispatch: 'citizen' },
  rework: { roles: reworkJudges, ofSubDispatch: 'centre' },
};

type Placed = Pick<Dispatch, 'id' | 'parentId' | 'departmentPath'>;
type Asked = Pick<Request, 'type' | 'dispatchId'>;

/** Where it is decided: at the dispatch of the department that sent the matter on, at the centre, or nowhere. */
function judgeOf<D extends Placed>(r: Asked, dispatches: readonly D[]): D | 'centre' | null {
  const { ofSubDispatch, withoutDispatch } = judging[r.type];
  if (r.dispatchId === null) return withoutDispatch === undefined ? 'centre' : null;
  const parentId = dispatches.find((d) => d.id === r.dispatchId)?.parentId ?? null;
  if (parentId === null || ofSubDispatch === 'centre') return 'centre';
  return dispatches.find((d) => d.id === parentId) ?? null;
}

/** The person may decide this request, if it is one of this type. */
export const decides =
  (type: RequestType) =>
  (actor: Actor, c: Case, r: Request): boolean => {
    const judge = r.type === type ? judgeOf(r, c.dispatches) : null;
    if (judge === null) return false;
    return judge === 'centre' ? centre(...judging[type].roles)(actor, c) : holder(...departmentStaff)(actor, c, judge);
  };

/** An open request waits for a decision of somebody within the scope. */
export function isDecidedWithin(
  work: { readonly ticket: { readonly centrePath: string }; readonly dispatches: readonly Placed[] },
  r: Asked & Pick<Request, 'status'>,
  scope: Scope,
): boolean {
  const judge = r.status === 'open' ? judgeOf(r, work.dispatches) : null;
  if (judge === null) return false;
  return judge === 'centre'
    ? scope.centres.some((path) => within(work.ticket.centrePath, path))
    : scope.departments.some((path) => within(judge.departmentPath, path));
}
