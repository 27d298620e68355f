import * as Type from 'typebox';
import { AppealView } from '../appeal/view.ts';
import { roles } from '../people/actor.ts';
import { Id, Instant, object, oneOf, orNull } from '../schema.ts';
import { verbNames } from '../ticket/actions/index.ts';
import { Callback, Card, Note, Order, Pause, Reply, Request, Urge } from '../ticket/children.ts';
import { Dispatch, dispatchStatuses } from '../ticket/dispatch.ts';
import { NewAppeal } from '../ticket/log.ts';
import { kinds, Ticket, ticketStatuses } from '../ticket/ticket.ts';

/** One route of the contract: what goes in, what comes out. Server, client, OpenAPI and fuzzing all read this table. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly params?: Type.TObject;
  readonly query?: Type.TObject;
  readonly body?: Type.TSchema;
  readonly answer: Type.TSchema;
  readonly status?: 200 | 201 | 204;
  /** Takes an `Idempotency-Key` header. */
  readonly once?: true;
};
const route = <const R extends Route>(r: R) => r;

export const Grant = object({ role: oneOf(roles), path: Type.String() });
export const Person = object({
  id: Id,
  username: Type.String(),
  name: Type.String(),
  grants: Type.Array(Grant),
  departments: Type.Array(Id),
});
export const Session = object({ person: Person, scopeVersion: Type.Integer(), demo: Type.Boolean() });

const Count = Type.Integer({ minimum: 0 });
const listOf = <T extends Type.TSchema>(item: T) =>
  object({
    items: Type.Array(item),
    nextCursor: orNull(Type.String()),
    asOf: Instant,
    epoch: Type.String(),
    seq: Count,
  });

/** A department's turn as lists and live frames show it. */
export const TurnRow = object({
  id: Id,
  departmentId: Id,
  role: oneOf(['lead', 'assist'] as const),
  round: Type.Integer(),
  status: oneOf(dispatchStatuses),
  version: Type.Integer(),
  sentAt: Instant,
  signDueAt: Instant,
  signedAt: orNull(Instant),
  dueAt: Instant,
  repliedAt: orNull(Instant),
  parentId: orNull(Id),
});
/** An open request as lists show it: its words stay with the case. */
export const RequestRow = object({
  id: Id,
  type: Request.properties.type,
  dispatchId: orNull(Id),
  askedAt: Instant,
  days: Request.properties.days,
  reviewAt: orNull(Instant),
  reasonCode: Request.properties.reasonCode,
});
/** A supervision order that has not ended, as lists show it. */
export const OrderRow = object({
  id: Id,
  dispatchId: orNull(Id),
  number: Type.String(),
  level: Order.properties.level,
  dueAt: Instant,
  answeredAt: orNull(Instant),
});
/** A ticket as lists and live frames show it: nothing personal, no open actions. Rendered by one function. */
export const TicketRow = object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  kind: Ticket.properties.kind,
  service: Ticket.properties.service,
  channel: Ticket.properties.channel,
  categoryId: orNull(Id),
  regionCode: orNull(Type.String()),
  urgency: Ticket.properties.urgency,
  status: Ticket.properties.status,
  outcome: Ticket.properties.outcome,
  version: Type.Integer(),
  round: Type.Integer(),
  ownerId: orNull(Id),
  receivedAt: Instant,
  promisedDueAt: orNull(Instant),
  dispatchDueAt: orNull(Instant),
  reviewDueAt: orNull(Instant),
  callbackDueAt: orNull(Instant),
  repliedAt: orNull(Instant),
  closedAt: orNull(Instant),
  urgeCount: Type.Integer(),
  card: Ticket.properties.card,
  turns: Type.Array(TurnRow),
  requests: Type.Array(RequestRow),
  orders: Type.Array(OrderRow),
});
export type TicketRow = Type.Static<typeof TicketRow>;

