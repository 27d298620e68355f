import { migrate } from '@hotline/db/migrate';
import type { Store } from '@hotline/db/store/open';

/** Founds the demo city in an empty store and lets its people act for `days` days; does nothing where there is a centre already. */
export async function seedDemo(
  store: Store,
  options: { now?: string; days?: number; perDay?: number } = {},
): Promise<number> {
  await migrate(store);
  const founded = await store.reader.selectFrom('centre').select('id').limit(1).executeTakeFirst();
  if (founded) return 0;
  // Only now: a city that is there already needs none of its texts.
  const [{ foundCity }, { liveThrough }] = await Promise.all([import('./found.ts'), import('./history.ts')]);
  const now = options.now ?? new Date().toISOString();
  const days = options.days ?? 30;
  await foundCity(store, new Date(Date.parse(now) - (days + 1) * 86_400_000).toISOString());
  return days === 0 ? 0 : liveThrough(store, now, days, options.perDay ?? 24);
}
