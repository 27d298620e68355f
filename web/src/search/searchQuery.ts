import type { Call } from '@hotline/shared/api/client';
import { kindTerms } from '@hotline/shared/catalog/terms';
import type { Kind } from '@hotline/shared/ticket/model/ticket';

export type SearchQuery = Omit<NonNullable<Call<'tickets'>['query']>, 'sort' | 'cursor' | 'limit'>;

export const openStatuses = 'awaitingDispatch,awaitingCitizen,handling,shelved,awaitingReview,awaitingCallback';
const texts = [
  'q',
  'status',
  'dispatchStatus',
  'category',
  'department',
  'region',
  'receivedFrom',
  'receivedBefore',
] as const;

/** What the address asks for, by the names of the contract; anything else in it is passed over. */
export function queryOf(params: URLSearchParams): SearchQuery {
  const kind = params.get('kind');
  return {
    ...Object.fromEntries(
      texts.flatMap((name) => (params.get(name)?.trim() ? [[name, params.get(name)?.trim()]] : [])),
    ),
    ...(kind && Object.hasOwn(kindTerms, kind) ? { kind: kind as Kind } : {}),
    ...(params.get('lateEntered') === 'true' ? { lateEntered: true } : {}),
    ...(params.get('overdue') === 'true' ? { overdue: true } : {}),
  };
}
