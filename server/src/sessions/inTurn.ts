const last = new Map<string, Promise<unknown>>();

/** Whatever is asked about one key runs one after the other, whatever becomes of the one before. */
export async function inTurn<T>(key: string, act: () => Promise<T>): Promise<T> {
  const before = last.get(key) ?? Promise.resolve();
  const own = before.then(act, act);
  last.set(key, own);
  try {
    return await own;
  } finally {
    if (last.get(key) === own) last.delete(key);
  }
}
