import type { CaseAnswer } from '@hotline/shared/api/tickets';
import pLimit from 'p-limit';
import { api } from '../../data/api.ts';
import { personStore } from '../../data/personStore.ts';
import { mostInFlight } from '../batch/batch.ts';
import type { Timeline } from './openCase.ts';

type Printed = { readonly answer: CaseAnswer; readonly events: Timeline };

/** The tickets that are being printed together; none: the browser prints the one that is open. */
export const usePrintedTickets = personStore<{ tickets: readonly Printed[] }>(() => ({ tickets: [] }));

/** Prints a sheet for each ticket, in this order. @throws Refusal where one of them cannot be read: then nothing is printed */
export async function printTickets(ids: readonly string[]): Promise<void> {
  const tickets = await pLimit(mostInFlight).map(ids, read);
  usePrintedTickets.setState({ tickets });
  window.addEventListener('afterprint', () => usePrintedTickets.setState({ tickets: [] }), { once: true });
  window.print();
}

async function read(id: string): Promise<Printed> {
  const [answer, { items }] = await Promise.all([
    api.call('ticket', { params: { id } }),
    api.call('ticketEvents', { params: { id } }),
  ]);
  return { answer, events: items };
}
