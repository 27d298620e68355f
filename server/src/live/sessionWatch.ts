import { standing } from '@hotline/db/people/people';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import type { Hotline } from '../app/hotline.ts';
import type { Broadcaster } from './broadcaster.ts';

const lookMs = 2_000;
/** So many are asked about in one statement. */
const chunk = 500;

/**
 * A console was let in once; its session may expire, be ended on another node, or its person be disabled or given other
 * rights. Looks again every two seconds and ends those that no longer stand.
 */
export function watchSessions(hotline: Hotline, broadcaster: Broadcaster): void {
  broadcaster.carry({
    lookMs,
    turn: async () => {
      await endFallen(hotline, broadcaster);
      return false;
    },
  });
}

async function endFallen(hotline: Hotline, broadcaster: Broadcaster): Promise<void> {
  const credentials = [...new Set(Array.from(broadcaster.connections(), ({ viewer }) => viewer.credential))];
  const rights = new Map<string, number>();
  for (let i = 0; i < credentials.length; i += chunk) {
    const some = await standing(hotline.store.reader, credentials.slice(i, i + chunk), hotline.now());
    for (const [hash, version] of some) rights.set(hash, version);
  }
  // Who came in while the store was asked is asked about next time.
  const asked = new Set(credentials);
  broadcaster.dismiss((v) => asked.has(v.credential) && !rights.has(v.credential), closeCodes.authEnded);
  broadcaster.dismiss(
    (v) => asked.has(v.credential) && rights.get(v.credential) !== v.scopeVersion,
    closeCodes.scopeChanged,
  );
}
