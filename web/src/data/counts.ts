import { create } from 'zustand';
import { api } from './api.ts';
import { watchTickets } from './tickets.ts';

const atMostEveryMs = 1_000;
type Counts = Readonly<Record<string, number>>;

/** How many wait at each desk; empty until first read. */
export const useCounts = create<{ counts: Counts }>(() => ({ counts: {} }));

let asking: ReturnType<typeof setTimeout> | undefined;

/** Reads the counts now and, at most once a second, whenever tickets change; returns how to stop. */
export function watchCounts(): () => void {
  void read();
  const stop = watchTickets({ changed: soon });
  return () => {
    stop();
    clearTimeout(asking);
    asking = undefined;
  };
}

function soon(): void {
  asking ??= setTimeout(() => {
    asking = undefined;
    void read();
  }, atMostEveryMs);
}

async function read(): Promise<void> {
  const answer = await api.call('ticketCounts', {}).catch(() => null);
  if (answer) useCounts.setState({ counts: answer.counts });
}