export const OpenAction = object({
  name: oneOf(verbNames as [string, ...string[]]),
  term: Type.String(),
  termEn: Type.String(),
  about: oneOf(['ticket', 'appeal', 'dispatch', 'request', 'order', 'card'] as const),
  target: orNull(Id),
  version: orNull(Type.Integer()),
  disabledReason: orNull(Type.String()),
  disabledReasonEn: orNull(Type.String()),
});
export const CaseAnswer = object({
  ticket: Ticket,
  appeals: Type.Array(AppealView),
  dispatches: Type.Array(Dispatch),
  requests: Type.Array(Request),
  replies: Type.Array(Reply),
  callbacks: Type.Array(Callback),
  urges: Type.Array(Urge),
  cards: Type.Array(Card),
  orders: Type.Array(Order),
  pauses: Type.Array(Pause),
  notes: Type.Array(Note),
  /** What the rule still allows, per open turn; returns per round. */
  quota: object({
    returns: Count,
    extensions: Type.Array(object({ dispatchId: Id, times: Count, days: Count })),
  }),
  openActions: Type.Array(OpenAction),
  epoch: Type.String(),
  seq: Count,
});
export type CaseAnswer = Type.Static<typeof CaseAnswer>;

const TimelineEntry = object({
  seq: Count,
  version: Type.Integer(),
  verb: Type.String(),
  actorType: Type.String(),
  actorName: orNull(Type.String()),
  at: Instant,
  effectiveAt: Instant,
  fields: Type.Array(Type.String()),
  childId: orNull(Id),
});

const HistoryRow = object({
  id: Id,
  ticketId: Id,
  number: Type.String(),
  title: Type.String(),
  kind: oneOf(kinds),
  receivedAt: Instant,
  status: oneOf(['open', 'answered', 'closed'] as const),
  ticketStatus: oneOf(ticketStatuses),
  citizenName: orNull(Type.String()),
});

const Catalog = object({
  version: Type.String(),
  centres: Type.Array(
    object({
      id: Id,
      path: Type.String(),
      name: Type.String(),
      regionCode: Type.String(),
      utcOffsetMinutes: Type.Integer(),
    }),
  ),
  departments: Type.Array(
    object({
      id: Id,
      centreId: Id,
      parentId: orNull(Id),
      path: Type.String(),
      name: Type.String(),
      shortName: Type.String(),
      duties: orNull(Type.String()),
      requiresApproval: Type.Boolean(),
    }),
  ),
  categories: Type.Array(object({ id: Id, parentId: orNull(Id), name: Type.String(), level: Type.Integer() })),
  regions: Type.Array(object({ code: Type.String(), parentCode: orNull(Type.String()), name: Type.String() })),
  /** Every verb with its words and the JSON Schema of its input: a form can be drawn from it. */
  verbs: Type.Record(
    Type.String(),
    object({ term: Type.String(), termEn: Type.String(), about: Type.String(), input: Type.Unknown() }),
  ),
  /** The centre's calendar as data (shared/time compiles it), for countdowns in words. */
  calendar: Type.Unknown(),
});
export type Catalog = Type.Static<typeof Catalog>;

const FigureFilter = {
  from: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
  to: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
  asOf: Type.Optional(Type.String({ maxLength: 32 })),
  departmentId: Type.Optional(Id),
  categoryId: Type.Optional(Id),
  role: Type.Optional(oneOf(['lead', 'assist'] as const)),
  /** Exactly this one, without those below it; `none` where there is none. */
  departmentIs: Type.Optional(Id),
  categoryIs: Type.Optional(Id),
};
export const FigureDefinition = object({
  id: Type.String(),
  version: Type.Integer(),
  term: Type.String(),
  termEn: Type.String(),
  words: Type.String(),
  wordsEn: Type.String(),
  numerator: Type.String(),
  denominator: Type.String(),
  groups: Type.Array(Type.String()),
});
export const FigureRow = object({
  key: Type.String(),
  label: Type.String(),
  numerator: Count,
  denominator: Count,
  late: Count,
  timelyOriginal: Count,
  rate: orNull(Type.String()),
  excluded: Count,
  /** Query string of `GET /api/figures/:name/rows` that lists exactly these rows. */
  drill: Type.String(),
});
const FigureAnswer = object({
  definition: FigureDefinition,
  from: Type.String(),
  to: Type.String(),
  asOf: Instant,
  rows: Type.Array(FigureRow),
  total: FigureRow,
});
export type FigureAnswer = Type.Static<typeof FigureAnswer>;

