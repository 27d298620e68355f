import type { Appeal } from '../ticket/model/appeal.ts';
import type { Case } from '../ticket/model/case.ts';
import type { Dispatch } from '../ticket/model/dispatch.ts';
import { type Actor, holds, type Role, within } from './actor.ts';

/** Somebody of the centre that owns the ticket, in one of these roles. */
export const centre =
  (...roles: readonly Role[]) =>
  (actor: Actor, c: Case): boolean =>
    holds(actor, roles, c.ticket.centrePath);

/** Somebody of the department whose turn it is (or of one above it), in one of these roles. */
export const holder =
  (...roles: readonly Role[]) =>
  (actor: Actor, c: Case, dispatch: Dispatch): boolean =>
    holds(actor, roles, dispatch.departmentPath) && !complainedOf(c, dispatch.departmentPath);

/** The citizen who holds this appeal by number and query code. */
export const ownAppeal = (actor: Actor, _c: Case, appeal: Appeal): boolean =>
  actor.type === 'citizen' && actor.appealId === appeal.id;

export const bySystem = (actor: Actor): boolean => actor.type === 'system';

/** The department at `path` is the body complained of, or lies below it. */
export const complainedOf = (c: Case, path: string): boolean =>
  c.ticket.againstPath !== null && within(path, c.ticket.againstPath);
