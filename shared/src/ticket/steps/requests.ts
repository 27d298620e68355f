import type { Actor, Role } from '../../people/actor.ts';
import { centre, holder } from '../../people/permissions.ts';
import { departmentStaff } from '../../people/roles.ts';
import { type Case, childId } from '../model/case.ts';
import type { Request, RequestType } from '../model/children.ts';
import type { Dispatch } from '../model/dispatch.ts';
import type { Moment } from '../verb.ts';
import type { Why } from '../why.ts';

/** A new open request of a department about its own dispatch. */
export const newRequest = (
  c: Case,
  d: Dispatch | null,
  type: RequestType,
  said: Partial<Pick<Request, 'appealId' | 'reasonCode' | 'suggestedDepartmentId' | 'days' | 'reviewAt'>> & {
    reason: string;
  },
  m: Moment,
): Request => ({
  id: childId(c, 'q', c.requests),
  ticketId: c.ticket.id,
  dispatchId: d?.id ?? null,
  appealId: said.appealId ?? null,
  type,
  status: 'open',
  reasonCode: said.reasonCode ?? null,
  reason: said.reason,
  suggestedDepartmentId: said.suggestedDepartmentId ?? null,
  days: said.days ?? null,
  grantedDays: null,
  reviewAt: said.reviewAt ?? null,
  askedBy: m.actor.id,
  askedAt: m.at,
  decidedBy: null,
  decidedAt: null,
  decision: null,
});

export const decided = (
  r: Request,
  status: 'approved' | 'refused' | 'cancelled',
  decision: string | null,
  m: Moment,
): Request => ({ ...r, status, decision, decidedBy: m.actor.id, decidedAt: m.at });

/** One open request of a type per dispatch. */
export const openRequest = (c: Case, dispatchId: string, type: RequestType) =>
  c.requests.find((r) => r.dispatchId === dispatchId && r.type === type && r.status === 'open');

/** What a dispatch still asked for falls away with the dispatch. */
export const cancelRequests = (c: Case, dispatchIds: readonly string[], m: Moment) =>
  c.requests.map((r) =>
    r.status === 'open' && r.dispatchId !== null && dispatchIds.includes(r.dispatchId)
      ? decided(r, 'cancelled', null, m)
      : r,
  );

/** What the centre itself asked a citizen before dispatch falls away once it is sent out without the answer. */
export const unanswered = (c: Case, m: Moment) =>
  c.requests.map((r) =>
    r.status === 'open' && r.type === 'question' && r.dispatchId === null ? decided(r, 'cancelled', null, m) : r,
  );

export const dispatchOf = (c: Case, r: Pick<Request, 'dispatchId'>) => c.dispatches.find((d) => d.id === r.dispatchId);

/** A child's reply is judged by the department that sent it on, a top-level one by the centre; requests: `judging.ts`. */
export const judges =
  (...roles: readonly Role[]) =>
  (actor: Actor, c: Case, dispatch: Dispatch | undefined): boolean => {
    if (!dispatch) return false;
    const parent = c.dispatches.find((d) => d.id === dispatch.parentId);
    return parent ? holder(...departmentStaff)(actor, c, parent) : centre(...roles)(actor, c);
  };

/** A pending request of this type, seen by whoever decides it. */
export const pending = (r: Request, type: RequestType): Why | undefined =>
  r.type !== type ? 'notTarget' : r.status === 'open' ? undefined : 'requestDecided';
