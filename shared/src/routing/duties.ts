import { countGrams } from './grams.ts';
import { learnVocabulary, type Vector, type Vocabulary, vectorOf } from './vectors.ts';

export type DutyHolder = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly duties: string | null;
};
/** The duties of each department a centre sends to, with those of its own offices. */
export type DutyIndex = {
  readonly vocabulary: Vocabulary;
  readonly holders: readonly { readonly id: string; readonly phrases: readonly string[]; readonly vector: Vector }[];
};

export function indexDuties(departments: readonly DutyHolder[]): DutyIndex {
  const byId = new Map(departments.map((d) => [d.id, d]));
  const topOf = (d: DutyHolder): string => {
    const parent = byId.get(d.parentId ?? '');
    return parent ? topOf(parent) : d.id;
  };
  const below = Map.groupBy(departments, topOf);
  const holders = [...below].map(([id, all]) => ({
    id,
    phrases: [...new Set(all.flatMap((d) => phrasesOf(d.duties ?? '')))],
  }));
  const documents = holders.map((h) => countGrams(h.phrases.join('，')));
  const vocabulary = learnVocabulary(documents, 50_000);
  return {
    vocabulary,
    holders: holders.map((h, i) => ({ ...h, vector: vectorOf(vocabulary, documents[i] ?? new Map()) })),
  };
}

/** 「负责市容环卫、渣土管理等工作。」 → 市容环卫, 渣土管理. */
const phrasesOf = (duties: string) =>
  duties
    .split(/[、，；。,;\s]+/)
    .map((phrase) =>
      phrase.replace(/^(?:主要)?(?:负责|承担|主管)/, '').replace(/等(?:有关|相关)?(?:工作|事项|事务)?$/, ''),
    )
    .filter((phrase) => phrase.length >= 2);

/** The smaller, the more the likest duties stand out. */
const sharpness = 0.1;
const leastLikeness = 0.04;
const mostWords = 3;

/**
 * How much each department's duties speak for it, as shares of 1, and which duties do; none where nothing does.
 * @param text the citizen's words, with those of the likely category: duties are written in its terms, not in his.
 */
export function dutiesFor({ vocabulary, holders }: DutyIndex, text: string) {
  const counts = countGrams(text);
  const said = vectorOf(vocabulary, counts);
  const weights = new Float64Array(vocabulary.idf.length);
  for (let j = 0; j < said.at.length; j++) weights[said.at[j] as number] = said.weight[j] as number;
  const alike = holders
    .map(({ id, phrases, vector }) => {
      let cosine = 0;
      for (let j = 0; j < vector.at.length; j++)
        cosine += (weights[vector.at[j] as number] as number) * (vector.weight[j] as number);
      return { id, cosine, words: longest(phrases.filter((phrase) => speaksOf(counts, phrase))).slice(0, mostWords) };
    })
    .filter((l) => l.cosine >= leastLikeness || l.words.length > 0);
  const sum = alike.reduce((s, l) => s + Math.exp(l.cosine / sharpness), 0);
  return new Map(alike.map((l) => [l.id, { share: Math.exp(l.cosine / sharpness) / sum, words: l.words }]));
}

/** 水费 says nothing beside 水费水表. */
const longest = (phrases: readonly string[]) =>
  phrases.filter((phrase) => !phrases.some((other) => other !== phrase && other.includes(phrase)));

/** More than half of the pairs of the phrase occur in the text. */
function speaksOf(counts: ReadonlyMap<string, number>, phrase: string): boolean {
  const own = [...countGrams(phrase).keys()].filter((gram) => [...gram].length === 2);
  return own.length > 0 && own.filter((gram) => counts.has(gram)).length * 2 > own.length;
}
