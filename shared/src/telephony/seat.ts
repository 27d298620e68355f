import * as Type from 'typebox';
import { Id, Instant as InstantText, object, oneOf, orNull } from '../schema.ts';
import type { Instant } from '../time/instant.ts';
import type { CallFacts } from './call.ts';

/** 在线 · 示忙 · 整理 · 小休. Ringing and talking are the call's to say, not the seat's. */
export const seatStates = ['ready', 'busy', 'wrapUp', 'rest'] as const;
export type SeatState = (typeof seatStates)[number];

/** Where an agent sits and whether the next call may come. */
export const Seat = object({
  personId: Id,
  extension: orNull(Type.String({ pattern: '^[0-9A-Za-z_.-]+$', maxLength: 32 })),
  state: oneOf(seatStates),
  since: InstantText,
  /** The call that is being wrapped up. */
  callId: orNull(Id),
});
export type Seat = Type.Static<typeof Seat>;

export type SeatChange = { state?: SeatState; extension?: string | null };

/** What an agent says; changing the telephone alone does not restart the clock of the state. */
export function changeSeat(seat: Seat | null, personId: string, change: SeatChange, at: Instant): Seat {
  const before = seat ?? { personId, extension: null, state: 'ready' as const, since: at, callId: null };
  const state = change.state ?? before.state;
  const moved = seat === null || state !== before.state;
  return {
    ...before,
    ...(change.extension === undefined ? {} : { extension: change.extension }),
    state,
    since: moved ? at : before.since,
    callId: state === 'wrapUp' ? before.callId : null,
  };
}

/**
 * After a conversation the agent wraps up until he says that he is ready. One who said meanwhile that he is busy or
 * resting stays so, and an old hangup that arrives late changes nothing.
 */
export function afterCall(seat: Seat, callId: string, call: CallFacts): Seat {
  const mine = call.outcome === 'answered' && call.agentId === seat.personId && call.endedAt !== null;
  if (!mine || call.endedAt === null || call.endedAt < seat.since) return seat;
  if (seat.state !== 'ready') return seat;
  return { ...seat, state: 'wrapUp', since: call.endedAt, callId };
}
