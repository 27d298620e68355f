import * as Type from 'typebox';
import { PhoneText } from '../citizen/phone.ts';
import { Instant, object, oneOf, orNull, RegionCode, text } from '../schema.ts';
import { Appeal } from '../ticket/model/appeal.ts';
import { kinds, ticketStatuses } from '../ticket/model/ticket.ts';
import { route } from './route.ts';

const PortalReceipt = object({
  number: Type.String(),
  queryCode: Type.String(),
  receivedAt: Instant,
  promisedDueAt: Instant,
  /** The due rests on days whose holidays have not been announced. */
  isProvisional: Type.Boolean(),
});
const PortalProgress = object({
  number: Type.String(),
  title: Type.String(),
  status: oneOf(ticketStatuses),
  receivedAt: Instant,
  promisedDueAt: Instant,
  /** What the promise's clock says: 「剩 2 工作日」, 「已超期 3 小时」, 「已暂停」. */
  promise: object({ words: Type.String(), isLate: Type.Boolean(), isPaused: Type.Boolean() }),
  answeredAt: orNull(Instant),
  answer: orNull(Type.String()),
  outcome: orNull(Type.String()),
  canRate: Type.Boolean(),
  canUrge: Type.Boolean(),
  canWithdraw: Type.Boolean(),
  /** What happened, each thing in the verb's own sentence for citizens. */
  steps: Type.Array(object({ verb: Type.String(), at: Instant, sentence: Type.String() })),
});
const Holder = {
  number: Type.String({ minLength: 4, maxLength: 32 }),
  code: Type.String({ minLength: 4, maxLength: 16 }),
};
const byNumber = object({ number: Holder.number });

/** What a citizen may write: shorter than what staff may, as long as the stored field where it is the same words. */
export const citizensWords = {
  content: text(4000, 5, '诉求内容'),
  address: Appeal.properties.address.anyOf[0],
  name: Appeal.properties.citizenName.anyOf[0],
  phone: PhoneText,
  note: Type.String({ maxLength: 500 }),
} as const;

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
      title: Type.Optional(text(60, 2, '标题')),
      content: citizensWords.content,
      address: Type.Optional(citizensWords.address),
      regionCode: Type.Optional(RegionCode),
      name: Type.Optional(citizensWords.name),
      phone: Type.Optional(citizensWords.phone),
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
    body: object({ code: Holder.code, note: Type.Optional(citizensWords.note) }),
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
      note: Type.Optional(citizensWords.note),
    }),
    answer: PortalProgress,
  }),
  portalWithdraw: route({
    method: 'POST',
    path: '/api/portal/appeals/:number/withdraw',
    summary: 'Withdraw',
    params: byNumber,
    body: object({ code: Holder.code, reason: Type.Optional(citizensWords.note) }),
    answer: PortalProgress,
  }),
} as const;
