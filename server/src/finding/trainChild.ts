import { setPriority } from 'node:os';
import { historyOf, modelBody, newestModel } from '@hotline/db/finding/routed';
import { openReader } from '@hotline/db/store/open';
import { cautious, temperatureOn, trainClassifier } from '@hotline/shared/routing/classifier';
import { fairSample } from '@hotline/shared/routing/fairSample';
import { scoreOn } from '@hotline/shared/routing/scores';
import { readClassifier, storeClassifier } from '@hotline/shared/routing/storedClassifier';
import { asChild } from '../processes/child.ts';
import type { FromHistory, Learned, TrainTask } from './train.ts';

/** A process that learns once and ends. From a history it learns at night: whoever answers people goes first. */
const nice = 15;
/** From so many a model of some hundred categories is learned in seconds; what a frequent category says once more adds nothing. */
const mostLearned = 4_000;
const mostHeldOut = 1_000;

/** The history comes newest first: a model is judged by what came after what it learned from. */
async function fromHistory({ url, centreId, known, seeds, most, fewest }: FromHistory): Promise<Learned> {
  const reader = openReader(url);
  try {
    const isKnown = new Set(known);
    const rows = (await historyOf(reader.db, centreId, most)).filter(({ categoryId }) => isKnown.has(categoryId));
    if (rows.length < fewest) return { examples: rows.length, model: null };
    const history = rows.map(({ text, categoryId }) => ({ text, label: categoryId }));
    const newest = history.slice(0, Math.min(mostHeldOut, Math.max(20, Math.floor(history.length / 6))));
    const blind = trainClassifier([...seeds, ...fairSample(history.slice(newest.length), mostLearned)], cautious);
    const trial = { ...blind, temperature: temperatureOn(blind, newest) };
    const model = trainClassifier([...seeds, ...fairSample(history, mostLearned)], trial.temperature);
    const before = await newestModel(reader.db, centreId);
    return {
      examples: rows.length,
      model: {
        body: storeClassifier(model),
        heldOut: scoreOn(trial, newest),
        before: before && scoreOn(readClassifier(await modelBody(reader.db, before.id)), newest),
      },
    };
  } finally {
    reader.close();
  }
}

asChild((task: TrainTask): Promise<Learned> | string => {
  // Somebody waits for his first suggestion. Names resemble each other more than appeals do: how sure it is on them says nothing.
  if (task.what === 'seeds') return storeClassifier(trainClassifier(task.seeds, cautious));
  setPriority(nice);
  return fromHistory(task);
});
