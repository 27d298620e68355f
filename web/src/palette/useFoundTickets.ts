import type { Answer } from '@hotline/shared/api/client';
import { useRested } from '../data/useAsked.ts';
import { useRead } from '../data/useRead.ts';

type FoundTicket = Answer<'search'>['items'][number]['ticket'];
const quietMs = 200;
const most = 6;

/** Tickets with the words, number or telephone typed; null while they are looked for. */
export function useFoundTickets(typed: string): readonly FoundTicket[] | null {
  const q = typed.trim();
  const rested = useRested(q === '' ? null : q, quietMs);
  const { value, message, isOlder } = useRead('search', rested === null ? null : { query: { q: rested, limit: most } });
  if (q === '') return [];
  if (rested !== q || isOlder) return null;
  return message === null ? (value?.items.map((item) => item.ticket) ?? null) : [];
}
