import type { Classifier } from './classifier.ts';
import { countGrams, normalise } from './grams.ts';
import { vectorOf } from './vectors.ts';

const mostWords = 3;
const longest = 8;

/**
 * The words of a text that spoke for a label most: neighbouring pairs with a large share in the margin, joined as they
 * stand in the text, 「夜间施工」 rather than 「夜间、间施、施工」.
 */
export function tellingWords(model: Classifier, text: string, label: string): string[] {
  const k = model.labels.indexOf(label);
  if (k < 0) return [];
  const { at, weight } = vectorOf(model.vocabulary, countGrams(text));
  const shares = new Map<string, number>();
  for (let j = 0; j < at.length; j++) {
    const gram = model.vocabulary.grams[at[j] as number] ?? '';
    const share = (weight[j] as number) * (model.weights[(at[j] as number) * model.labels.length + k] as number);
    if ([...gram].length === 2 && share > 0) shares.set(gram, share);
  }
  // A word begins where a pair says much; it goes on as long as the next says anything to speak of.
  const begin = Math.max(0, ...shares.values()) / 3;
  const goOn = begin / 6;
  const words = new Map<string, number>();
  let word = '';
  let sum = 0;
  const end = () => {
    if (word) words.set(word, Math.max(sum, words.get(word) ?? 0));
    word = '';
    sum = 0;
  };
  let before = '';
  for (const character of [...text.normalize('NFKC').toLowerCase(), '\n']) {
    const share = shares.get(normalise(before + character)) ?? 0;
    if (share > (word ? goOn : begin) && [...word].length < longest) {
      word = word ? word + character : before + character;
      sum += share;
    } else end();
    before = character;
  }
  return [...words]
    .sort((a, b) => b[1] - a[1])
    .map(([found]) => found)
    .filter((found, i, all) => !all.some((other, j) => j < i && (other.includes(found) || found.includes(other))))
    .slice(0, mostWords);
}
