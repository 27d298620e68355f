import * as Type from 'typebox';
import { Id, Instant, object, oneOf, orNull, RegionPrefix, wordList } from '../schema.ts';
import { FilterWords } from '../search/sought.ts';
import { ClockFace } from '../ticket/clocks/clock.ts';
import {
  Callback,
  Card,
  Citation,
  Note,
  Order,
  orderStates,
  Pause,
  Reply,
  Request,
  requestTypes,
  Urge,
} from '../ticket/model/children.ts';
import { Dispatch, dispatchStatuses } from '../ticket/model/dispatch.ts';
import { kinds, Ticket, ticketStatuses } from '../ticket/model/ticket.ts';
import { prominences } from '../ticket/showing.ts';
import { Stub } from '../ticket/stub.ts';
import { verbNames } from '../ticket/verbs/index.ts';
import { AppealView } from '../ticket/view.ts';
import { byId, Count, listOf, route } from './route.ts';

/** A department's dispatch as lists and live frames show it. */
const DispatchRow = object({
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
  /** Since when it stands still: its due does not pass meanwhile. */
  pausedAt: Dispatch.properties.pausedAt,
  repliedAt: orNull(Instant),
  parentId: orNull(Id),
  /** The clock it goes by; null once it was taken away. */
  clock: orNull(ClockFace),
});
/** An open request as lists show it: its words stay with the case. */
const RequestRow = object({
  id: Id,
  type: Request.properties.type,
  dispatchId: orNull(Id),
  askedAt: Instant,
  days: Request.properties.days,
  reviewAt: orNull(Instant),
  reasonCode: Request.properties.reasonCode,
});
/** A supervision order that has not ended, as lists show it. */
const OrderRow = object({
  id: Id,
  dispatchId: orNull(Id),
  number: Type.String(),
  level: Order.properties.level,
  dueAt: Instant,
  answeredAt: orNull(Instant),
  clock: ClockFace,
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
  regionCode: Ticket.properties.regionCode,
  urgency: Ticket.properties.urgency,
  status: Ticket.properties.status,
  outcome: Ticket.properties.outcome,
  version: Type.Integer(),
  round: Type.Integer(),
  ownerId: orNull(Id),
  receivedAt: Instant,
  /** 补录: when the last of its appeals that were entered late was; null where none was. */
  lateEnteredAt: orNull(Instant),
  promisedDueAt: orNull(Instant),
  dispatchDueAt: orNull(Instant),
  reviewDueAt: orNull(Instant),
  callbackDueAt: orNull(Instant),
  repliedAt: orNull(Instant),
  closedAt: orNull(Instant),
  urgeCount: Type.Integer(),
  card: Ticket.properties.card,
  /** The clocks the ticket as a whole goes by; which of them a desk shows, `shownClock` decides. */
  clocks: object({
    promise: orNull(ClockFace),
    dispatching: orNull(ClockFace),
    review: orNull(ClockFace),
    callback: orNull(ClockFace),
  }),
  dispatches: Type.Array(DispatchRow),
  requests: Type.Array(RequestRow),
  orders: Type.Array(OrderRow),
});
export type TicketRow = Type.Static<typeof TicketRow>;

const OpenAction = object({
  name: oneOf(verbNames as [string, ...string[]]),
  term: Type.String(),
  termEn: Type.String(),
  about: oneOf(['ticket', 'appeal', 'dispatch', 'request', 'order', 'card'] as const),
  target: orNull(Id),
  version: orNull(Type.Integer()),
  /** Where its button stands now, and the letter that opens it on every ticket. */
  prominence: oneOf(prominences),
  key: orNull(Type.String()),
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
  citations: Type.Array(Citation),
  /** What the rule still allows, per open dispatch; returns per round. */
  quota: object({
    returns: Count,
    extensions: Type.Array(object({ dispatchId: Id, times: Count, days: Count })),
  }),
  openActions: Type.Array(OpenAction),
  /** Who has it in hand: of the ticket's owner and the dispatches' clerks, by id. */
  names: Type.Record(Type.String(), Type.String()),
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
  /** The other ticket of a merge or a split, or the one a new ticket goes with. */
  linked: orNull(object({ id: Id, number: Type.String(), title: Type.String(), status: Ticket.properties.status })),
  /** 原文: texts of it as they came, where cleaning changed what they say; of a long one the beginning (`isCut`). */
  originals: Type.Array(object({ field: Type.String(), text: Type.String(), isCut: Type.Boolean() })),
});

/** What a list of tickets may be narrowed to. */
export const TicketFilter = {
  status: Type.Optional(wordList(ticketStatuses)),
  dispatchStatus: Type.Optional(wordList(dispatchStatuses)),
  department: Type.Optional(Id),
  kind: Type.Optional(oneOf(kinds)),
  category: Type.Optional(Id),
  region: Type.Optional(RegionPrefix),
  dueBefore: Type.Optional(Type.String({ maxLength: 32 })),
  /** With a department's dispatch still open after its due. */
  overdue: Type.Optional(Type.Boolean()),
  assigned: Type.Optional(Id),
  /** With an open request of these types that somebody in my place decides, the longest waiting first. */
  request: Type.Optional(wordList(requestTypes)),
  /** With a supervision order that is `open`, `overdue` or `answered` and has not ended, the first due first. */
  order: Type.Optional(wordList(orderStates)),
  card: Type.Optional(oneOf(['yellow', 'red'] as const)),
  /** With something taken out of the figures after its due. */
  excused: Type.Optional(Type.Boolean()),
  /** With an appeal that was entered late. */
  lateEntered: Type.Optional(Type.Boolean()),
  q: Type.Optional(FilterWords),
  /** Received from this instant on, and before that one. */
  receivedFrom: Type.Optional(Type.String({ maxLength: 32 })),
  receivedBefore: Type.Optional(Type.String({ maxLength: 32 })),
};
/** A page of a list by keyset. */
export const Paging = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};

/** Lists, counts, one case and its timeline; each verb is one more route: `POST /api/tickets/:id/<verb>`. */
export const ticketRoutes = {
  tickets: route({
    method: 'GET',
    path: '/api/tickets',
    summary: 'Tickets in scope, by keyset',
    query: object({ ...TicketFilter, ...Paging, sort: Type.Optional(oneOf(['due', 'received'] as const)) }),
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
  ticketStub: route({
    method: 'GET',
    path: '/api/tickets/:id/stub',
    summary: 'What my department keeps of a ticket that was taken from it',
    params: byId,
    answer: Stub,
  }),
  endedDispatches: route({
    method: 'GET',
    path: '/api/stubs',
    summary: 'Tickets that were taken from my department, the last first',
    query: object({ cursor: Paging.cursor }),
    answer: object({ items: Type.Array(Stub), nextCursor: orNull(Type.String()) }),
  }),
  alikeTickets: route({
    method: 'GET',
    path: '/api/tickets/:id/alike',
    summary: 'Open tickets that may be about the same matter and could take this one in',
    params: byId,
    answer: object({ byCaller: Type.Array(TicketRow), byPlace: Type.Array(TicketRow) }),
  }),
  assignees: route({
    method: 'GET',
    path: '/api/tickets/:id/assignees',
    summary: 'Colleagues to whom I may assign it',
    params: byId,
    answer: object({ items: Type.Array(object({ id: Id, name: Type.String() })) }),
  }),
  ticketEvents: route({
    method: 'GET',
    path: '/api/tickets/:id/events',
    summary: 'Timeline',
    params: byId,
    answer: object({ items: Type.Array(TimelineEntry) }),
  }),
} as const;
