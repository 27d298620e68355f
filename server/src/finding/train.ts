import { addModel } from '@hotline/db/finding/routed';
import type { Tx } from '@hotline/db/store/open';
import { dutyKeywords } from '@hotline/shared/catalog/categories';
import { Refusal } from '@hotline/shared/refusal';
import type { Example } from '@hotline/shared/routing/classifier';
import type { Scores } from '@hotline/shared/routing/scores';
import { type SeedCategory, seedExamples } from '@hotline/shared/routing/seeds';
import { inChild } from '../processes/child.ts';

export type Report = { id: string; trainedAt: string; examples: number; heldOut: Scores };
/** In a process of its own: from a centre's history, or of the names in the catalog alone. */
export type TrainTask = FromHistory | { readonly what: 'seeds'; readonly seeds: readonly Example[] };
export type FromHistory = {
  readonly what: 'history';
  readonly url: string;
  readonly centreId: string;
  /** Categories there are now, and examples made of their names. */
  readonly known: readonly string[];
  readonly seeds: readonly Example[];
  readonly most: number;
  readonly fewest: number;
};
/** `model` null: too few examples. */
export type Learned = {
  readonly examples: number;
  readonly model: { readonly body: string; readonly heldOut: Scores; readonly before: Scores | null } | null;
};
type Centre = { id: string; categories: readonly SeedCategory[] };
type Write = (command: (tx: Tx) => Promise<void>) => Promise<void>;

const mostExamples = 20_000;
const fewestExamples = 100;
const keptModels = 5;
/** So much worse may be chance: a hundredth of the examples held out. */
const slack = 0.01;
const mostMegabytes = 256;

/**
 * Learns from the centre's own history, in a process of its own. The newest part is held out to judge by; the model in
 * use is tried on the same part, and a worse one does not take its place.
 * @throws Refusal when there is too little history, or the new model is worse.
 */
export async function train(
  url: string,
  centre: Centre,
  at: { id: string; now: string },
  write: Write,
): Promise<Report> {
  const { id: centreId, categories } = centre;
  const known = categories.map((category) => category.id);
  const seeds = seedExamples(categories, dutyKeywords);
  const task = { url, centreId, known, seeds, most: mostExamples, fewest: fewestExamples } as const;
  const { examples, model: learned } = await learn<Learned>({ what: 'history', ...task });
  if (learned === null)
    throw new Refusal(
      'conflict',
      `已归类的历史诉求只有 ${examples} 件，至少要有 ${fewestExamples} 件才能训练；在此之前按分类名称和关键词推荐。`,
    );
  const { body, heldOut, before } = learned;
  if (before && before.accuracy - heldOut.accuracy > slack)
    throw new Refusal(
      'conflict',
      `新模型在留出的 ${heldOut.examples} 件上准确率为 ${percent(heldOut.accuracy)}，低于现用模型的 ${percent(before.accuracy)}，未启用。`,
      { heldOut, before },
    );
  const report: Report = { id: at.id, trainedAt: at.now, examples, heldOut };
  const { id, trainedAt } = report;
  const model = { id, centreId, trainedAt, examples, report: JSON.stringify(heldOut), body };
  await write((tx) => addModel(tx, model, keptModels));
  return report;
}

export const percent = (share: number) => `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;

/** A model for a centre without a history: a second of work, so not in the process that answers. */
export const trainOnNames = (categories: readonly SeedCategory[]): Promise<string> =>
  learn<string>({ what: 'seeds', seeds: seedExamples(categories, dutyKeywords) });

const learn = <T>(task: TrainTask): Promise<T> =>
  inChild<T>('trainChild', task, {
    mostMegabytes,
    ended: () => new Refusal('unavailable', '训练中断，请稍后再试。'),
  });
