import type { Hotline } from '../app/hotline.ts';
import { sweep } from './alarms.ts';
import { continueCorrections } from './corrections.ts';
import { openSettling } from './settling.ts';

/**
 * Sweeps now and every few seconds until stopped, settles first what a new calendar settles, and goes on with corrections of clocks beside it; first it reads again
 * what another node changed. A failed sweep is logged and tried again.
 */
export function startSweeper(hotline: Hotline, log: (error: unknown) => void, everyMs = 5_000): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let correcting: Promise<unknown> = Promise.resolve();
  let busy = false;
  let stopping = false;
  const settle = openSettling(hotline);
  const once = () => {
    correcting = continueCorrections(hotline, () => stopping).catch(log);
    if (busy) return;
    busy = true;
    running = hotline.catalog
      .refresh()
      .then(settle)
      .then(() => sweep(hotline))
      .catch(log)
      .finally(() => {
        busy = false;
      });
  };
  once();
  const timer = setInterval(once, everyMs);
  return async () => {
    stopping = true;
    clearInterval(timer);
    await Promise.all([running, correcting]);
  };
}
