import {
  channelTerms,
  identityTerms,
  kindTerms,
  serviceTerms,
  type Terms,
  urgencyTerms,
} from '@hotline/shared/catalog/terms';
import type { FieldName } from '@hotline/shared/imports/fields';
import type { TextKey } from '../../text/zh.ts';

/** The fields a mapping may fill, in the order they are asked about: what every row needs first. */
const order = [
  ...(['externalNumber', 'receivedAt', 'content', 'kind', 'department', 'repliedAt', 'publicReply', 'status'] as const),
  ...([
    'dueAt',
    'sentAt',
    'signedAt',
    'promisedDueAt',
    'title',
    'handling',
    'citizenName',
    'phone',
    'address',
  ] as const),
  ...(['regionCode', 'categoryId', 'channel', 'urgency', 'service', 'identity', 'latitude', 'longitude'] as const),
] as const;
export const fieldOrder: readonly FieldName[] = order;

export const fieldKey = (field: FieldName): TextKey => `mig.f.${field}`;

const openTerms: Terms<'open' | 'closed'> = {
  open: { zh: '在办', en: 'Open' },
  closed: { zh: '已办结', en: 'Closed' },
};

type Words = Readonly<Record<string, { zh: string; en: string }>>;
const lists: ReadonlyMap<FieldName, Words> = new Map<FieldName, Words>([
  ['kind', kindTerms],
  ['channel', channelTerms],
  ['urgency', urgencyTerms],
  ['service', serviceTerms],
  ['identity', identityTerms],
  ['status', openTerms],
]);

/** Our words for a field of a closed list; null for any other. */
export const wordsOf = (field: FieldName): Words | null => lists.get(field) ?? null;
