import * as Type from 'typebox';
import { Id, Instant, OrganisationPath, object, oneOf, orNull, Version } from '../../schema.ts';
import { Clock } from '../clocks/clock.ts';
import { Round } from './ticket.ts';

export const dispatchStatuses = [
  'awaitingSigning',
  'handling',
  'awaitingApproval',
  'replied',
  'accepted',
  'returned',
  'released',
] as const;
export type DispatchStatus = (typeof dispatchStatuses)[number];
const dispatchRoles = ['lead', 'assist'] as const;
export type DispatchRole = (typeof dispatchRoles)[number];

/** One department's dispatch. Everything its clocks rest on is frozen when it is sent. */
export const Dispatch = object({
  id: Id,
  ticketId: Id,
  departmentId: Id,
  departmentPath: OrganisationPath,
  role: oneOf(dispatchRoles),
  round: Round,
  parentId: orNull(Id),
  status: oneOf(dispatchStatuses),
  version: Version,
  clerkId: orNull(Id),
  note: orNull(Type.String({ maxLength: 2000 })),
  designated: orNull(Instant),
  requiresApproval: orNull(Instant),
  sentAt: Instant,
  sentBy: Id,
  /** Until when it may ask to be rid of it. */
  returnDueAt: Instant,
  signClock: Clock,
  signDueAt: Instant,
  signedAt: orNull(Instant),
  replyClock: Clock,
  yellowDueAt: Instant,
  originalDueAt: Instant,
  dueAt: Instant,
  dueDay: Type.String({ maxLength: 10 }),
  /** Submitted to the department's own head, where approval is required. */
  submittedAt: orNull(Instant),
  /** The reply leaving the department: what the department's clock is measured against. */
  repliedAt: orNull(Instant),
  acceptedAt: orNull(Instant),
  endedAt: orNull(Instant),
  /** Since when its clock stands still; null while it runs. */
  pausedAt: orNull(Instant),
  /** When the return that was approved had been asked for. */
  returnAskedAt: orNull(Instant),
  /** When it was first granted more time. */
  extendedAt: orNull(Instant),
  /** 挽回经济损失 of its accepted reply, in fen. */
  recoveredLossFen: orNull(Type.Integer({ minimum: 0, maximum: 2 ** 50 })),
  excusedAt: orNull(Instant),
  excuse: orNull(Type.String({ maxLength: 2000 })),
  /** The next instant at which the clock itself must act (sign due, yellow, red); null when nothing is left to do. */
  nextAlarmAt: orNull(Instant),
});
export type Dispatch = Type.Static<typeof Dispatch>;

/** Still this department's dispatch: it holds the matter and its clock matters. */
export const isOpen = (d: Pick<Dispatch, 'status'>) =>
  d.status === 'awaitingSigning' || d.status === 'handling' || d.status === 'awaitingApproval';

/** The department answered or is still to answer; false for a dispatch taken away from it. */
export const counts = (d: Pick<Dispatch, 'status'>) => d.status !== 'returned' && d.status !== 'released';
