export type CopyOnWrite<K, V> = {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  delete(key: K): void;
  /** The source itself when nothing was written, so that whoever compares by identity sees no change. */
  result(): ReadonlyMap<K, V>;
};

/** A map copied at most once, at the first write: a batch of frames costs one copy, not one per frame. */
export function copyOnWrite<K, V>(source: ReadonlyMap<K, V>): CopyOnWrite<K, V> {
  let own: Map<K, V> | null = null;
  return {
    get: (key) => (own ?? source).get(key),
    set(key, value) {
      own ??= new Map(source);
      own.set(key, value);
    },
    delete(key) {
      if (!(own ?? source).has(key)) return;
      own ??= new Map(source);
      own.delete(key);
    },
    result: () => own ?? source,
  };
}
