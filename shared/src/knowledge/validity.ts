import type { LocalDate } from '../time/localDate.ts';
import type { Article, ArticleContent } from './article.ts';

const isWithinValidity = ({ validFrom, validUntil }: ArticleContent, today: LocalDate): boolean =>
  (validFrom === null || validFrom <= today) && (validUntil === null || today <= validUntil);

/** It may be told to citizens on this local day. */
export const isCitable = (a: Pick<Article, 'status' | 'content'>, today: LocalDate): boolean =>
  a.status === 'published' && isWithinValidity(a.content, today);

/** The local day on which it is to be looked through again: so many months after it was vouched for, at most a month's end. */
export function reviewDay(reviewedDay: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = reviewedDay.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
