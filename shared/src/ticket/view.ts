import type * as Type from 'typebox';
import { maskName, maskPhone, maskUnreadPhone } from '../citizen/masking.ts';
import { type Actor, holds, within } from '../people/actor.ts';
import { centreStaff } from '../people/roles.ts';
import { object } from '../schema.ts';
import { Appeal } from './model/appeal.ts';
import type { Case } from './model/case.ts';
import { counts, type Dispatch } from './model/dispatch.ts';

const {
  queryCode: _code,
  citizenId: _citizen,
  citizenName: _name,
  phone: _phone,
  phoneExtension: _extension,
  phoneRaw: _raw,
  ...open
} = Appeal.properties;

/** An appeal as staff see it: identity only masked, or not at all. The full one leaves through `reveal` alone. */
export const AppealView = object({
  ...open,
  citizenName: Appeal.properties.citizenName,
  phone: Appeal.properties.phone,
  /** What was written where no number could be read, masked. */
  unreadPhone: Appeal.properties.phoneRaw,
});
export type AppealView = Type.Static<typeof AppealView>;

/** A case as `viewer` may see it: the one masking function, for REST, live, exports and workers. */
export function viewCase(c: Case, viewer: Actor): Omit<Case, 'appeals'> & { appeals: AppealView[] } {
  const ofCentre = isOfCentre(viewer, c.ticket.centrePath);
  return {
    ...c,
    appeals: c.appeals.map((a) => viewAppeal(a, ofCentre)),
    // Words taken back may name what a department is not to know.
    notes: ofCentre ? c.notes : c.notes.filter((n) => n.kind !== 'amendment'),
    replies: repliesSeen(c.replies, c.dispatches, c.ticket.centrePath, viewer),
  };
}

/** Another department's internal account is not for its neighbours; the lead needs its assists', a unit below it does not. */
export function repliesSeen<R extends { readonly dispatchId: string }>(
  replies: readonly R[],
  dispatches: readonly Pick<Dispatch, 'id' | 'departmentPath' | 'role' | 'parentId' | 'status'>[],
  centrePath: string,
  viewer: Actor,
): readonly R[] {
  if (isOfCentre(viewer, centrePath)) return replies;
  const own = (path: string) => viewer.type === 'person' && viewer.grants.some((g) => within(path, g.path));
  const mine = new Set(dispatches.filter((d) => own(d.departmentPath)).map((d) => d.id));
  const leads = dispatches.some((d) => mine.has(d.id) && counts(d) && d.role === 'lead' && d.parentId === null);
  return leads ? replies : replies.filter((r) => mine.has(r.dispatchId));
}

export function viewAppeal(a: Appeal, ofCentre: boolean): AppealView {
  const { queryCode, citizenId, phoneExtension, phoneRaw, ...rest } = a;
  return { ...rest, ...maskedIdentity(a, ofCentre) };
}

/** Who said it, as far as a viewer of the centre or of a department may know. */
export function maskedIdentity(
  { identity, citizenName, phone, phoneRaw }: Pick<Appeal, 'identity' | 'citizenName' | 'phone' | 'phoneRaw'>,
  ofCentre: boolean,
): Pick<AppealView, 'citizenName' | 'phone' | 'unreadPhone'> {
  const hidden = identity === 'anonymous' || (identity === 'confidential' && !ofCentre);
  return {
    citizenName: hidden || citizenName === null ? null : maskName(citizenName),
    phone: hidden || phone === null ? null : maskPhone(phone),
    unreadPhone: hidden || phone !== null || phoneRaw === null ? null : maskUnreadPhone(phoneRaw),
  };
}

/** Whether the viewer is one of the centre that holds the ticket. */
export const isOfCentre = (viewer: Actor, centrePath: string) => holds(viewer, centreStaff, centrePath);
