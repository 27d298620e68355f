import type { Classifier } from './classifier.ts';

/** A classifier as text: one printable character a weight, so that sixty thousand grams and seven labels are half a megabyte. */
type Stored = {
  readonly format: 1;
  readonly labels: readonly string[];
  readonly grams: readonly string[];
  readonly idf: readonly number[];
  readonly biases: readonly number[];
  readonly temperature: number;
  /** For each label the largest weight and all weights in steps of a 45th of it. */
  readonly planes: readonly (readonly [number, string])[];
};
const steps = 45;
/** `#`…`}` in steps; the backslash would be two characters in JSON and is written `~`. */
const first = 35;

export function storeClassifier({ labels, vocabulary, weights, biases, temperature }: Classifier): string {
  const n = labels.length;
  const planes = labels.map((_, k): [number, string] => {
    let most = 1e-9;
    for (let i = k; i < weights.length; i += n) most = Math.max(most, Math.abs(weights[i] as number));
    const codes: string[] = [];
    for (let i = k; i < weights.length; i += n)
      codes.push(written(Math.round(((weights[i] as number) / most) * steps)));
    return [most, codes.join('')];
  });
  const idf = vocabulary.idf.map((x) => Math.round(x * 1000) / 1000);
  const stored: Stored = { format: 1, labels, grams: vocabulary.grams, idf, biases, temperature, planes };
  return JSON.stringify(stored);
}

/** @throws Error when the text was not written by `storeClassifier` of this format. */
export function readClassifier(text: string): Classifier {
  const { format, labels, grams, idf, biases, temperature, planes } = JSON.parse(text) as Stored;
  if (format !== 1) throw new Error(`a classifier of an unknown format: ${String(format)}`);
  const n = labels.length;
  const weights = new Float32Array(grams.length * n);
  for (const [k, [most, codes]] of planes.entries())
    for (let f = 0; f < codes.length; f++) weights[f * n + k] = (most * read(codes.charCodeAt(f))) / steps;
  const index = new Map(grams.map((gram, i) => [gram, i]));
  return { labels, vocabulary: { grams, index, idf }, weights, biases, temperature };
}

const backslash = 92;
const tilde = 126;
function written(step: number): string {
  const code = first + steps + step;
  return String.fromCharCode(code === backslash ? tilde : code);
}
const read = (code: number) => (code === tilde ? backslash : code) - first - steps;