const PortalReceipt = object({
  number: Type.String(),
  queryCode: Type.String(),
  receivedAt: Instant,
  promisedDueAt: Instant,
});
const PortalProgress = object({
  number: Type.String(),
  title: Type.String(),
  status: oneOf(ticketStatuses),
  receivedAt: Instant,
  promisedDueAt: Instant,
  answeredAt: orNull(Instant),
  answer: orNull(Type.String()),
  outcome: orNull(Type.String()),
  canRate: Type.Boolean(),
  canUrge: Type.Boolean(),
  canWithdraw: Type.Boolean(),
  steps: Type.Array(object({ verb: Type.String(), at: Instant, department: orNull(Type.String()) })),
});
const Holder = {
  number: Type.String({ minLength: 4, maxLength: 32 }),
  code: Type.String({ minLength: 4, maxLength: 16 }),
};
const byNumber = object({ number: Type.String({ minLength: 4, maxLength: 32 }) });
const byId = object({ id: Id });
const none = Type.Null();

/** The HTTP contract. Every verb of the life cycle is one more route: `POST /api/tickets/:id/<verb>`. */
export const routes = {
  signIn: route({
    method: 'POST',
    path: '/api/session',
    summary: 'Sign in',
    body: object({
      username: Type.String({ minLength: 1, maxLength: 64 }),
      password: Type.String({ minLength: 1, maxLength: 256 }),
      totp: Type.Optional(Type.String({ maxLength: 8 })),
    }),
    answer: Session,
  }),
  session: route({ method: 'GET', path: '/api/session', summary: 'Who am I', answer: Session }),
  signOut: route({ method: 'DELETE', path: '/api/session', summary: 'Sign out', answer: none, status: 204 }),
  catalog: route({
    method: 'GET',
    path: '/api/catalog',
    summary: 'Departments, categories, regions, calendar',
    answer: Catalog,
  }),
  getDraft: route({
    method: 'GET',
    path: '/api/drafts/:key',
    summary: 'A draft of mine',
    params: object({ key: Id }),
    answer: object({ key: Id, body: Type.Unknown(), savedAt: Instant }),
  }),
  putDraft: route({
    method: 'PUT',
    path: '/api/drafts/:key',
    summary: 'Save a draft',
    params: object({ key: Id }),
    body: object({ body: Type.Unknown() }),
    answer: object({ key: Id, savedAt: Instant }),
  }),
  deleteDraft: route({
    method: 'DELETE',
    path: '/api/drafts/:key',
    summary: 'Drop a draft',
    params: object({ key: Id }),
    answer: none,
    status: 204,
  }),
  logAppeal: route({
    method: 'POST',
    path: '/api/appeals',
    summary: 'Log an appeal',
    once: true,
    body: NewAppeal,
    status: 201,
    answer: object({
      appeal: object({ ...AppealView.properties, queryCode: Type.String() }),
      ticket: Ticket,
      seq: Count,
    }),
  }),
  appealsByPhone: route({
    method: 'GET',
    path: '/api/appeals',
    summary: 'History of a telephone number, newest first',
    query: object({
      phone: Type.String({ minLength: 3, maxLength: 32 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: object({ phone: orNull(Type.String()), items: Type.Array(HistoryRow) }),
  }),
  revealAppeal: route({
    method: 'POST',
    path: '/api/appeals/:id/reveal',
    summary: 'Show a citizen’s identity, with a purpose; audited',
    params: byId,
    body: object({ purpose: Type.String({ minLength: 2, maxLength: 200 }) }),
    answer: object({ citizenName: orNull(Type.String()), phone: orNull(Type.String()) }),
  }),
  tickets: route({
    method: 'GET',
    path: '/api/tickets',
    summary: 'Tickets in scope, by keyset',
    query: object({
      status: Type.Optional(Type.String({ maxLength: 120 })),
      turnStatus: Type.Optional(Type.String({ maxLength: 120 })),
      department: Type.Optional(Id),
      kind: Type.Optional(oneOf(kinds)),
      category: Type.Optional(Id),
      region: Type.Optional(Type.String({ pattern: '^\\d{2,12}$', maxLength: 12 })),
      dueBefore: Type.Optional(Type.String({ maxLength: 32 })),
      overdue: Type.Optional(Type.Boolean()),
      assigned: Type.Optional(Id),
      /** With an open request of these types that somebody in my place decides, the longest waiting first. */
      request: Type.Optional(Type.String({ maxLength: 120 })),
      /** With a supervision order that is `open`, `overdue` or `answered` and has not ended, the first due first. */
      order: Type.Optional(Type.String({ maxLength: 60 })),
      card: Type.Optional(oneOf(['yellow', 'red'] as const)),
      /** With something taken out of the figures after its due. */
      excused: Type.Optional(Type.Boolean()),
      q: Type.Optional(Type.String({ maxLength: 60 })),
      sort: Type.Optional(oneOf(['due', 'received'] as const)),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: listOf(TicketRow),
  }),
  ticketCounts: route({
    method: 'GET',
    path: '/api/tickets/counts',
    summary: 'How many wait at each desk, in scope',
    answer: object({ counts: Type.Record(Type.String(), Count), asOf: Instant, epoch: Type.String(), seq: Count }),
  }),
  ticket: route({
    method: 'GET',
    path: '/api/tickets/:id',
    summary: 'One case with what I may do',
    params: byId,
    answer: CaseAnswer,
  }),
  ticketEvents: route({
    method: 'GET',
    path: '/api/tickets/:id/events',
    summary: 'Timeline',
    params: byId,
    answer: object({ items: Type.Array(TimelineEntry) }),
  }),
  figures: route({
    method: 'GET',
    path: '/api/figures',
    summary: 'Definitions',
    answer: object({ items: Type.Array(FigureDefinition) }),
  }),
  figure: route({
    method: 'GET',
    path: '/api/figures/:name',
    summary: 'A figure with numerator, denominator and definition',
    params: object({ name: Id }),
    query: object({
      ...FigureFilter,
      groupBy: Type.Optional(oneOf(['department', 'category', 'day', 'role', 'none'] as const)),
    }),
    answer: FigureAnswer,
  }),
  figureRows: route({
    method: 'GET',
    path: '/api/figures/:name/rows',
    summary: 'Exactly the tickets behind a figure',
    params: object({ name: Id }),
    query: object({
      ...FigureFilter,
      part: Type.Optional(oneOf(['denominator', 'numerator', 'late', 'excluded'] as const)),
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: object({
      items: Type.Array(
        object({
          ticketId: Id,
          number: Type.String(),
          title: Type.String(),
          departmentId: orNull(Id),
          role: orNull(Type.String()),
          dueAt: Instant,
          originalDueAt: Instant,
          answeredAt: orNull(Instant),
          verdict: oneOf(['timely', 'late', 'excluded'] as const),
        }),
      ),
      nextCursor: orNull(Type.String()),
      asOf: Instant,
    }),
  }),
  portalAppeal: route({
    method: 'POST',
    path: '/api/portal/appeals',
    summary: 'File a web complaint',
    once: true,
    status: 201,
    body: object({
      kind: oneOf(kinds),
      title: Type.Optional(Type.String({ maxLength: 60 })),
      content: Type.String({ minLength: 5, maxLength: 4000 }),
      address: Type.Optional(Type.String({ maxLength: 200 })),
      regionCode: Type.Optional(Type.String({ pattern: '^\\d{6,12}$', maxLength: 12 })),
      name: Type.Optional(Type.String({ maxLength: 60 })),
      phone: Type.Optional(Type.String({ maxLength: 32 })),
      confidential: Type.Optional(Type.Boolean()),
      wishesToPublish: Type.Optional(Type.Boolean()),
    }),
    answer: PortalReceipt,
  }),
  portalLookup: route({
    method: 'POST',
    path: '/api/portal/lookup',
    summary: 'Progress, by number and query code',
    body: object(Holder),
    answer: PortalProgress,
  }),
  portalUrge: route({
    method: 'POST',
    path: '/api/portal/appeals/:number/urge',
    summary: 'Urge',
    params: byNumber,
    body: object({ code: Holder.code, note: Type.Optional(Type.String({ maxLength: 500 })) }),
    answer: PortalProgress,
  }),
  portalRate: route({
    method: 'POST',
    path: '/api/portal/appeals/:number/rate',
    summary: 'Rate the answer',
    params: byNumber,
    body: object({
      code: Holder.code,
      solved: oneOf(['yes', 'no'] as const),
      satisfaction: oneOf(['satisfied', 'fairlySatisfied', 'dissatisfied'] as const),
      note: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    answer: PortalProgress,
  }),
  portalWithdraw: route({
    method: 'POST',
    path: '/api/portal/appeals/:number/withdraw',
    summary: 'Withdraw',
    params: byNumber,
    body: object({ code: Holder.code, reason: Type.Optional(Type.String({ maxLength: 500 })) }),
    answer: PortalProgress,
  }),
} as const satisfies Record<string, Route>;
export type Routes = typeof routes;
export type RouteName = keyof Routes;
