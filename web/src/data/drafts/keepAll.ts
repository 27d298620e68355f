const savers = new Set<() => Promise<void>>();
/** A sign-out does not wait for a server that does not answer; the copy in this browser is there already. */
const patienceMs = 3_000;

/** A form on show says how it is written to the server at once. Returns how to take it back. */
export function onKeepAll(save: () => Promise<void>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** Writes what every form on show has not written yet. */
export const keepAll = () =>
  Promise.race([
    Promise.allSettled([...savers].map((save) => save())),
    new Promise((done) => setTimeout(done, patienceMs)),
  ]);
