import type { DeskFrame } from '@hotline/shared/live/desks';
import { personStore } from './personStore.ts';

type Counts = Readonly<Record<string, number>>;

/** How many wait at each desk, as the line told last; empty until it has. */
export const useCounts = personStore<{ counts: Counts }>(() => ({ counts: {} }));

export function hearDesks({ counts }: DeskFrame): void {
  useCounts.setState({ counts });
}
