import { newestModel } from '@hotline/db/finding/routed';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { type Report, train } from './train.ts';

const dayMs = 86_400_000;
const everyMs = 3_600_000;

/** Trains one centre and keeps the model. @throws Refusal when there is too little history, or the new model is worse. */
export function trainCentre(hotline: Hotline, centreId: string): Promise<Report> {
  const { categories } = hotline.catalog.published(centreId);
  const at = { id: newId(), now: hotline.now() };
  return train(hotline.store.reader, { id: centreId, categories }, at, async (command) => {
    await hotline.writer.write(async (tx) => ({ result: await command(tx), events: [], deltas: [] }));
  });
}

/** Once a day, and at once where there is no model yet; a centre with too little history is asked again later. */
export function keepTrained(hotline: Hotline, log: (error: unknown) => void): () => void {
  let stopped = false;
  const tried = new Map<string, number>();
  const once = async () => {
    for (const { id } of hotline.catalog.directory().centres.values()) {
      if (stopped) return;
      const nowMs = Date.parse(hotline.now());
      const newest = await newestModel(hotline.store.reader, id);
      const last = Math.max(tried.get(id) ?? 0, newest ? Date.parse(newest.trainedAt) : 0);
      if (nowMs - last < dayMs) continue;
      tried.set(id, nowMs);
      await trainCentre(hotline, id).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
    }
  };
  const run = () => void once().catch(log);
  run();
  const timer = setInterval(run, everyMs);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}
