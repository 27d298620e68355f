import type { Suggestions } from '@hotline/shared/api/routing';
import { useEffect, useState } from 'react';
import { api } from '../../data/api.ts';
import { fewAtATime } from './fewAtATime.ts';
import type { Offer } from './offers.ts';

type Reason = Suggestions['departments'][number]['reasons'][number];
export type SuggestedLead =
  | { state: 'suggested'; leadId: string; probability: number; reasons: readonly Reason[] }
  /** `fixed`: what the rules keep out of dispatch altogether. */
  | { state: 'none' | 'fixed' | 'failed' };

/** The first suggestion for each ticket, as far as the answers are there. */
export function useSuggestedLeads(offers: readonly Offer[]): ReadonlyMap<string, SuggestedLead> {
  const [told, setTold] = useState<ReadonlyMap<string, SuggestedLead>>(new Map());
  const key = offers.map((o) => o.ticketId).join('\n');
  useEffect(() => {
    let isWanted = true;
    const isStillWanted = () => isWanted;
    void fewAtATime(key.split('\n'), isStillWanted, async (id) => {
      const lead = await api
        .call('ticketRouting', { params: { id } })
        .then(leadOf, () => ({ state: 'failed' }) as const);
      if (isWanted) setTold((before) => new Map(before).set(id, lead));
    });
    return () => {
      isWanted = false;
    };
  }, [key]);
  return told;
}

function leadOf({ notice, departments }: Pick<Suggestions, 'notice' | 'departments'>): SuggestedLead {
  if (notice) return { state: 'fixed' };
  const [first] = departments;
  return first
    ? { state: 'suggested', leadId: first.id, probability: first.probability, reasons: first.reasons }
    : { state: 'none' };
}
