import { api } from './api.ts';
import { personStore, personValue, whenPersonLeaves } from './personStore.ts';
import { watchTickets } from './tickets.ts';

const atMostEveryMs = 1_000;
type Counts = Readonly<Record<string, number>>;

/** How many wait at each desk; empty until first read. */
export const useCounts = personStore<{ counts: Counts }>(() => ({ counts: {} }));

const asking = personValue<ReturnType<typeof setTimeout> | undefined>(() => undefined);
whenPersonLeaves(() => clearTimeout(asking.current));

/** Reads the counts now and, at most once a second, whenever tickets change; returns how to stop. */
export function watchCounts(): () => void {
  void read();
  const stop = watchTickets({ changed: soon });
  return () => {
    stop();
    clearTimeout(asking.current);
    asking.current = undefined;
  };
}

function soon(): void {
  asking.current ??= setTimeout(() => {
    asking.current = undefined;
    void read();
  }, atMostEveryMs);
}

async function read(): Promise<void> {
  const answer = await api.call('ticketCounts', {}).catch(() => null);
  if (answer) useCounts.setState({ counts: answer.counts });
}
