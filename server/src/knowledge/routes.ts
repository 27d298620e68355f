import { articleById, changesOf, filesOf, openProposals, openReports, reportsOf, usesOf } from '@hotline/db/knowledge';
import { namesOf } from '@hotline/db/people';
import { type ArticleList, articleLists, type ShownArticle, type WholeArticle } from '@hotline/shared/api/knowledge';
import type { Article } from '@hotline/shared/knowledge/article';
import { articlesWith, fitting, indexArticles } from '@hotline/shared/knowledge/articleIndex';
import { mayConfirm, mayDecide, mayPropose, mayRead } from '@hotline/shared/knowledge/rules';
import { isCitable, reviewDay } from '@hotline/shared/knowledge/validity';
import { Refusal } from '@hotline/shared/refusal';
import { queryOf } from '@hotline/shared/search/words';
import { localDate } from '@hotline/shared/time/instant';
import { dateOfDay, dayNumber } from '@hotline/shared/time/localDate';
import type { FastifyInstance } from 'fastify';
import { centreOf } from '../appeals/routes.ts';
import type { Hotline } from '../hotline.ts';
import { serve } from '../route.ts';
import type { SignedIn } from '../sessions/actor.ts';
import {
  addArticle,
  answerReport,
  cancelArticle,
  changeArticle,
  confirmArticle,
  decideArticle,
  homeOf,
  reportArticle,
  retireArticle,
} from './changing.ts';
import { addFile, fileRoute, removeFile } from './files.ts';
import { shelfOf } from './shelf.ts';

const pageOf = 50;
/** So many days ahead an end of validity, or a time to look it through, is spoken of. */
const soonDays = 30;

export function knowledgeRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'articles', 'signedIn', async ({ me, query }) => {
    const all = await shownArticles(hotline, me);
    const { list = 'published', q, categoryId, departmentId, from = 0 } = query;
    const today = localDate(hotline.now(), offsetOf(hotline, me));
    const within = ({ shown }: Listed) =>
      (!categoryId || lineOf(hotline, shown.categoryId).includes(categoryId)) &&
      (!departmentId || shown.departmentId === departmentId);
    const found = searched(all.filter(within), q);
    const counts = Object.fromEntries(
      articleLists.map((name) => [name, all.filter((one) => isOn(name, one, today, me)).length]),
    );
    const items = found.filter((one) => isOn(list, one, today, me)).map(({ shown }) => shown);
    return { items: items.slice(from, from + pageOf), total: items.length, counts };
  });
  serve(server, hotline, 'fittingArticles', 'signedIn', async ({ me, query }) => {
    const { citable } = await shelfOf(hotline, readable(hotline, me));
    const line = query.categoryId ? lineOf(hotline, query.categoryId) : [];
    const items = fitting(citable, query.content, line).map(({ article: { id, version, content } }) => {
      const { title, answer, basis, departmentId } = content;
      return { id, version, title, answer, basis, departmentId };
    });
    return { items };
  });
  serve(server, hotline, 'article', 'signedIn', async ({ me, params }) => whole(hotline, me, params.id));
  serve(server, hotline, 'addArticle', 'signedIn', async ({ me, body }) =>
    whole(hotline, me, await addArticle(hotline, me, body)),
  );
  serve(server, hotline, 'changeArticle', 'signedIn', async ({ me, params, body }) => {
    await changeArticle(hotline, me, params.id, body);
    return whole(hotline, me, params.id);
  });
  serve(server, hotline, 'decideArticle', 'signedIn', async ({ me, params, body }) => {
    await decideArticle(hotline, me, params.id, body);
    return whole(hotline, me, params.id);
  });
  serve(server, hotline, 'cancelArticle', 'signedIn', async ({ me, params, body }) => {
    await cancelArticle(hotline, me, params.id, body.changeId);
    return whole(hotline, me, params.id);
  });
  serve(server, hotline, 'retireArticle', 'signedIn', async ({ me, params, body }) => {
    await retireArticle(hotline, me, params.id, body);
    return whole(hotline, me, params.id);
  });
  serve(server, hotline, 'confirmArticle', 'signedIn', async ({ me, params, body }) => {
    await confirmArticle(hotline, me, params.id, body.version);
    return whole(hotline, me, params.id);
  });
  serve(server, hotline, 'reportArticle', 'signedIn', async ({ me, params, body }) => {
    await reportArticle(hotline, me, params.id, body);
    return whole(hotline, me, params.id);
  });
  serve(server, hotline, 'addArticleFile', 'signedIn', async ({ me, params, body }) => {
    await addFile(hotline, me, params.id, body);
    return whole(hotline, me, params.id);
  });
  serve(server, hotline, 'removeArticleFile', 'signedIn', async ({ me, params }) => {
    await removeFile(hotline, me, params.id, params.fileId);
    return whole(hotline, me, params.id);
  });
  fileRoute(server, hotline);
  serve(server, hotline, 'answerReport', 'signedIn', async ({ me, params, body }) => {
    await answerReport(hotline, me, params.id, params.reportId, body.answer);
    return whole(hotline, me, params.id);
  });
}

