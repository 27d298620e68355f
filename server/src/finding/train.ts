import { Worker } from 'node:worker_threads';
import { addModel, historyOf, modelBody, newestModel } from '@hotline/db/finding/routed';
import type { Db, Tx } from '@hotline/db/store/open';
import { dutyKeywords } from '@hotline/shared/catalog/categories';
import { Refusal } from '@hotline/shared/refusal';
import type { Example } from '@hotline/shared/routing/classifier';
import type { Scores } from '@hotline/shared/routing/scores';
import { type SeedCategory, seedExamples } from '@hotline/shared/routing/seeds';
import { ownFile } from '../ownFiles.ts';

export type Report = { id: string; trainedAt: string; examples: number; heldOut: Scores };
export type Work = { seeds: readonly Example[]; history: readonly Example[]; before: string | null };
export type Done = { body: string; heldOut: Scores; before: Scores | null };
/** In a thread: from a history, or of the names in the catalog alone. */
export type Task = { what: 'history'; work: Work } | { what: 'seeds'; seeds: readonly Example[] };
type Centre = { id: string; categories: readonly SeedCategory[] };
type Write = (command: (tx: Tx) => Promise<void>) => Promise<void>;

const mostExamples = 20_000;
const fewestExamples = 100;
const keptModels = 5;
/** So much worse may be chance: a hundredth of the examples held out. */
const slack = 0.01;

/**
 * Learns from the centre's own history, in a thread of its own. The newest part is held out to judge by; the model in
 * use is tried on the same part, and a worse one does not take its place.
 * @throws Refusal when there is too little history, or the new model is worse.
 */
export async function train(db: Db, centre: Centre, at: { id: string; now: string }, write: Write): Promise<Report> {
  const known = new Set(centre.categories.map((c) => c.id));
  const rows = (await historyOf(db, centre.id, mostExamples)).filter((r) => known.has(r.categoryId));
  if (rows.length < fewestExamples)
    throw new Refusal(
      'conflict',
      `已归类的历史诉求只有 ${rows.length} 件，至少要有 ${fewestExamples} 件才能训练；在此之前按分类名称和关键词推荐。`,
    );
  const newest = await newestModel(db, centre.id);
  const work: Work = {
    seeds: seedExamples(centre.categories, dutyKeywords),
    history: rows.map((r) => ({ text: r.text, label: r.categoryId })),
    before: newest ? await modelBody(db, newest.id) : null,
  };
  const done = await inThread<Done>({ what: 'history', work });
  const { heldOut, before } = done;
  if (before && before.accuracy - heldOut.accuracy > slack)
    throw new Refusal(
      'conflict',
      `新模型在留出的 ${heldOut.examples} 件上准确率为 ${percent(heldOut.accuracy)}，低于现用模型的 ${percent(before.accuracy)}，未启用。`,
      { heldOut, before },
    );
  const report: Report = { id: at.id, trainedAt: at.now, examples: rows.length, heldOut };
  const { id, trainedAt, examples } = report;
  const model = { id, centreId: centre.id, trainedAt, examples, report: JSON.stringify(heldOut), body: done.body };
  await write((tx) => addModel(tx, model, keptModels));
  return report;
}

export const percent = (share: number) => `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;

/** A model for a centre without a history: a second of work, so not on the thread that answers. */
export const trainOnNames = (categories: readonly SeedCategory[]): Promise<string> =>
  inThread<string>({ what: 'seeds', seeds: seedExamples(categories, dutyKeywords) });

function inThread<T>(task: Task): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(ownFile('trainThread'), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the training thread ended with ${code}`)));
  });
}
