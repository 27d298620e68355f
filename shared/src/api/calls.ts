import * as Type from 'typebox';
import { AreaCode, PhoneText } from '../citizen/phone.ts';
import { RevealedPhone } from '../citizen/phoneFields.ts';
import { Id, Instant, object, oneOf, orNull, Purpose } from '../schema.ts';
import { CallbackNote, CallView, callbackResults } from '../telephony/call.ts';
import { Report, said } from '../telephony/report.ts';
import { Seat, seatStates } from '../telephony/seat.ts';
import { directions } from '../telephony/signal.ts';
import { TokenName } from '../telephony/token.ts';
import { kinds, ticketStatuses } from '../ticket/model/ticket.ts';
import { byId, Count, none, route } from './route.ts';

const word = (maxLength: number) => Type.String({ maxLength });

const Known = object({
  id: Id,
  /** Masked. */
  name: orNull(Type.String()),
  appeals: Count,
  lastAt: orNull(Instant),
});
const Earlier = object({
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
/** What is known of whoever calls, before the first word. */
export const Caller = object({
  phone: orNull(Type.String()),
  /** What the exchange sent where no number could be read, masked. */
  unreadPhone: Type.Optional(Type.String()),
  people: Type.Array(Known),
  appeals: Type.Array(Earlier),
  openAppeals: Count,
});
export type Caller = Type.Static<typeof Caller>;

const SeatRow = object({ ...Seat.properties, name: Type.String(), call: orNull(CallView) });

/** Telephone calls, who takes them, and what the telephone system tells us. */
export const callRoutes = {
  telephony: route({
    method: 'POST',
    path: '/api/telephony/:token',
    summary: 'What a telephone system says about a call; idempotent per call and event',
    params: object({ token: Type.String({ minLength: 1, maxLength: 128 }) }),
    body: Report,
    answer: object({
      id: Id,
      status: CallView.properties.status,
      agentKnown: Type.Boolean(),
      repeated: Type.Boolean(),
    }),
  }),
  calls: route({
    method: 'GET',
    path: '/api/calls',
    summary: 'Calls in scope, by keyset; `seq` is the place to go on from in the live stream',
    query: object({
      /** Put to me at any time. */
      mine: Type.Optional(Type.Boolean()),
      status: Type.Optional(oneOf(['open', 'ended'] as const)),
      /** Missed and not rung back, the longest waiting first. */
      callback: Type.Optional(Type.Boolean()),
      missed: Type.Optional(Type.Boolean()),
      /** Answered by somebody, with no appeal logged yet and not said that none is needed. */
      unlogged: Type.Optional(Type.Boolean()),
      direction: Type.Optional(oneOf(directions)),
      queue: Type.Optional(said.queue),
      agent: Type.Optional(Id),
      phone: Type.Optional(PhoneText),
      from: Type.Optional(word(32)),
      to: Type.Optional(word(32)),
      cursor: Type.Optional(word(200)),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: object({
      items: Type.Array(CallView),
      /** Names of the agents in `items`. */
      people: Type.Record(Type.String(), Type.String()),
      nextCursor: orNull(Type.String()),
      asOf: Instant,
      seq: Count,
      /** How many in scope wait to be rung back. */
      callbacks: Count,
    }),
  }),
  call: route({ method: 'GET', path: '/api/calls/:id', summary: 'One call', params: byId, answer: CallView }),
  caller: route({
    method: 'GET',
    path: '/api/calls/:id/caller',
    summary: 'Who is known under the number of a call, and what was said from it',
    params: byId,
    answer: Caller,
  }),
  claimCallback: route({
    method: 'POST',
    path: '/api/calls/:id/claim',
    summary: 'Take a missed call on, to ring the citizen back',
    params: byId,
    answer: CallView,
  }),
  completeCallback: route({
    method: 'POST',
    path: '/api/calls/:id/called-back',
    summary: 'How ringing back went',
    params: byId,
    body: object({
      result: oneOf(callbackResults.filter((r) => r !== 'calledAgain')),
      note: Type.Optional(orNull(CallbackNote)),
    }),
    answer: CallView,
  }),
  dismissCall: route({
    method: 'POST',
    path: '/api/calls/:id/dismiss',
    summary: 'Say that no appeal is needed for a call',
    params: byId,
    answer: CallView,
  }),
  revealCall: route({
    method: 'POST',
    path: '/api/calls/:id/reveal',
    summary: 'Show the number of a call, with a purpose; audited',
    params: byId,
    body: object({ purpose: Purpose }),
    answer: object(RevealedPhone),
  }),
  seat: route({ method: 'GET', path: '/api/seat', summary: 'My seat', answer: Seat }),
  changeSeat: route({
    method: 'PUT',
    path: '/api/seat',
    summary: 'Say that I am ready, busy, wrapping up or resting, or where I sit',
    body: object({
      state: Type.Optional(oneOf(seatStates)),
      extension: Type.Optional(Seat.properties.extension),
    }),
    answer: Seat,
  }),
  seats: route({
    method: 'GET',
    path: '/api/seats',
    summary: 'Who sits where and does what',
    answer: object({ items: Type.Array(SeatRow), asOf: Instant }),
  }),
  telephonyTokens: route({
    method: 'GET',
    path: '/api/telephony-tokens',
    summary: 'Tokens of the centre’s telephone systems',
    answer: object({
      items: Type.Array(
        object({
          id: Id,
          name: Type.String(),
          signed: Type.Boolean(),
          createdAt: Instant,
          revokedAt: orNull(Instant),
        }),
      ),
    }),
  }),
  changeAreaCode: route({
    method: 'PUT',
    path: '/api/area-code',
    summary: 'In which area numbers without one are dialled: 0591; null: not said',
    body: object({ areaCode: orNull(AreaCode) }),
    answer: object({ areaCode: orNull(AreaCode) }),
  }),
  addTelephonyToken: route({
    method: 'POST',
    path: '/api/telephony-tokens',
    summary: 'A new token for a telephone system; shown this once',
    status: 201,
    body: object({ name: TokenName, signed: Type.Optional(Type.Boolean()) }),
    answer: object({ id: Id, token: Type.String(), secret: orNull(Type.String()) }),
  }),
  revokeTelephonyToken: route({
    method: 'DELETE',
    path: '/api/telephony-tokens/:id',
    summary: 'A token is no longer valid',
    params: byId,
    status: 204,
    answer: none,
  }),
} as const;
