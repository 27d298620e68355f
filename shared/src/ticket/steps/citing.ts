import * as Type from 'typebox';
import type { Refusal } from '../../refusal.ts';
import { Id, object, Version } from '../../schema.ts';
import { appealChildId, type Case, childId } from '../model/case.ts';
import type { Citation } from '../model/children.ts';
import type { Moment } from '../verb.ts';
import { refuse } from '../why.ts';

export const mostCites = 5;
/** Articles an answer rests on, in the versions its author read. */
export const Cites = Type.Optional(Type.Array(object({ articleId: Id, version: Version }), { maxItems: mostCites }));
type Cites = Type.Static<typeof Cites>;

type About = { readonly appealId?: string; readonly dispatchId?: string };

/** The citations of the case with these added. @throws nothing; a Refusal where one may not be told any more, or says something else by now */
export function cited(
  c: Case,
  cites: Cites | undefined,
  { appealId, dispatchId }: About,
  m: Moment,
): readonly Citation[] | Refusal {
  let { citations } = c;
  for (const { articleId, version } of cites ?? []) {
    const article = m.articles?.get(articleId);
    if (!article?.isCitable) return refuse('articleGone');
    if (article.version !== version) return refuse('articleChanged');
    const id = appealId
      ? appealChildId(appealId, 'z', citations)
      : childId(
          c,
          'z',
          citations.filter((x) => x.appealId === null),
        );
    const about = { appealId: appealId ?? null, dispatchId: dispatchId ?? null };
    citations = [...citations, { id, ticketId: c.ticket.id, ...about, articleId, version, by: m.actor.id, at: m.at }];
  }
  return citations;
}
