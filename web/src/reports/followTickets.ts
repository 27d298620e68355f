import { watchTickets } from '../data/tickets.ts';

/** Figures are read again, at most once a second, while tickets change. */
export const followTickets = {
  watch: (changed: () => void) => watchTickets({ changed }),
  atMostEveryMs: 1_000,
};
