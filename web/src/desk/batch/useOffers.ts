import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import { useEffect, useState } from 'react';
import { api, sentenceOf } from '../../data/api.ts';
import { personStore } from '../../data/personStore.ts';
import { useTickets } from '../../data/tickets.ts';
import { fewAtATime } from './fewAtATime.ts';
import type { Offer } from './offers.ts';

/** What was read of the selected tickets: their open actions and nothing of the citizens' words. */
const useRead = personStore<{ byId: ReadonlyMap<string, Offer> }>(() => ({ byId: new Map() }));

/** What may be done with each selected ticket as it stands now; read again where a ticket has changed since. */
export function useOffers(ids: ReadonlySet<string>) {
  const { byId } = useRead();
  const [message, setMessage] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const wanted = useTickets((s) =>
    [...ids].map((id) => `${id} ${s.replica.byId.get(id)?.row.version ?? 0}`).join('\n'),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks once more
  useEffect(() => {
    let isWanted = true;
    setMessage(null);
    const unread = wanted.split('\n').flatMap((line) => {
      const [id = '', version] = line.split(' ');
      const held = useRead.getState().byId.get(id);
      return id === '' || (held && held.version >= Number(version)) ? [] : [id];
    });
    const isStillWanted = () => isWanted;
    void fewAtATime(unread, isStillWanted, async (id) => {
      try {
        const offer = await read(id);
        useRead.setState((s) => ({ byId: new Map(s.byId).set(id, offer) }));
      } catch (error) {
        if (isWanted) setMessage(sentenceOf(error));
      }
    });
    return () => {
      isWanted = false;
    };
  }, [wanted, attempt]);
  const offers = [...ids].flatMap((id) => byId.get(id) ?? []);
  return { offers, message, readAgain: () => setAttempt((n) => n + 1) };
}

async function read(id: string): Promise<Offer> {
  const { ticket, openActions } = await api.call('ticket', { params: { id } });
  const { number, title, version } = ticket;
  return { ticketId: id, number, title, version, actions: openActions as OpenAction[] };
}
