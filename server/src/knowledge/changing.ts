import {
  articleById,
  changesOf,
  insertArticle,
  insertChange,
  insertReport,
  reportsOf,
  updateArticle,
  updateChange,
  updateReport,
} from '@hotline/db/knowledge/articles';
import { audit } from '@hotline/db/people/people';
import type { Tx } from '@hotline/db/store/open';
import type { AuditAct } from '@hotline/shared/api/admin/audit';
import type { Call } from '@hotline/shared/api/client';
import type { Article, ArticleContent } from '@hotline/shared/knowledge/article';
import {
  answered,
  cancelled,
  confirmed,
  decided,
  type Home,
  mayKnow,
  proposed,
  reported,
  retired,
} from '@hotline/shared/knowledge/rules';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { centreOf } from '../tickets/appealRoutes.ts';

const gone = () => new Refusal('notFound', '没有这条知识，或您无权查看。');

export function homeOf(hotline: Hotline, centreId: string, departmentId: string | null): Home {
  const { centres, departments } = hotline.catalog.directory();
  const department = departmentId === null ? null : departments.get(departmentId);
  if (department === undefined || (department && department.centreId !== centreId))
    throw new Refusal('invalid', '没有这个负责单位，请重新选择。');
  return { centrePath: centres.get(centreId)?.path ?? '', departmentPath: department?.path ?? null };
}

type Done = { act: AuditAct; purpose: string | null };
type Change = (tx: Tx, article: Article, home: Home, at: Instant) => Promise<Done>;

/** One audited change of an article that is there; whoever changes the same one waits. */
export async function change(hotline: Hotline, me: SignedIn, id: string, what: Change): Promise<void> {
  await hotline.writer.write(
    async (tx) => {
      const at = hotline.now();
      const article = await articleById(tx, id, 'locked');
      if (!article) throw gone();
      const home = homeOf(hotline, article.centreId, article.content.departmentId);
      if (!mayKnow(me.actor, article, home)) throw gone();
      const done = await what(tx, article, home, at);
      await audit(tx, { at, personId: me.person.id, subjectId: id, ...done });
      return { result: undefined, events: [], deltas: [] };
    },
    { lane: `article:${id}` },
  );
}

/** A category that is there, a department of the centre. @throws Refusal invalid */
function checked(hotline: Hotline, centreId: string, content: ArticleContent): Home {
  if (content.categoryId !== null && !hotline.catalog.directory().categoryPaths.has(content.categoryId))
    throw new Refusal('invalid', '没有这个分类，请重新选择。');
  return homeOf(hotline, centreId, content.departmentId);
}

export async function addArticle(
  hotline: Hotline,
  me: SignedIn,
  { content, note }: Call<'addArticle'>['body'],
): Promise<string> {
  const centreId = centreOf(hotline, me);
  const after = checked(hotline, centreId, content);
  const id = newId();
  const asked = { id: newId(), articleId: id, basedOn: 0, content, note: note ?? null };
  const base = {
    id,
    centreId,
    status: 'unpublished' as const,
    version: 0,
    content,
    reviewedAt: null,
    retiredReason: null,
  };
  await hotline.writer.write(async (tx) => {
    const at = hotline.now();
    const first = proposed(null, null, asked, me.actor, { before: null, after }, at);
    await insertArticle(tx, { ...base, updatedAt: at });
    await insertChange(tx, first);
    await audit(tx, { at, personId: me.person.id, act: 'proposeArticle', subjectId: id, purpose: content.title });
    return { result: undefined, events: [], deltas: [] };
  });
  return id;
}

export const changeArticle = (hotline: Hotline, me: SignedIn, id: string, body: Call<'changeArticle'>['body']) =>
  change(hotline, me, id, async (tx, article, before, at) => {
    const after = checked(hotline, article.centreId, body.content);
    const open = (await changesOf(tx, id)).find(({ status }) => status === 'open') ?? null;
    const { version: basedOn, content, note = null } = body;
    const asked = { id: newId(), articleId: id, basedOn, content, note };
    await insertChange(tx, proposed(article, open, asked, me.actor, { before, after }, at));
    await updateArticle(tx, {
      ...article,
      // Before the first version an article is what is proposed.
      content: article.version === 0 ? content : article.content,
      updatedAt: at,
    });
    return { act: 'proposeArticle', purpose: content.title };
  });

export const decideArticle = (hotline: Hotline, me: SignedIn, id: string, body: Call<'decideArticle'>['body']) =>
  change(hotline, me, id, async (tx, article, home, at) => {
    const asked = (await changesOf(tx, id)).find((one) => one.id === body.changeId);
    if (!asked) throw new Refusal('notFound', '没有这份修改，请刷新后再看。');
    const decision = { approve: body.approve, decision: body.decision ?? null };
    const after = decided(article, asked, decision, me.actor, home, at);
    await updateArticle(tx, after.article);
    await updateChange(tx, after.change);
    const what = body.approve
      ? `《${after.article.content.title}》第 ${after.article.version} 版`
      : asked.content.title;
    return {
      act: body.approve ? 'publishArticle' : 'refuseArticle',
      purpose: [what, body.decision].filter(Boolean).join('：'),
    };
  });

export const cancelArticle = (hotline: Hotline, me: SignedIn, id: string, changeId: string) =>
  change(hotline, me, id, async (tx, article, _, at) => {
    const asked = (await changesOf(tx, id)).find((one) => one.id === changeId);
    if (!asked) throw new Refusal('notFound', '没有这份修改，请刷新后再看。');
    await updateChange(tx, cancelled(asked, me.actor, at));
    await updateArticle(tx, { ...article, updatedAt: at });
    return { act: 'cancelArticle', purpose: asked.content.title };
  });

export const retireArticle = (hotline: Hotline, me: SignedIn, id: string, body: Call<'retireArticle'>['body']) =>
  change(hotline, me, id, async (tx, article, home, at) => {
    await updateArticle(tx, retired(article, body, me.actor, home, at));
    return { act: 'retireArticle', purpose: `《${article.content.title}》：${body.reason}` };
  });

export const confirmArticle = (hotline: Hotline, me: SignedIn, id: string, version: number) =>
  change(hotline, me, id, async (tx, article, home, at) => {
    await updateArticle(tx, confirmed(article, version, me.actor, home, at));
    return { act: 'confirmArticle', purpose: `《${article.content.title}》第 ${version} 版` };
  });

export const reportArticle = (hotline: Hotline, me: SignedIn, id: string, body: Call<'reportArticle'>['body']) =>
  change(hotline, me, id, async (tx, article, _, at) => {
    await insertReport(tx, reported(article, { ...body, id: newId() }, me.actor, at));
    return { act: 'reportArticle', purpose: `《${article.content.title}》：${body.text}` };
  });

export const answerReport = (hotline: Hotline, me: SignedIn, id: string, reportId: string, answer: string) =>
  change(hotline, me, id, async (tx, article, home, at) => {
    const report = (await reportsOf(tx, id)).find((one) => one.id === reportId);
    if (!report) throw new Refusal('notFound', '没有这条纠错，请刷新后再看。');
    await updateReport(tx, answered(report, answer, me.actor, home, at));
    return { act: 'answerReport', purpose: `《${article.content.title}》：${answer}` };
  });
