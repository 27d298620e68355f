import { openProposals, openReports } from '@hotline/db/knowledge/articles';
import type { Call } from '@hotline/shared/api/client';
import { type ArticleList, articleLists, type ShownArticle } from '@hotline/shared/api/knowledge';
import type { Article } from '@hotline/shared/knowledge/article';
import { articlesWith } from '@hotline/shared/knowledge/articleIndex';
import { mayKnow } from '@hotline/shared/knowledge/rules';
import { isCitable, reviewDay } from '@hotline/shared/knowledge/validity';
import { offsetOfCentre } from '@hotline/shared/people/directory';
import { queryOf } from '@hotline/shared/search/words';
import { localDate } from '@hotline/shared/time/instant';
import { dateOfDay, dayNumber } from '@hotline/shared/time/localDate';
import type { Hotline } from '../app/hotline.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { homeOf } from './changing.ts';

const pageOf = 50;
/** So many days ahead an end of validity, or a time to look it through, is spoken of. */
const soonDays = 30;

type Listed = { article: Article; shown: ShownArticle; proposedBy: string | undefined };

/** The articles this person may know of on one list, and how many stand on each. */
export async function listed(hotline: Hotline, me: SignedIn, centreId: string, query: Call<'articles'>['query']) {
  const { list = 'published', q, categoryId, departmentId, from = 0 } = query ?? {};
  const directory = hotline.catalog.directory();
  const { all, today } = await hotline.shelves(centreId);
  const known = await shownOf(hotline, me, centreId, all.articles);
  const isWithin = ({ shown }: Listed) =>
    (!categoryId || (directory.categoryPaths.get(shown.categoryId ?? '') ?? []).includes(categoryId)) &&
    (!departmentId || shown.departmentId === departmentId);
  const words = q ? queryOf(q) : null;
  const found = words
    ? articlesWith(all, words).flatMap(({ id }) => known.get(id) ?? [])
    : [...known.values()].toSorted((a, b) => b.shown.uses - a.shown.uses || (a.shown.title < b.shown.title ? -1 : 1));
  const items = found.filter((one) => isWithin(one) && isOn(list, one, today, me)).map(({ shown }) => shown);
  const counts = Object.fromEntries(
    articleLists.map((name) => [name, [...known.values()].filter((one) => isOn(name, one, today, me)).length]),
  );
  return { items: items.slice(from, from + pageOf), total: items.length, counts };
}

async function shownOf(hotline: Hotline, me: SignedIn, centreId: string, articles: readonly Article[]) {
  const { reader } = hotline.store;
  const uses = await hotline.readers.ask('articleUses', null);
  const [proposals, reports] = [await openProposals(reader), await openReports(reader)];
  return new Map(
    articles
      .filter((article) => mayKnow(me.actor, article, homeOf(hotline, centreId, article.content.departmentId)))
      .map((article): [string, Listed] => {
        const shown = rowOf(hotline, article, {
          uses: uses.get(article.id) ?? 0,
          proposals: proposals.has(article.id) ? 1 : 0,
          reports: reports.get(article.id) ?? 0,
        });
        return [article.id, { article, shown, proposedBy: proposals.get(article.id) }];
      }),
  );
}

/** An article as lists show it, on this day of its centre. */
export function rowOf(
  hotline: Hotline,
  { id, centreId, status, version, content, reviewedAt, updatedAt }: Article,
  counted: Pick<ShownArticle, 'uses' | 'proposals' | 'reports'>,
): ShownArticle {
  const offset = offsetOfCentre(hotline.catalog.directory(), centreId);
  const { title, categoryId, departmentId, validUntil, reviewMonths } = content;
  return {
    ...{ id, title, status, version, categoryId, departmentId, validUntil, updatedAt },
    reviewOn: reviewedAt === null ? null : reviewDay(localDate(reviewedAt, offset), reviewMonths),
    isCitable: isCitable({ status, content }, localDate(hotline.now(), offset)),
    ...counted,
  };
}

function isOn(list: ArticleList, { shown, proposedBy }: Listed, today: string, me: SignedIn): boolean {
  const soon = dateOfDay(dayNumber(today) + soonDays);
  const isPublished = shown.status === 'published';
  if (list === 'published') return isPublished;
  if (list === 'retired') return shown.status === 'retired';
  if (list === 'proposed') return proposedBy !== undefined;
  if (list === 'mine') return proposedBy === me.person.id;
  if (list === 'reported') return shown.reports > 0;
  if (list === 'due') return isPublished && shown.reviewOn !== null && shown.reviewOn <= soon;
  if (list === 'expiring') return isPublished && shown.validUntil !== null && shown.validUntil <= soon;
  return isPublished && shown.uses === 0;
}
