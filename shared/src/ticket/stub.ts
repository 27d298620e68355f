import * as Type from 'typebox';
import type { Actor } from '../people/actor.ts';
import { within } from '../people/actor.ts';
import { complainedOf } from '../people/permissions.ts';
import { audienceOf, scopeOf, sees } from '../people/scope.ts';
import { Id, Instant, object } from '../schema.ts';
import type { Case } from './model/case.ts';
import { Request } from './model/children.ts';
import { counts, Dispatch } from './model/dispatch.ts';

/** What a department keeps of a ticket that was taken from it: its own dispatches and requests as they ended, and the number. */
export const Stub = object({
  ticketId: Id,
  number: Type.String(),
  endedAt: Instant,
  dispatches: Type.Array(Dispatch, { minItems: 1 }),
  requests: Type.Array(Request),
});
export type Stub = Type.Static<typeof Stub>;

/**
 * The frozen stub of whoever held a dispatch and no longer sees the ticket: no identity, no words of the citizen, nothing that
 * came later. Null for whoever sees it all, never had a dispatch, or is the body complained of or below it.
 */
export function stubOf(c: Case, actor: Actor): Stub | null {
  const scope = scopeOf(actor);
  if (sees(scope, audienceOf(c))) return null;
  const own = (path: string) => scope.departments.some((p) => within(path, p)) && !complainedOf(c, path);
  const dispatches = c.dispatches.filter((d) => !counts(d) && own(d.departmentPath));
  const endedAt = dispatches.map((d) => d.endedAt ?? d.sentAt).sort();
  const last = endedAt.at(-1);
  if (last === undefined) return null;
  const ids = new Set(dispatches.map((d) => d.id));
  const requests = c.requests.filter((r) => r.dispatchId !== null && ids.has(r.dispatchId));
  return { ticketId: c.ticket.id, number: c.ticket.number, endedAt: last, dispatches, requests };
}