/** The centre whose articles this person reads. @throws Refusal forbidden */
function readable(hotline: Hotline, me: SignedIn): string {
  const centreId = centreOf(hotline, me);
  if (!mayRead(me.actor, homeOf(hotline, centreId, null))) throw new Refusal('forbidden', '您没有查看知识库的权限。');
  return centreId;
}

const offsetOf = (hotline: Hotline, me: SignedIn) =>
  hotline.catalog.directory().centres.get(centreOf(hotline, me))?.utcOffsetMinutes ?? 480;

const lineOf = (hotline: Hotline, categoryId: string | null): readonly string[] =>
  hotline.catalog.directory().categoryPaths.get(categoryId ?? '') ?? [];

type Listed = { article: Article; shown: ShownArticle; proposedBy: string | undefined };

/** Every article this person may know of: what is not published, only by whoever could have a hand in it. */
async function shownArticles(hotline: Hotline, me: SignedIn): Promise<Listed[]> {
  const centreId = readable(hotline, me);
  const { reader } = hotline.store;
  const { articles, today } = await shelfOf(hotline, centreId);
  const [uses, proposals, reports] = [await usesOf(reader), await openProposals(reader), await openReports(reader)];
  return [...articles.values()].flatMap((article): Listed[] => {
    const home = homeOf(hotline, centreId, article.content.departmentId);
    if (article.status === 'unpublished' && !mayPropose(me.actor, home)) return [];
    const shown = rowOf(article, today, offsetOf(hotline, me), {
      uses: uses.get(article.id) ?? 0,
      proposals: proposals.has(article.id) ? 1 : 0,
      reports: reports.get(article.id) ?? 0,
    });
    return [{ article, shown, proposedBy: proposals.get(article.id) }];
  });
}

function rowOf(
  { id, status, version, content, reviewedAt, updatedAt }: Article,
  today: string,
  offset: number,
  counted: Pick<ShownArticle, 'uses' | 'proposals' | 'reports'>,
): ShownArticle {
  const { title, categoryId, departmentId, validUntil, reviewMonths } = content;
  return {
    ...{ id, title, status, version, categoryId, departmentId, validUntil, updatedAt },
    reviewOn: reviewedAt === null ? null : reviewDay(localDate(reviewedAt, offset), reviewMonths),
    isCitable: isCitable({ status, content }, today),
    ...counted,
  };
}

/** Those with every word, best first; all of them, the most used first, where nothing is asked. */
function searched(all: readonly Listed[], asked: string | undefined): Listed[] {
  const query = asked ? queryOf(asked) : null;
  if (!query) return all.toSorted((a, b) => b.shown.uses - a.shown.uses || (a.shown.title < b.shown.title ? -1 : 1));
  const byId = new Map(all.map((one) => [one.article.id, one]));
  return articlesWith(indexArticles(all.map(({ article }) => article)), query).flatMap(({ id }) => byId.get(id) ?? []);
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

async function whole(hotline: Hotline, me: SignedIn, id: string): Promise<WholeArticle> {
  const { reader } = hotline.store;
  const article = await articleById(reader, id);
  const home = article && homeOf(hotline, article.centreId, article.content.departmentId);
  const mine = home && mayPropose(me.actor, home);
  if (!article || !home || !mayRead(me.actor, home) || (article.status === 'unpublished' && !mine))
    throw new Refusal('notFound', '没有这条知识，或您无权查看。');
  const changes = await changesOf(reader, id);
  const seen = changes.filter((c) => c.status === 'published' || mine || mayDecide(me.actor, home));
  const reports = await reportsOf(reader, id);
  const offset = offsetOf(hotline, me);
  const people = [
    ...changes.flatMap((c) => [c.proposedBy, c.decidedBy]),
    ...reports.flatMap((r) => [r.by, r.closedBy]),
  ];
  return {
    article: rowOf(article, localDate(hotline.now(), offset), offset, {
      uses: (await usesOf(reader)).get(id) ?? 0,
      proposals: changes.filter(({ status }) => status === 'open').length,
      reports: reports.filter(({ closedAt }) => closedAt === null).length,
    }),
    content: article.content,
    reviewedAt: article.reviewedAt,
    retiredReason: article.retiredReason,
    changes: seen,
    reports,
    files: await filesOf(reader, id),
    names: await namesOf(
      reader,
      people.filter((one) => one !== null),
    ),
    may: { propose: mine === true, decide: mayDecide(me.actor, home), confirm: mayConfirm(me.actor, home) },
  };
}
