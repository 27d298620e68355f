import { articleById, changesOf, filesOf, reportsOf, usesOfOne } from '@hotline/db/knowledge/articles';
import { namesOf } from '@hotline/db/people/people';
import type { WholeArticle } from '@hotline/shared/api/knowledge';
import { mayConfirm, mayDecide, mayKnow, mayPropose } from '@hotline/shared/knowledge/rules';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { homeOf } from './changing.ts';
import { rowOf } from './listing.ts';

/** One article with all that became of it, as far as this person may know of it, and what he may do. */
export async function whole(hotline: Hotline, me: SignedIn, id: string): Promise<WholeArticle> {
  const { reader } = hotline.store;
  const article = await articleById(reader, id);
  const home = article && homeOf(hotline, article.centreId, article.content.departmentId);
  if (!article || !home || !mayKnow(me.actor, article, home))
    throw new Refusal('notFound', '没有这条知识，或您无权查看。');
  const [propose, decide] = [mayPropose(me.actor, home), mayDecide(me.actor, home)];
  const all = await changesOf(reader, id);
  const changes = propose || decide ? all : all.filter(({ status }) => status === 'published');
  const reports = await reportsOf(reader, id);
  const people = [
    ...changes.flatMap((c) => [c.proposedBy, c.decidedBy]),
    ...reports.flatMap((r) => [r.by, r.closedBy]),
  ];
  return {
    article: rowOf(hotline, article, {
      uses: await usesOfOne(reader, id),
      proposals: all.filter(({ status }) => status === 'open').length,
      reports: reports.filter(({ closedAt }) => closedAt === null).length,
    }),
    content: article.content,
    reviewedAt: article.reviewedAt,
    retiredReason: article.retiredReason,
    changes,
    reports,
    files: await filesOf(reader, id),
    names: await namesOf(
      reader,
      people.filter((one) => one !== null),
    ),
    may: { propose, decide, confirm: mayConfirm(me.actor, home) },
  };
}
