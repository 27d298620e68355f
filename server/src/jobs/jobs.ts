import type { Hotline } from '../app/hotline.ts';
import { finder } from './finder.ts';
import { startFoldingCounters } from './foldCounters.ts';
import { startFollower } from './follow.ts';
import { startSweeper } from './sweeper.ts';

/** What the server does by itself beside answering: clocks, counters, what tickets are found by. Until stopped. */
export function startJobs(hotline: Hotline, log: (error: unknown) => void): () => Promise<void> {
  const stops = [startSweeper(hotline, log), startFoldingCounters(hotline, log), startFollower(hotline, finder, log)];
  return async () => {
    for (const stop of stops) await stop();
  };
}
