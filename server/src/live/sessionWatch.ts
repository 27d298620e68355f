import { standing } from '@hotline/db/people/people';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import type { Hotline } from '../app/hotline.ts';
import type { Hub } from './hub.ts';

const everyMs = 2_000;
/** So many are asked about in one statement. */
const chunk = 500;

/**
 * A console was let in once; its session may expire, be ended on another node, or its person be disabled or given other
 * rights. Looks again every two seconds and ends those that no longer stand. Returns what stops it.
 */
export function watchSessions(hotline: Hotline, hub: Hub, log: (error: unknown) => void): () => void {
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking || hub.size() === 0) return;
    isLooking = true;
    endFallen(hotline, hub)
      .catch(log)
      .finally(() => {
        isLooking = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function endFallen(hotline: Hotline, hub: Hub): Promise<void> {
  const credentials = [...new Set(Array.from(hub.viewers(), (v) => v.credential))];
  const rights = new Map<string, number>();
  for (let i = 0; i < credentials.length; i += chunk) {
    const some = await standing(hotline.store.reader, credentials.slice(i, i + chunk), hotline.now());
    for (const [hash, version] of some) rights.set(hash, version);
  }
  // Who came in while the store was asked is asked about next time.
  const asked = new Set(credentials);
  hub.dismiss((v) => asked.has(v.credential) && !rights.has(v.credential), closeCodes.authEnded);
  hub.dismiss((v) => asked.has(v.credential) && rights.get(v.credential) !== v.scopeVersion, closeCodes.scopeChanged);
}
