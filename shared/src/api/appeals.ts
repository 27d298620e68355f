import * as Type from 'typebox';
import { RevealedPhone } from '../citizen/phoneFields.ts';
import { Id, Instant, object, oneOf, orNull, Purpose } from '../schema.ts';
import { NewAppeal } from '../ticket/log.ts';
import { kinds, Ticket, ticketStatuses } from '../ticket/model/ticket.ts';
import { AppealView } from '../ticket/view.ts';
import { byId, Count, route } from './route.ts';

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

/** Logging an appeal and what is known of its citizen. */
export const appealRoutes = {
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
      phone: Type.String({ minLength: 3, maxLength: 200 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: object({ phone: orNull(Type.String()), items: Type.Array(HistoryRow) }),
  }),
  revealAppeal: route({
    method: 'POST',
    path: '/api/appeals/:id/reveal',
    summary: 'Show a citizen’s identity, with a purpose; audited',
    params: byId,
    body: object({ purpose: Purpose }),
    answer: object({
      citizenName: orNull(Type.String()),
      /** 原文: the name as it was written, where that says something else. */
      originalName: Type.Optional(Type.String()),
      ...RevealedPhone,
    }),
  }),
} as const;
