import type { Answer } from '@hotline/shared/api/client';
import { maxLengthOf } from '@hotline/shared/schema';
import { SoughtWords } from '@hotline/shared/search/sought';
import { useRested } from '../data/useAsked.ts';
import { useRead } from '../data/useRead.ts';

type FoundTicket = Answer<'search'>['items'][number]['ticket'];
const quietMs = 200;
const most = 6;

/** By how many characters the words are more than can be looked for. */
export const overBy = (q: string): number => [...q].length - maxLengthOf(SoughtWords);

/** Tickets with the words, number or telephone typed; null while they are looked for. */
export function useFoundTickets(typed: string): readonly FoundTicket[] | null {
  const q = typed.trim();
  const isAsked = q !== '' && overBy(q) <= 0;
  const rested = useRested(isAsked ? q : null, quietMs);
  const { value, message, isOlder } = useRead('search', rested === null ? null : { query: { q: rested, limit: most } });
  if (!isAsked) return [];
  if (rested !== q || isOlder) return null;
  return message === null ? (value?.items.map((item) => item.ticket) ?? null) : [];
}
