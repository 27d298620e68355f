import * as Type from 'typebox';
import { Id, Instant, OrganisationPath, object, oneOf, orNull, RegionCode, text, Version } from '../../schema.ts';
import { Clock } from '../clocks/clock.ts';

export const kinds = ['inquiry', 'help', 'complaint', 'report', 'suggestion', 'praise'] as const;
export const services = ['general', 'leaderMailbox', 'legalAdvice', 'efficiencyComplaint', 'consumer'] as const;
export const urgencies = ['normal', 'urgent', 'critical'] as const;
export const channels = [
  'phone',
  'web',
  'app',
  'wechat',
  'sms',
  'email',
  'letter',
  'visit',
  'open311',
  'import',
  'transfer',
] as const;
/** By which people may say that something came in; an import alone knows what was imported. */
export const channelsOfPeople = channels.filter((channel) => channel !== 'import');
/** Each status names what is awaited, so it tells whose move it is. */
export const ticketStatuses = [
  'awaitingDispatch',
  'awaitingCitizen',
  'handling',
  'shelved',
  'awaitingReview',
  'awaitingCallback',
  'closed',
] as const;
export const outcomes = [
  'answered',
  'resolved',
  'explained',
  'unresolved',
  'declined',
  'invalid',
  'withdrawn',
  'merged',
  'transferred',
] as const;
export type Kind = (typeof kinds)[number];
export type Service = (typeof services)[number];
export type Urgency = (typeof urgencies)[number];
export type Channel = (typeof channels)[number];
export type TicketStatus = (typeof ticketStatuses)[number];
export type Outcome = (typeof outcomes)[number];

/** Which time the matter is handled: 1, and one more with every rework. */
export const Round = Type.Integer({ minimum: 1 });

/** The handling of one matter. Its kind, service, place and promise follow its leading (earliest promised open) appeal. */
export const Ticket = object({
  id: Id,
  number: Type.String({ maxLength: 32 }),
  centreId: Id,
  /** Path of the centre in the tree of organisations, e.g. `fz.`; scope is a range of paths. */
  centrePath: OrganisationPath,
  title: text(120),
  kind: oneOf(kinds),
  service: oneOf(services),
  channel: oneOf(channels),
  categoryId: orNull(Id),
  regionCode: orNull(RegionCode),
  urgency: oneOf(urgencies),
  status: oneOf(ticketStatuses),
  outcome: orNull(oneOf(outcomes)),
  /** Counts events; `decidedVersion` is that of the last event that was not merely additive. */
  version: Version,
  decidedVersion: Version,
  round: Round,
  ownerId: orNull(Id),
  claimedAt: orNull(Instant),
  receivedAt: Instant,
  /** The promise it goes by: the earliest of its open appeals, or the last that stood. */
  promiseClock: orNull(Clock),
  /** Its due: first instant that is late. */
  promisedDueAt: orNull(Instant),
  /** By when the centre had to dispatch it; frozen when logged. Null where another system dispatched it. */
  dispatchDueAt: orNull(Instant),
  dispatchClock: orNull(Clock),
  firstDispatchedAt: orNull(Instant),
  /** The lead it was first sent to, and the lead whose reply was first accepted: frozen, whoever leads later rounds. */
  firstLeadId: orNull(Id),
  acceptedLeadId: orNull(Id),
  acceptedAt: orNull(Instant),
  reviewClock: orNull(Clock),
  reviewDueAt: orNull(Instant),
  repliedAt: orNull(Instant),
  callbackClock: orNull(Clock),
  callbackDueAt: orNull(Instant),
  /** 暂定: the earliest of its dues that rest on days the calendar does not know yet; null where none does. */
  dueProvisionalAt: orNull(Instant),
  /** Path of the body complained of: nothing about the ticket reaches it or below it. */
  againstPath: orNull(OrganisationPath),
  urgeCount: Type.Integer({ minimum: 0 }),
  lastUrgedAt: orNull(Instant),
  card: orNull(oneOf(['yellow', 'red'] as const)),
  mergedIntoId: orNull(Id),
  publishedAt: orNull(Instant),
  publishedTitle: orNull(Type.String({ maxLength: 120 })),
  publishedText: orNull(Type.String({ maxLength: 8000 })),
  closedAt: orNull(Instant),
  archivedAt: orNull(Instant),
});
export type Ticket = Type.Static<typeof Ticket>;
