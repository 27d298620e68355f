import { countGrams } from './grams.ts';
import { roomFor, separate } from './svm.ts';
import { fitTemperature, softmax } from './temperature.ts';
import { learnVocabulary, type Vector, type Vocabulary, vectorOf } from './vectors.ts';

export type Example = { readonly text: string; readonly label: string };
export type Classifier = {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  /** `labels.length` weights for each gram, side by side. */
  readonly weights: Float32Array;
  readonly biases: readonly number[];
  /** Dispatches margins into probabilities; fitted on examples held back. */
  readonly temperature: number;
};
export type Guess = { readonly label: string; readonly probability: number };

/** A model has at most so many weights, however many labels: 6 M are 24 MB in memory and 6 MB stored. */
const cells = 6_000_000;
const mostGrams = 60_000;
const cost = 4;
/** Below this the margins of examples held back say too little; the temperature is then one that claims little. */
const enoughToCalibrate = 200;
export const cautious = 0.25;

/**
 * One plane for each label against all others over TF-IDF of characters and pairs. Without a temperature known before, a
 * fifth of the examples is first held back to learn how sure a margin is, then all are used.
 */
export function trainClassifier(examples: readonly Example[], temperature?: number): Classifier {
  const labels = [...new Set(examples.map((e) => e.label))].sort();
  const documents = examples.map((e) => countGrams(e.text));
  const vocabulary = learnVocabulary(documents, Math.min(mostGrams, Math.floor(cells / Math.max(1, labels.length))));
  const rows = documents.map((d) => vectorOf(vocabulary, d));
  const wanted = examples.map((e) => labels.indexOf(e.label));
  const model = fit(rows, wanted, labels, vocabulary);
  if (temperature !== undefined) return { ...model, temperature };
  if (examples.length < enoughToCalibrate) return { ...model, temperature: cautious };
  const kept = rows.map((_, i) => i % 5 !== 4);
  const among = <T>(list: readonly T[], inside: boolean) => list.filter((_, i) => kept[i] === inside);
  const trial = fit(among(rows, true), among(wanted, true), labels, vocabulary);
  const margins = among(rows, false).map((row) => marginsOf(trial, row));
  return { ...model, temperature: fitTemperature(margins, among(wanted, false)) };
}

/** Every label with its probability, the likeliest first. */
export function classify(model: Classifier, text: string): Guess[] {
  const margins = marginsOf(model, vectorOf(model.vocabulary, countGrams(text)));
  const probabilities = softmax(margins, model.temperature);
  return model.labels
    .map((label, i) => ({ label, probability: probabilities[i] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || (a.label < b.label ? -1 : 1));
}

/** How sure the margins of a model are, learned from examples it has not seen. */
export function temperatureOn(model: Classifier, examples: readonly Example[]): number {
  const known = examples.filter((e) => model.labels.includes(e.label));
  if (known.length === 0) return cautious;
  const margins = known.map((e) => marginsOf(model, vectorOf(model.vocabulary, countGrams(e.text))));
  return fitTemperature(
    margins,
    known.map((e) => model.labels.indexOf(e.label)),
  );
}

/** How far each label's plane lies behind the document. */
function marginsOf({ labels, weights, biases }: Omit<Classifier, 'temperature'>, { at, weight }: Vector) {
  const margins = Float64Array.from(biases);
  const n = labels.length;
  for (let j = 0; j < at.length; j++) {
    const from = (at[j] as number) * n;
    const w = weight[j] as number;
    for (let k = 0; k < n; k++) margins[k] = (margins[k] as number) + w * (weights[from + k] as number);
  }
  return margins;
}

function fit(rows: readonly Vector[], wanted: readonly number[], labels: readonly string[], vocabulary: Vocabulary) {
  const dims = vocabulary.idf.length;
  const weights = new Float32Array(dims * labels.length);
  const room = roomFor(rows.length, dims);
  const biases = labels.map((_, k) => {
    const one = wanted.map((label) => label === k);
    const plane = separate(rows, one, room, cost);
    for (let f = 0; f < dims; f++) weights[f * labels.length + k] = plane.weights[f] as number;
    return plane.bias;
  });
  return { labels, vocabulary, weights, biases };
}
