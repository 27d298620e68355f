import { within } from '../people/actor.ts';
import { audienceOf, deskPath, type Scope, sees } from '../people/scope.ts';
import { hasRunOut } from '../ticket/clocks/clock.ts';
import type { Order, Request } from '../ticket/model/children.ts';
import { type Dispatch, isOpen } from '../ticket/model/dispatch.ts';
import type { Ticket } from '../ticket/model/ticket.ts';
import { isDecidedWithin } from '../ticket/steps/judging.ts';
import type { Instant } from '../time/instant.ts';

/** As much of a case as its places at the desks depend on. */
export type OpenWork = {
  readonly ticket: Pick<Ticket, 'id' | 'status' | 'centrePath' | 'againstPath'>;
  readonly dispatches: readonly Pick<
    Dispatch,
    'id' | 'parentId' | 'departmentPath' | 'status' | 'dueAt' | 'pausedAt'
  >[];
  readonly requests: readonly Pick<Request, 'type' | 'status' | 'dispatchId'>[];
  readonly orders: readonly Pick<Order, 'dispatchId' | 'dueAt' | 'answeredAt' | 'endedAt'>[];
};

/** What one ticket adds to the counts of a desk. */
export type DeskPlaces = {
  /** One for each: the ticket's status while it is open, each open dispatch, each request to be decided, each order that was answered. */
  readonly keys: readonly string[];
  /** The earliest due of its open dispatches whose clocks do not stand still; from then on the ticket is overdue. */
  readonly dueAt: Instant | null;
  /** Dues of orders nobody has answered: open before, overdue from then on. */
  readonly orderDues: readonly Instant[];
};

/**
 * The places a ticket takes at the desks of whoever has this scope; null where it takes none. An order that
 * has not ended waits on a closed ticket too. The same decision as the lists of db/src/lists take, proved equal.
 */
export function deskPlaces(work: OpenWork, scope: Scope): DeskPlaces | null {
  const { ticket, requests, orders } = work;
  if (!sees(scope, audienceOf(work))) return null;
  const path = deskPath(scope);
  const open = work.dispatches.filter((d) => isOpen(d) && (path === undefined || within(d.departmentPath, path)));
  const own = orders.filter((o) => o.endedAt === null && concerns(work, o, scope));
  const places: DeskPlaces = {
    keys: [
      ...(ticket.status === 'closed' ? [] : [ticket.status]),
      ...open.map((d) => `dispatch.${d.status}`),
      ...requests.filter((r) => isDecidedWithin(work, r, scope)).map((r) => `request.${r.type}`),
      ...own.filter((o) => o.answeredAt !== null).map(() => 'order.answered'),
    ],
    dueAt: open
      .filter(passes)
      .map((d) => d.dueAt)
      .reduce<Instant | null>((a, b) => (a === null || b < a ? b : a), null),
    orderDues: own.filter((o) => o.answeredAt === null).map((o) => o.dueAt),
  };
  return places.keys.length + places.orderDues.length > 0 ? places : null;
}

/** Its due passes by itself, or has passed: it does not stand still before it. */
const passes = (d: Pick<Dispatch, 'dueAt' | 'pausedAt'>) => d.pausedAt === null || hasRunOut(d, d.pausedAt);

/** For a department, an order about its own dispatch or about the ticket as a whole. */
function concerns(work: OpenWork, o: OpenWork['orders'][number], scope: Scope): boolean {
  if (scope.centres.some((path) => within(work.ticket.centrePath, path))) return true;
  if (o.dispatchId === null) return scope.departments.length > 0;
  const about = work.dispatches.find((d) => d.id === o.dispatchId);
  return about !== undefined && scope.departments.some((path) => within(about.departmentPath, path));
}
