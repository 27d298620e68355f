import type { Scope } from '@hotline/shared/people/scope';
import {
  type Order,
  type OrderState,
  orderStates,
  type Request,
  type RequestType,
  requestTypes,
} from '@hotline/shared/ticket/model/children';
import { judging } from '@hotline/shared/ticket/steps/judging';
import type { WithClockText } from '../store/clockColumns.ts';
import type { Db } from '../store/open.ts';
import { type Clause, marks, named, rowsOf } from '../store/rows.ts';
import { scopeClause, within } from '../store/scope.ts';

/** Something on a ticket that somebody has to decide or answer: what a desk lists its tickets by. */
export type Waiting =
  | { readonly what: 'request'; readonly types: readonly RequestType[] }
  | { readonly what: 'order'; readonly states: readonly OrderState[]; readonly now: string };

export const tableOf = (w: Waiting) => (w.what === 'request' ? 'request' : 'supervision_order');
/** What the list is ordered by: requests by how long they have waited, orders by their due. */
export const orderOf = (w: Waiting) => (w.what === 'request' ? 'asked_at' : 'due_at');

/** Row `q` waits for a decision or an answer of somebody within the scope; the ticket `t` itself is judged elsewhere. */
export const waits = (w: Waiting, scope: Scope, q: string, t: string): Clause =>
  w.what === 'request' ? openRequest(w.types, scope, q, t) : openOrder(w.states, w.now, scope, q, t);

/** The same as a condition on a ticket, none where nothing is waited for. */
export function waitConditions(scope: Scope, { waiting }: { readonly waiting?: Waiting }): Clause[] {
  if (!waiting) return [];
  const { text, values } = waits(waiting, scope, 'q', 't');
  return [{ text: `exists (select 1 from ${tableOf(waiting)} q where q.ticket_id = t.id and ${text})`, values }];
}

/** An open request that somebody within the scope decides: `judging` of shared/ticket/steps as SQL. */
function openRequest(types: readonly RequestType[], scope: Scope, q: string, t: string): Clause {
  const isSub = `exists (select 1 from dispatch c where c.id = ${q}.dispatch_id and c.parent_id is not null)`;
  const byParentType = ofType(q, (type) => judging[type].ofSubDispatch === 'parent');
  const ofCitizenType = ofType(q, (type) => judging[type].withoutDispatch === 'citizen');
  const byCentre = scope.centres.map((path) =>
    and(within(`${t}.centre_path`, path), not(and(plain(isSub), byParentType))),
  );
  const byParent = scope.departments.map((path) => {
    const { text, values } = within('p.department_path', path);
    const parent = `select 1 from dispatch c join dispatch p on p.id = c.parent_id where c.id = ${q}.dispatch_id`;
    return and(byParentType, { text: `exists (${parent} and ${text})`, values });
  });
  return and(
    plain(`${q}.status = 'open'`),
    not(and(plain(`${q}.dispatch_id is null`), ofCitizenType)),
    { text: `${q}.type in (${marks(types.length)})`, values: types },
    either([...byCentre, ...byParent]),
  );
}

function ofType(q: string, wanted: (type: RequestType) => boolean): Clause {
  const types = requestTypes.filter(wanted);
  return types.length === 0 ? plain('1 = 0') : { text: `${q}.type in (${marks(types.length)})`, values: types };
}

/** A supervision order that has not ended; for a department, one about its own dispatch or about the ticket as a whole. */
function openOrder(states: readonly string[], now: string, scope: Scope, q: string, t: string): Clause {
  const wanted = states.flatMap((state): Clause[] =>
    state === 'open'
      ? [{ text: `(${q}.answered_at is null and ${q}.due_at > ?)`, values: [now] }]
      : state === 'overdue'
        ? [{ text: `(${q}.answered_at is null and ${q}.due_at <= ?)`, values: [now] }]
        : state === 'answered'
          ? [plain(`${q}.answered_at is not null`)]
          : [],
  );
  const concerned = [
    ...scope.centres.map((path) => within(`${t}.centre_path`, path)),
    ...scope.departments.map((path) => {
      const { text, values } = within('c.department_path', path);
      const own = `exists (select 1 from dispatch c where c.id = ${q}.dispatch_id and ${text})`;
      return { text: `(${q}.dispatch_id is null or ${own})`, values };
    }),
  ];
  return and(plain(`${q}.ended_at is null`), either(wanted), either(concerned));
}

