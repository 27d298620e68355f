import * as Type from 'typebox';
import { Id, Instant, object, oneOf, orNull } from '../../schema.ts';
import { Clock } from '../clocks/clock.ts';
import { Round } from './ticket.ts';

export const actualities = ['confirmed', 'partlyConfirmed', 'unfounded'] as const;
export const solvedStates = ['solved', 'partly', 'explained', 'unsolved'] as const;
export type Actuality = (typeof actualities)[number];
export type Solved = (typeof solvedStates)[number];
const replyStatuses = ['submitted', 'rejected', 'sent', 'accepted', 'sentBack'] as const;

/** What a department answered: the internal account of the handling, and the words meant for the citizen. */
export const Reply = object({
  id: Id,
  ticketId: Id,
  dispatchId: Id,
  round: Round,
  status: oneOf(replyStatuses),
  authorId: Id,
  submittedAt: Instant,
  /** How and when the citizen was reached; null where it is not asked (anonymous, confidential). */
  contactedBy: orNull(oneOf(['phone', 'visit', 'sms', 'other', 'notReached'] as const)),
  contactedAt: orNull(Instant),
  actuality: oneOf(actualities),
  solved: oneOf(solvedStates),
  unsolvedReason: orNull(Type.String({ maxLength: 500 })),
  handling: Type.String({ maxLength: 8000 }),
  publicReply: Type.String({ maxLength: 8000 }),
  /** 挽回经济损失, in fen; consumer matters only. */
  recoveredLossFen: orNull(Type.Integer({ minimum: 0, maximum: 2 ** 50 })),
  headId: orNull(Id),
  headAt: orNull(Instant),
  headNote: orNull(Type.String({ maxLength: 2000 })),
  reviewerId: orNull(Id),
  reviewedAt: orNull(Instant),
  reviewNote: orNull(Type.String({ maxLength: 2000 })),
  reasonCode: orNull(Type.String({ maxLength: 40 })),
});
export type Reply = Type.Static<typeof Reply>;

export const requestTypes = ['return', 'extension', 'shelving', 'question', 'rework'] as const;
export type RequestType = (typeof requestTypes)[number];
/** A department asks, somebody else decides. */
export const Request = object({
  id: Id,
  ticketId: Id,
  dispatchId: orNull(Id),
  appealId: orNull(Id),
  type: oneOf(requestTypes),
  status: oneOf(['open', 'approved', 'refused', 'cancelled'] as const),
  reasonCode: orNull(Type.String({ maxLength: 40 })),
  reason: Type.String({ maxLength: 2000 }),
  suggestedDepartmentId: orNull(Id),
  days: orNull(Type.Integer({ minimum: 1, maximum: 365 })),
  /** What was granted of them; less than was asked for is possible, more is not. */
  grantedDays: orNull(Type.Integer({ minimum: 1, maximum: 365 })),
  reviewAt: orNull(Instant),
  askedBy: Id,
  askedAt: Instant,
  decidedBy: orNull(Id),
  decidedAt: orNull(Instant),
  decision: orNull(Type.String({ maxLength: 2000 })),
});
export type Request = Type.Static<typeof Request>;

export const satisfactions = ['satisfied', 'fairlySatisfied', 'dissatisfied', 'none'] as const;
export type Satisfaction = Exclude<(typeof satisfactions)[number], 'none'>;
/**
 * One record per appeal and round, owed from the moment the appeal is answered (`source` is then `system`); the citizen's
 * own rating outranks the callback agent's.
 */
export const Callback = object({
  id: Id,
  ticketId: Id,
  appealId: Id,
  round: Round,
  source: oneOf(['agent', 'citizen', 'system'] as const),
  attempts: Type.Integer({ minimum: 0, maximum: 20 }),
  callId: orNull(Id),
  recordedBy: Id,
  recordedAt: Instant,
  /** Owed by then: from when the appeal is answered. */
  clock: Clock,
  dueAt: Instant,
  completedAt: orNull(Instant),
  /** Fell away before it was made, because the matter was taken up again. */
  cancelledAt: orNull(Instant),
  reached: orNull(oneOf(['reached', 'unreachable'] as const)),
  contacted: orNull(oneOf(['yes', 'no'] as const)),
  solved: orNull(oneOf(['yes', 'no'] as const)),
  satisfaction: oneOf(satisfactions),
  reasonCode: orNull(Type.String({ maxLength: 40 })),
  note: orNull(Type.String({ maxLength: 2000 })),
});
export type Callback = Type.Static<typeof Callback>;

/** 引用: the article, in the version that was told, of a direct answer or of a department's reply. */
export const Citation = object({
  id: Id,
  ticketId: Id,
  appealId: orNull(Id),
  dispatchId: orNull(Id),
  articleId: Id,
  version: Type.Integer({ minimum: 1 }),
  by: Id,
  at: Instant,
});
export type Citation = Type.Static<typeof Citation>;

export const Urge = object({
  id: Id,
  ticketId: Id,
  source: oneOf(['citizen', 'agent', 'supervisor'] as const),
  by: Id,
  at: Instant,
  note: orNull(Type.String({ maxLength: 1000 })),
});
export type Urge = Type.Static<typeof Urge>;

export const Card = object({
  id: Id,
  ticketId: Id,
  dispatchId: Id,
  colour: oneOf(['yellow', 'red'] as const),
  dueAt: Instant,
  raisedAt: Instant,
  revokedAt: orNull(Instant),
  revokedBy: orNull(Id),
  reason: orNull(Type.String({ maxLength: 1000 })),
});
export type Card = Type.Static<typeof Card>;

/** How a supervision order that has not ended stands. */
export const orderStates = ['open', 'overdue', 'answered'] as const;
export type OrderState = (typeof orderStates)[number];
/** 督办: a formal order with its own number and due. */
export const Order = object({
  id: Id,
  ticketId: Id,
  dispatchId: orNull(Id),
  number: Type.String({ maxLength: 40 }),
  level: oneOf(['centre', 'city', 'leader'] as const),
  demand: Type.String({ maxLength: 2000 }),
  issuedBy: Id,
  issuedAt: Instant,
  clock: Clock,
  dueAt: Instant,
  answer: orNull(Type.String({ maxLength: 4000 })),
  answeredBy: orNull(Id),
  answeredAt: orNull(Instant),
  endedBy: orNull(Id),
  endedAt: orNull(Instant),
});
export type Order = Type.Static<typeof Order>;

/** A stretch during which a clock stands still: of one dispatch, or of one appeal's promise. */
export const Pause = object({
  id: Id,
  ticketId: Id,
  dispatchId: orNull(Id),
  appealId: orNull(Id),
  reason: oneOf(['question', 'shelving', 'review'] as const),
  startedAt: Instant,
  /** How long a question to the citizen may hold it up; null where a day was named, or where it was over at once. */
  clock: orNull(Clock),
  /** Ends by itself at this instant. */
  untilAt: Instant,
  endedAt: orNull(Instant),
});
export type Pause = Type.Static<typeof Pause>;

const noteKinds = ['progress', 'supplement', 'correction', 'amendment', 'publication', 'remark'] as const;
/**
 * Words added along the way: an interim word, what a citizen supplied, the text a correction or an amendment replaced, the
 * reason given for a step that has no other place for it.
 */
export const Note = object({
  id: Id,
  ticketId: Id,
  dispatchId: orNull(Id),
  appealId: orNull(Id),
  kind: oneOf(noteKinds),
  text: Type.String({ maxLength: 8000 }),
  by: Id,
  at: Instant,
});
export type Note = Type.Static<typeof Note>;
