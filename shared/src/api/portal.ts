import * as Type from 'typebox';
import { Instant, object, oneOf, orNull } from '../schema.ts';
import { kinds, ticketStatuses } from '../ticket/model/ticket.ts';
import { route } from './route.ts';

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
  /** What the promise's clock says: 「剩 2 工作日」, 「已超期 3 小时」, 「已暂停」. */
  promise: object({ words: Type.String(), isLate: Type.Boolean() }),
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

/** What a citizen may do with number and query code. */
export const portalRoutes = {
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
} as const;
