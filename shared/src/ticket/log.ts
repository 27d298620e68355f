import * as Type from 'typebox';
import { PhoneText } from '../citizen/phone.ts';
import { Refusal } from '../refusal.ts';
import { Id, object, oneOf, orNull, RegionCode, text } from '../schema.ts';
import type { Instant } from '../time/instant.ts';
import { promiseColumns, ticketColumns } from './clocks/columns.ts';
import { dispatchingOf, promiseOf } from './clocks/promise.ts';
import { provisionalDue } from './clocks/standing.ts';
import { LateEntry } from './lateEntry.ts';
import { Appeal, identities } from './model/appeal.ts';
import type { Case } from './model/case.ts';
import { type Channel, channelsOfPeople, kinds, services, type Ticket, urgencies } from './model/ticket.ts';
import { unknownNamed } from './steps/named.ts';
import { titleFrom } from './titleFrom.ts';
import type { Moment } from './verb.ts';
import { refuse } from './why.ts';

/** What an agent, a citizen or another system says about a new appeal. */
export const NewAppeal = object({
  channel: oneOf(channelsOfPeople),
  service: Type.Optional(oneOf(services)),
  kind: oneOf(kinds),
  title: Type.Optional(text(120, 2, '标题')),
  content: text(8000, 5, '诉求内容'),
  citizen: object({
    name: Type.Optional(Appeal.properties.citizenName),
    /** Left out where `callId` is given: the number of the call, which the agent sees only masked. */
    phone: Type.Optional(orNull(PhoneText)),
    /** One of the people known under the number, instead of a name that is seen only masked. */
    citizenId: Type.Optional(orNull(Id)),
    identity: Type.Optional(oneOf(identities)),
  }),
  wishesToPublish: Type.Optional(Type.Boolean()),
  againstDepartmentId: Type.Optional(orNull(Id)),
  address: Type.Optional(Appeal.properties.address),
  regionCode: Type.Optional(orNull(RegionCode)),
  location: Type.Optional(
    orNull(
      object({
        latitude: Type.Number({ minimum: -90, maximum: 90 }),
        longitude: Type.Number({ minimum: -180, maximum: 180 }),
      }),
    ),
  ),
  categoryId: Type.Optional(orNull(Id)),
  urgency: Type.Optional(oneOf(urgencies)),
  joinTicketId: Type.Optional(orNull(Id)),
  callId: Type.Optional(orNull(Id)),
  lateEntry: Type.Optional(orNull(LateEntry)),
});
export type NewAppeal = Type.Static<typeof NewAppeal>;
/** The same from wherever it comes, another system included. */
export type AppealWords = Omit<NewAppeal, 'channel'> & { readonly channel: Channel };

/** Made by the server beforehand: shared knows no randomness. The number is already read (`readPhones`). */
export type Given = {
  readonly appealId: string;
  readonly ticketId: string;
  readonly number: string;
  readonly queryCode: string;
  readonly centreId: string;
  readonly citizenId: string | null;
  readonly phone: string | null;
  readonly phoneExtension?: string | null;
  /** As it was written or dialled, above all where no number could be read. */
  readonly phoneRaw?: string | null;
  readonly receivedAt: Instant;
  readonly externalNumber: string | null;
};

/** 登记: a new ticket with its one appeal; the promise to the citizen runs from `receivedAt`. */
export function newCase(input: AppealWords, given: Given, m: Moment): Case {
  const centre = m.directory.centres.get(given.centreId);
  if (!centre) throw new Refusal('invalid', '受理中心不存在，请联系管理员。');
  const against = m.directory.departments.get(input.againstDepartmentId ?? '');
  const about = {
    kind: input.kind,
    service: input.service ?? 'general',
    urgency: input.urgency ?? 'normal',
    channel: input.channel,
    categoryId: input.categoryId ?? null,
    centreId: centre.id,
  } as const;
  const promise = promiseOf(about, given.receivedAt, m);
  const appeal = newAppeal(input, given, promiseColumns(promise, centre.utcOffsetMinutes), m);
  const ticket: Ticket = {
    ...about,
    ...fresh,
    id: given.ticketId,
    number: given.number,
    centrePath: centre.path,
    title: appeal.title,
    regionCode: appeal.regionCode,
    receivedAt: given.receivedAt,
    ...ticketColumns.promise(promise),
    ...ticketColumns.dispatching(dispatchingOf(about, given.receivedAt, m)),
    firstDispatchedAt: null,
    againstPath: against?.path ?? null,
    round: 1,
  };
  const c = { ...empty, ticket, appeals: [appeal] };
  return { ...c, ticket: { ...ticket, dueProvisionalAt: provisionalDue(c) } };
}

