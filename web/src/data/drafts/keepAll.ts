import { personValue } from '../personStore.ts';

const savers = personValue(() => new Set<() => Promise<void>>());

/** A form on show says how it is written to the server at once. Returns how to take it back. */
export function onKeepAll(save: () => Promise<void>): () => void {
  const now = savers.current;
  now.add(save);
  return () => now.delete(save);
}

/** Writes what every form on show has not written yet. */
export const keepAll = () => Promise.allSettled([...savers.current].map((save) => save()));
