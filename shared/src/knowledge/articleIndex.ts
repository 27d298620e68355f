import { gramsOf, hasWords, type Query } from '../search/words.ts';
import type { Article } from './article.ts';

/** What articles are found by: pairs of neighbouring characters of every text, and of the phrases they are asked by. */
export type ArticleIndex = {
  readonly articles: readonly Article[];
  readonly byGram: ReadonlyMap<string, readonly number[]>;
  /** Title and questions of each article, as grams with their places in `articles`. */
  readonly phrases: readonly { readonly at: number; readonly grams: readonly string[] }[];
  readonly phrasesByGram: ReadonlyMap<string, readonly number[]>;
};

export function indexArticles(articles: readonly Article[]): ArticleIndex {
  const byGram = new Map<string, number[]>();
  const phrasesByGram = new Map<string, number[]>();
  const phrases: { at: number; grams: string[] }[] = [];
  for (const [at, { content }] of articles.entries()) {
    for (const gram of new Set(textsOf(content).flatMap((text) => [...gramsOf(text)]))) put(byGram, gram, at);
    for (const phrase of [content.title, ...content.questions]) {
      const grams = [...gramsOf(phrase)].filter((gram) => [...gram].length > 1);
      for (const gram of grams) put(phrasesByGram, gram, phrases.length);
      phrases.push({ at, grams });
    }
  }
  return { articles, byGram, phrases, phrasesByGram };
}

const put = (map: Map<string, number[]>, key: string, value: number) => {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
};

const textsOf = ({ title, questions, answer, basis }: Article['content']) =>
  [title, ...questions, answer, basis].filter((text) => text !== null);

/** The articles that have every word, those with it in the title first, otherwise in the order given. */
export function articlesWith({ articles, byGram }: ArticleIndex, query: Query): Article[] {
  const lists = query.grams.map((gram) => byGram.get(gram) ?? []).sort((a, b) => a.length - b.length);
  const rest = lists.slice(1).map((list) => new Set(list));
  const some = lists[0] ?? articles.map((_, i) => i);
  const found = some.flatMap((at) => (rest.every((list) => list.has(at)) ? (articles[at] ?? []) : []));
  const all = found.filter(({ content }) => hasWords(textsOf(content), query));
  const inTitle = ({ content }: Article) => (hasWords([content.title], query) ? 0 : 1);
  return all.toSorted((a, b) => inTitle(a) - inTitle(b));
}

export type Fit = { readonly article: Article; readonly score: number };

/** So much of the best phrase an appeal has to say before its article is offered unasked. */
const least = 0.4;
const ofCategory = 0.2;

/**
 * The articles an appeal's words ask for, the best first. The score is how much of one of an article's phrases the words
 * contain, rare pairs counting more; the same category adds to it.
 */
export function fitting(
  { articles, phrases, phrasesByGram }: ArticleIndex,
  content: string,
  categoryLine: readonly string[],
  atMost = 3,
): Fit[] {
  const weightOf = (gram: string) => Math.log(1 + phrases.length / (phrasesByGram.get(gram)?.length ?? phrases.length));
  const said = new Map<number, number>();
  for (const gram of gramsOf(content))
    for (const phrase of phrasesByGram.get(gram) ?? []) said.set(phrase, (said.get(phrase) ?? 0) + weightOf(gram));
  const best = new Map<number, number>();
  for (const [i, weight] of said) {
    const phrase = phrases[i];
    if (!phrase) continue;
    const share = weight / phrase.grams.reduce((sum, gram) => sum + weightOf(gram), 0);
    best.set(phrase.at, Math.max(best.get(phrase.at) ?? 0, share));
  }
  return [...best]
    .flatMap(([at, share]): Fit[] => {
      const article = articles[at];
      if (!article) return [];
      const isNear = article.content.categoryId !== null && categoryLine.includes(article.content.categoryId);
      return [{ article, score: share + (isNear ? ofCategory : 0) }];
    })
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1))
    .slice(0, atMost);
}
