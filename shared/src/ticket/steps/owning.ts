import type { Actor } from '../../people/actor.ts';
import { centre, holder } from '../../people/permissions.ts';
import { caseWorkers, departmentStaff } from '../../people/roles.ts';
import type { Case } from '../model/case.ts';
import { type Dispatch, isOpen } from '../model/dispatch.ts';

/** Whoever of the centre has tickets in hand. */
export const worksAtCentre = centre(...caseWorkers);

/** Whoever of the centre hands tickets out. */
export const handsOut = centre('dispatcher', 'supervisor', 'manager');

/** The open dispatches this person's own department holds. */
export const heldBy = (actor: Actor, c: Case): Dispatch[] =>
  c.dispatches.filter((d) => isOpen(d) && holder(...departmentStaff)(actor, c, d));

/** This person's own department has a dispatch, ended or not. */
export const hasHeld = (actor: Actor, c: Case): boolean =>
  c.dispatches.some((d) => holder(...departmentStaff)(actor, c, d));

/** What `by` may hand to `to`: the ticket within the centre, a department's dispatches within that department. */
export function handedOver(by: Actor, to: Actor, c: Case): { ticket: boolean; dispatches: Dispatch[] } {
  if (handsOut(by, c)) return { ticket: worksAtCentre(to, c), dispatches: [] };
  const theirs = heldBy(to, c);
  return { ticket: false, dispatches: heldBy(by, c).filter((d) => theirs.includes(d)) };
}
