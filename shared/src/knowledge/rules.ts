import { type Actor, holds, within } from '../people/actor.ts';
import { departmentStaff, knowledgeEditors, knowledgeWriters } from '../people/roles.ts';
import { Refusal } from '../refusal.ts';
import type { Instant } from '../time/instant.ts';
import type { Article, ArticleChange, ArticleContent, ArticleReport } from './article.ts';

/** Where an article belongs: the centre's path, and that of the department that answers for it. */
export type Home = { readonly centrePath: string; readonly departmentPath: string | null };

export const mayDecide = (actor: Actor, { centrePath }: Home): boolean => holds(actor, knowledgeEditors, centrePath);

/** The centre proposes anything, a department what it answers for itself. */
export const mayPropose = (actor: Actor, { centrePath, departmentPath }: Home): boolean =>
  holds(actor, knowledgeWriters, centrePath) ||
  (departmentPath !== null && holds(actor, departmentStaff, departmentPath));

/** 复核: whoever answers for it, or the centre's editors, find it still right. */
export const mayConfirm = (actor: Actor, home: Home): boolean =>
  mayDecide(actor, home) || (home.departmentPath !== null && holds(actor, departmentStaff, home.departmentPath));

/** Whoever works for the centre or one of its departments reads what is published, and says what is wrong with it. */
export const mayRead = (actor: Actor, { centrePath }: Home): boolean =>
  actor.type === 'person' &&
  actor.grants.some(
    (g) => within(centrePath, g.path) || (departmentStaff.includes(g.role) && within(g.path, centrePath)),
  );

/** What was never published is known only to whoever could have a hand in it. */
export const mayKnow = (actor: Actor, { status }: Pick<Article, 'status'>, home: Home): boolean =>
  mayRead(actor, home) && (status !== 'unpublished' || mayPropose(actor, home) || mayDecide(actor, home));

const notAllowed = () => new Refusal('forbidden', '您不能改动该条目。承办单位只能报送本单位负责的条目。');
const stale = (version: number) =>
  new Refusal('stale', `该条目已更新到第 ${version} 版，请查看新版后重新提交。您填写的内容已保留。`, { version });

/** A new proposal over the version its author saw. One is open at a time. @throws Refusal forbidden, stale, conflict, invalid */
export function proposed(
  article: Article | null,
  open: ArticleChange | null,
  asked: { id: string; articleId: string; basedOn: number; content: ArticleContent; note: string | null },
  actor: Actor,
  home: { before: Home | null; after: Home },
  at: Instant,
): ArticleChange {
  if (!mayPropose(actor, home.after) || (home.before && !mayPropose(actor, home.before))) throw notAllowed();
  const { validFrom, validUntil } = asked.content;
  if (validFrom !== null && validUntil !== null && validUntil < validFrom)
    throw new Refusal('invalid', '有效期的截止日早于起始日，请修改。');
  if (open) throw new Refusal('conflict', '该条目已有一份待审核的修改，请等审核后再提交，或先撤回。');
  if (article && article.version !== asked.basedOn) throw stale(article.version);
  if (article?.status === 'published' && same(article.content, asked.content))
    throw new Refusal('invalid', '内容没有变化，无需提交。');
  return {
    ...asked,
    version: null,
    status: 'open',
    proposedBy: actor.id,
    proposedAt: at,
    decidedBy: null,
    decidedAt: null,
    decision: null,
  };
}

/** 审核: published as the next version, or sent back with a reason; never by whoever proposed it. */
export function decided(
  article: Article,
  change: ArticleChange,
  { approve, decision }: { approve: boolean; decision: string | null },
  actor: Actor,
  home: Home,
  at: Instant,
): { article: Article; change: ArticleChange } {
  if (!mayDecide(actor, home)) throw new Refusal('forbidden', '知识条目由中心的审核员、督办员或管理人员审核。');
  if (change.status !== 'open') throw new Refusal('wrongStatus', '该修改已处理，请查看最新状态。');
  if (change.proposedBy === actor.id) throw new Refusal('forbidden', '不能审核自己提交的内容，请由其他审核人员办理。');
  const by = { decidedBy: actor.id, decidedAt: at, decision };
  if (!approve) {
    if (!decision) throw new Refusal('invalid', '请写明不采用的理由，便于报送人修改。');
    return { article: { ...article, updatedAt: at }, change: { ...change, ...by, status: 'refused' } };
  }
  if (change.basedOn !== article.version) throw stale(article.version);
  const version = article.version + 1;
  const { content } = change;
  return {
    article: { ...article, status: 'published', version, content, reviewedAt: at, retiredReason: null, updatedAt: at },
    change: { ...change, ...by, version, status: 'published' },
  };
}

/** 撤回: whoever proposed it takes it back. */
export function cancelled(change: ArticleChange, actor: Actor, at: Instant): ArticleChange {
  if (change.proposedBy !== actor.id) throw new Refusal('forbidden', '只能撤回自己提交的内容。');
  if (change.status !== 'open') throw new Refusal('wrongStatus', '该修改已处理，请查看最新状态。');
  return { ...change, status: 'cancelled', decidedBy: actor.id, decidedAt: at };
}

/** 停用: told to nobody any more; every version stays readable. A new version brings it back. */
export function retired(
  article: Article,
  { version, reason }: { version: number; reason: string },
  actor: Actor,
  home: Home,
  at: Instant,
): Article {
  if (!mayDecide(actor, home)) throw new Refusal('forbidden', '知识条目由中心的审核员、督办员或管理人员停用。');
  if (article.status !== 'published') throw new Refusal('wrongStatus', '该条目未在使用，无需停用。');
  if (article.version !== version) throw stale(article.version);
  return { ...article, status: 'retired', retiredReason: reason, updatedAt: at };
}

/** 复核无误: the time to the next look begins anew. */
export function confirmed(article: Article, version: number, actor: Actor, home: Home, at: Instant): Article {
  if (!mayConfirm(actor, home)) throw new Refusal('forbidden', '只有负责单位或中心审核人员可以复核。');
  if (article.status !== 'published') throw new Refusal('wrongStatus', '该条目未在使用，无需复核。');
  if (article.version !== version) throw stale(article.version);
  return { ...article, reviewedAt: at, updatedAt: at };
}

/** 纠错: about a version that was published once, the newest or an older one. @throws Refusal notFound */
export function reported(
  article: Article,
  asked: { id: string; version: number; text: string },
  actor: Actor,
  at: Instant,
): ArticleReport {
  if (asked.version > article.version) throw new Refusal('notFound', '没有这一版，请刷新后对照最新版本再报错。');
  return { ...asked, articleId: article.id, by: actor.id, at, answer: null, closedBy: null, closedAt: null };
}

/** What was reported is answered: by whoever answers for the article. */
export function answered(report: ArticleReport, answer: string, actor: Actor, home: Home, at: Instant): ArticleReport {
  if (!mayConfirm(actor, home)) throw new Refusal('forbidden', '只有负责单位或中心审核人员可以回复纠错。');
  if (report.closedAt !== null) throw new Refusal('wrongStatus', '该纠错已回复。');
  return { ...report, answer, closedBy: actor.id, closedAt: at };
}

const same = (a: ArticleContent, b: ArticleContent) =>
  (Object.keys(a) as (keyof ArticleContent)[]).every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]));
