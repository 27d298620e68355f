import type { Scope } from '@hotline/shared/people/scope';
import { deskPath, scopeKey } from '@hotline/shared/people/scope';
import type { Hotline } from '../app/hotline.ts';

type Counts = { counts: Record<string, number>; asOf: string; seq: number; epoch: string };
type Asked = { running: Promise<Counts>; next: Promise<Counts> | null };

/**
 * How much waits at each desk. Every console of a scope asks after the same event, so they share one count: whoever asks
 * while it is being read gets the next one, never one begun before he asked.
 */
export function openCounts(hotline: Hotline): (scope: Scope) => Promise<Counts> {
  const asked = new Map<string, Asked>();
  const begin = (key: string, scope: Scope): Promise<Counts> => {
    const asOf = hotline.now();
    const running = hotline.readers
      .ask('counts', { scope, path: deskPath(scope), now: asOf })
      .then((found) => ({ ...found, asOf }))
      .finally(() => {
        if (asked.get(key)?.running === running && asked.get(key)?.next === null) asked.delete(key);
      });
    asked.set(key, { running, next: null });
    return running;
  };
  return (scope) => {
    const key = scopeKey(scope);
    const now = asked.get(key);
    if (!now) return begin(key, scope);
    const again = () => begin(key, scope);
    now.next ??= now.running.then(again, again);
    return now.next;
  };
}
