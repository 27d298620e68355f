import * as Type from 'typebox';
import { Phone, PhoneExtension, PhoneText } from '../../citizen/phone.ts';
import { Id, Instant, object, oneOf, orNull, RegionCode, text } from '../../schema.ts';
import { Clock } from '../clocks/clock.ts';
import { channels, kinds, outcomes, services } from './ticket.ts';

export const identities = ['named', 'anonymous', 'confidential'] as const;
/** 补录原因. */
export const LateEntryReason = text(200, 2, '补录原因');
export type Identity = (typeof identities)[number];

/** What one citizen said on one occasion. The citizen's own words and identity live here and nowhere else. */
export const Appeal = object({
  id: Id,
  ticketId: Id,
  centreId: Id,
  number: Type.String({ maxLength: 32 }),
  queryCode: Type.String({ maxLength: 16 }),
  channel: oneOf(channels),
  service: oneOf(services),
  kind: oneOf(kinds),
  callId: orNull(Id),
  citizenId: orNull(Id),
  citizenName: orNull(Type.String({ title: '姓名', maxLength: 60 })),
  /** Without its extension; null where none could be read, or none was left. */
  phone: orNull(Phone),
  phoneExtension: orNull(PhoneExtension),
  /** As it was written or dialled. */
  phoneRaw: orNull(PhoneText),
  identity: oneOf(identities),
  wishesToPublish: orNull(Instant),
  title: text(120),
  content: text(8000),
  address: orNull(Type.String({ title: '地址', maxLength: 200 })),
  regionCode: orNull(RegionCode),
  latitude: orNull(Type.Number({ minimum: -90, maximum: 90 })),
  longitude: orNull(Type.Number({ minimum: -180, maximum: 180 })),
  againstDepartmentId: orNull(Id),
  status: oneOf(['open', 'answered', 'closed'] as const),
  outcome: orNull(oneOf(outcomes)),
  receivedAt: Instant,
  loggedBy: Id,
  /** 补录: when it was logged, long after it was received, and why so late; null where it was logged as it was said. */
  lateEnteredAt: orNull(Instant),
  lateEntryReason: orNull(LateEntryReason),
  promiseClock: Clock,
  originalPromisedDueAt: Instant,
  promisedDueAt: Instant,
  promisedDay: Type.String({ maxLength: 10 }),
  /** Since when the promise stands still; null while it runs. */
  pausedAt: orNull(Instant),
  answeredAt: orNull(Instant),
  closedAt: orNull(Instant),
  reasonCode: orNull(Type.String({ maxLength: 40 })),
  /** The words told to the citizen: a direct answer, the reason for declining, or the accepted public reply. */
  answer: orNull(Type.String({ maxLength: 8000 })),
  externalNumber: orNull(Type.String({ maxLength: 64 })),
  excusedAt: orNull(Instant),
  excuse: orNull(Type.String({ maxLength: 2000 })),
});
export type Appeal = Type.Static<typeof Appeal>;
