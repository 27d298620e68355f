import type { Answer } from '@hotline/shared/api/client';
import { useEffect, useState } from 'react';
import { api } from '../data/api.ts';

export type FoundTicket = Answer<'search'>['items'][number]['ticket'];
const quietMs = 200;
const most = 6;

/** Tickets with the words, number or telephone typed; null while they are looked for. */
export function useTickets(typed: string): readonly FoundTicket[] | null {
  const [found, setFound] = useState<{ q: string; items: readonly FoundTicket[] } | null>(null);
  const q = typed.trim();
  useEffect(() => {
    if (q === '') return;
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await api.call('search', { query: { q, limit: most } }).catch(() => null);
      if (current) setFound({ q, items: answer?.items.map((i) => i.ticket) ?? [] });
    }, quietMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [q]);
  return q === '' ? [] : found?.q === q ? found.items : null;
}
