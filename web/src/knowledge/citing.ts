import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { beginningOf } from '@hotline/shared/schema';
import { AppealExcerpt } from '@hotline/shared/search/sought';
import { mostCites } from '@hotline/shared/ticket/steps/citing';
import type { Fitting } from './FittingArticles.tsx';

/** Articles an answer rests on, in the versions that were read. */
export type Cites = readonly { articleId: string; version: number }[];

/** What an answer to this appeal, or to the first where none is named, would be about. */
export function aboutAppeal({ appeals, ticket }: CaseAnswer, appealId: string | null) {
  const appeal = appeals.find(({ id }) => id === appealId) ?? appeals[0];
  if (!appeal) return null;
  const content = `${appeal.title ?? ''}\n${appeal.content}`.trim();
  return {
    content: beginningOf(content, AppealExcerpt),
    ...(ticket.categoryId ? { categoryId: ticket.categoryId } : {}),
  };
}

/** The words with the article's after them, and the article among what is cited; `mostCites` at most, the latest. */
export function withArticle({ words, cites }: { words: string; cites: Cites }, { id, version, answer }: Fitting) {
  const others = cites.filter(({ articleId }) => articleId !== id);
  return {
    words: words.trim() ? `${words.trim()}\n${answer}` : answer,
    cites: [...others, { articleId: id, version }].slice(-mostCites),
  };
}