/** How many tickets-in-scope wait, by type of request and by state of order. */
export async function countWaiting(db: Db, scope: Scope, now: string): Promise<Record<string, number>> {
  const count = (w: Waiting, key: Clause) => {
    const { text, values } = and(waits(w, scope, 'q', 't'), scopeClause(scope, 't'));
    const sql = `select ${key.text} as "key", count(*) as "count" from ${tableOf(w)} q join ticket t on t.id = q.ticket_id`;
    return rowsOf<{ key: string; count: number }>(db, `${sql} where ${text} group by 1`, [...key.values, ...values]);
  };
  const requests = await count({ what: 'request', types: requestTypes }, plain('q.type'));
  const state = {
    text: "case when q.answered_at is not null then 'answered' when q.due_at <= ? then 'overdue' else 'open' end",
    values: [now],
  };
  const orders = await count({ what: 'order', states: orderStates, now }, state);
  return Object.fromEntries([
    ...requests.map(({ key, count: n }) => [`request.${key}`, Number(n)]),
    ...orders.map(({ key, count: n }) => [`order.${key}`, Number(n)]),
  ]);
}

const requestColumns = ['id', 'ticketId', 'type', 'dispatchId', 'askedAt', 'days', 'reviewAt', 'reasonCode'] as const;
const orderColumns = ['id', 'ticketId', 'dispatchId', 'number', 'level', 'dueAt', 'clock', 'answeredAt'] as const;
export type ListedRequest = Pick<Request, (typeof requestColumns)[number]>;
export type ListedOrder = WithClockText<Pick<Order, (typeof orderColumns)[number]>>;

/** What waits on these tickets, for their rows: open requests, and supervision orders that have not ended. */
export async function waitingOn(
  db: Db,
  ticketIds: readonly string[],
): Promise<{ requests: ListedRequest[]; orders: ListedOrder[] }> {
  if (ticketIds.length === 0) return { requests: [], orders: [] };
  const among = `q.ticket_id in (${marks(ticketIds.length)})`;
  const rows = await rowsOf<(ListedRequest & ListedOrder) & { what: 'request' | 'order' }>(
    db,
    `select 'request' as "what", q.n as "n", ${columnsOf(requestColumns)} from request q where ${among} and q.status = 'open'
      union all
      select 'order', q.n, ${columnsOf(orderColumns)} from supervision_order q where ${among} and q.ended_at is null
      order by "n"`,
    [...ticketIds, ...ticketIds],
  );
  return {
    requests: rows.filter((r) => r.what === 'request').map((r) => pick(r, requestColumns)),
    orders: rows.filter((r) => r.what === 'order').map((r) => pick(r, orderColumns)),
  };
}

/** Both kinds of row side by side; a column of the other kind is empty. */
const columnsOf = (own: readonly string[]) =>
  allColumns.map((name) => (own.includes(name) ? named('q', [name]) : `null as "${name}"`)).join(', ');
const allColumns = [...new Set<string>([...requestColumns, ...orderColumns])];

const pick = <R, const K extends keyof R>(row: R, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<R, K>;

const plain = (text: string): Clause => ({ text, values: [] });
const and = (...clauses: readonly Clause[]): Clause => ({
  text: clauses.map((c) => c.text).join(' and '),
  values: clauses.flatMap((c) => c.values),
});
const not = ({ text, values }: Clause): Clause => ({ text: `not (${text})`, values });
const either = (clauses: readonly Clause[]): Clause =>
  clauses.length === 0
    ? plain('1 = 0')
    : { text: `(${clauses.map((c) => `(${c.text})`).join(' or ')})`, values: clauses.flatMap((c) => c.values) };
