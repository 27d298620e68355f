import { newestModel } from '@hotline/db/finding/routed';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { type Report, train } from './train.ts';
import { isTrainingDue } from './trainingDue.ts';

const everyMs = 1_800_000;

/** Trains one centre and keeps the model. @throws Refusal when there is too little history, or the new model is worse. */
export function trainCentre(hotline: Hotline, centreId: string): Promise<Report> {
  const { categories } = hotline.catalog.published(centreId);
  const at = { id: newId(), now: hotline.now() };
  return train(hotline.store.url, { id: centreId, categories }, at, async (command) => {
    await hotline.writer.write(async (tx) => ({ result: await command(tx), events: [], deltas: [] }));
  });
}

/** At night, and at once where there is no model yet (`isTrainingDue`); a centre with too little history is asked again later. */
export function keepTrained(hotline: Hotline, log: (error: unknown) => void): () => void {
  let stopped = false;
  const tried = new Map<string, Instant>();
  const once = async () => {
    for (const { id, utcOffsetMinutes } of hotline.catalog.directory().centres.values()) {
      if (stopped) return;
      const now = hotline.now();
      const newest = await newestModel(hotline.store.reader, id);
      if (!isTrainingDue(latest(tried.get(id), newest?.trainedAt), now, utcOffsetMinutes)) continue;
      tried.set(id, now);
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

const latest = (...instants: readonly (Instant | undefined)[]): Instant | null =>
  instants
    .filter((at) => at !== undefined)
    .toSorted()
    .at(-1) ?? null;
