import { readFileSync } from 'node:fs';
import { type Classifier, classify, type Example, trainClassifier } from '@hotline/shared/routing/classifier';
import { crossValidate } from '@hotline/shared/routing/scores';
import { realData } from '../support/data.ts';

/** Five-fold scores, training time and prediction time on 3,543 real messages with seven labels. */
const file = realData('appeals/labelled_train.jsonl');
if (file) {
  const examples: Example[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { title, text, label } = JSON.parse(line) as { title: string | null; text: string; label: string };
      return { text: `${title ?? ''}\n${text}`, label };
    });
  const scores = crossValidate(examples, 5);
  // Time of the processor: neighbours on the machine hardly change it.
  const before = process.cpuUsage();
  const model: Classifier = trainClassifier(examples);
  const { user, system } = process.cpuUsage(before);
  const trainMs = (user + system) / 1000;
  const started = performance.now();
  for (const { text } of examples) classify(model, text);
  const predictMs = (performance.now() - started) / examples.length;
  console.log(JSON.stringify({ ...scores, grams: model.vocabulary.idf.length, trainMs, predictMs }, null, 2));
}
