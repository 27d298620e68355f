import { parentPort, workerData } from 'node:worker_threads';
import { cautious, temperatureOn, trainClassifier } from '@hotline/shared/routing/classifier';
import { scoreOn } from '@hotline/shared/routing/scores';
import { readClassifier, storeClassifier } from '@hotline/shared/routing/storedClassifier';
import type { Done, Task, Work } from './train.ts';

/** The history comes newest first: a model is judged by what came after what it learned from. */
function fromHistory({ seeds, history, before }: Work): Done {
  const newest = history.slice(0, Math.max(20, Math.floor(history.length / 6)));
  const blind = trainClassifier([...seeds, ...history.slice(newest.length)], cautious);
  const trial = { ...blind, temperature: temperatureOn(blind, newest) };
  const model = trainClassifier([...seeds, ...history], trial.temperature);
  return {
    body: storeClassifier(model),
    heldOut: scoreOn(trial, newest),
    before: before === null ? null : scoreOn(readClassifier(before), newest),
  };
}

const task = workerData as Task;
parentPort?.postMessage(
  task.what === 'history'
    ? fromHistory(task.work)
    : // Names resemble each other more than appeals do: how sure it is on them says nothing.
      storeClassifier(trainClassifier(task.seeds, cautious)),
);