/** A ticket for appeals that leave `from`, the first of which is `leading`: still without them, waiting to be dispatched. */
export const newTicket = (
  from: Ticket,
  leading: Appeal,
  given: { readonly ticketId: string; readonly number: string; readonly title: string },
): Case => {
  const { kind, service, channel, regionCode, receivedAt, promiseClock } = leading;
  const { centreId, centrePath, categoryId, urgency, round, firstDispatchedAt } = from;
  const ofAppeal = { kind, service, channel, regionCode, receivedAt, ...ticketColumns.promise(promiseClock) };
  const ofTicket = { centreId, centrePath, categoryId, urgency, round, firstDispatchedAt };
  const { ticketId: id, number, title } = given;
  const dispatching = ticketColumns.dispatching(firstDispatchedAt === null ? from.dispatchClock : null);
  return {
    ...empty,
    ticket: { ...fresh, ...ofTicket, ...ofAppeal, id, number, title, ...dispatching, againstPath: null },
  };
};

const fresh = {
  status: 'awaitingDispatch',
  outcome: null,
  version: 1,
  decidedVersion: 1,
  ownerId: null,
  claimedAt: null,
  firstLeadId: null,
  acceptedLeadId: null,
  acceptedAt: null,
  reviewClock: null,
  reviewDueAt: null,
  repliedAt: null,
  callbackClock: null,
  callbackDueAt: null,
  dueProvisionalAt: null,
  urgeCount: 0,
  lastUrgedAt: null,
  card: null,
  mergedIntoId: null,
  publishedAt: null,
  publishedTitle: null,
  publishedText: null,
  closedAt: null,
  archivedAt: null,
} as const satisfies Partial<Ticket>;

const none: never[] = [];
const empty: Omit<Case, 'ticket'> = {
  appeals: none,
  dispatches: none,
  requests: none,
  replies: none,
  callbacks: none,
  urges: none,
  cards: none,
  orders: none,
  pauses: none,
  notes: none,
  citations: none,
};

/** Another citizen about the same matter can still come to it: nobody has answered for it yet. */
export const isJoinable = (c: Case) => c.ticket.status === 'awaitingDispatch' || c.ticket.status === 'handling';

type Promise = ReturnType<typeof promiseColumns>;

/**
 * The appeal as it is taken down; its promise is counted by whoever knows what it is matched by.
 * @throws Refusal invalid where it names a category, a division or a body that is not there
 */
export function newAppeal(input: AppealWords, given: Given, promise: Promise, m: Moment): Appeal {
  const unknown = unknownNamed(input, given.centreId, m.directory);
  if (unknown) throw refuse(unknown);
  return {
    id: given.appealId,
    ticketId: given.ticketId,
    centreId: given.centreId,
    number: given.number,
    queryCode: given.queryCode,
    channel: input.channel,
    service: input.service ?? 'general',
    kind: input.kind,
    callId: input.callId ?? null,
    citizenId: given.citizenId,
    citizenName: input.citizen.name ?? null,
    phone: given.phone,
    phoneExtension: given.phoneExtension ?? null,
    phoneRaw: given.phoneRaw ?? null,
    identity: input.citizen.identity ?? (given.phone || given.phoneRaw || input.citizen.name ? 'named' : 'anonymous'),
    wishesToPublish: input.wishesToPublish ? given.receivedAt : null,
    title: input.title ?? titleFrom(input.content),
    content: input.content,
    address: input.address ?? null,
    regionCode: input.regionCode ?? null,
    latitude: input.location?.latitude ?? null,
    longitude: input.location?.longitude ?? null,
    againstDepartmentId: input.againstDepartmentId ?? null,
    status: 'open',
    outcome: null,
    receivedAt: given.receivedAt,
    loggedBy: m.actor.id,
    lateEnteredAt: input.lateEntry ? m.at : null,
    lateEntryReason: input.lateEntry?.reason ?? null,
    ...promise,
    answeredAt: null,
    closedAt: null,
    reasonCode: null,
    answer: null,
    externalNumber: given.externalNumber,
    excusedAt: null,
    excuse: null,
  };
}
