import { ArticleQuestion, mostQuestions } from '@hotline/shared/knowledge/article';
import { lengthsOf } from '@hotline/shared/schema';

const { minLength, maxLength } = lengthsOf(ArticleQuestion);
/** How many ways of asking an article may have, and how long each may be, for the sentence that says so. */
export const questionBounds = { n: mostQuestions, least: minLength, most: maxLength };

/** One way of asking a line. */
export const questionsIn = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Whether an article may have them all. */
export const areQuestions = (questions: readonly string[]): boolean =>
  questions.length <= mostQuestions &&
  questions.map((line) => [...line].length).every((length) => length >= minLength && length <= maxLength);
