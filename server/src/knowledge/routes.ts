import { fitting } from '@hotline/shared/knowledge/articleIndex';
import { mayRead } from '@hotline/shared/knowledge/rules';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
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
import { listed } from './listing.ts';
import { whole } from './whole.ts';

/** Everybody signed in may ask; `shared/src/knowledge/rules.ts` says what he reads and does. */
export function knowledgeRoutes(server: FastifyInstance, hotline: Hotline): void {
  /** What was changed is answered as it stands then. */
  const after = async (me: SignedIn, id: string, changing: Promise<void>) => {
    await changing;
    return whole(hotline, me, id);
  };
  serve(server, hotline, 'articles', 'signedIn', async ({ me, query }) =>
    listed(hotline, me, readable(hotline, me), query),
  );
  serve(server, hotline, 'fittingArticles', 'signedIn', async ({ me, query }) => {
    const { citable } = await hotline.shelves(readable(hotline, me));
    const line = hotline.catalog.directory().categoryPaths.get(query.categoryId ?? '') ?? [];
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
  serve(server, hotline, 'changeArticle', 'signedIn', async ({ me, params: { id }, body }) =>
    after(me, id, changeArticle(hotline, me, id, body)),
  );
  serve(server, hotline, 'decideArticle', 'signedIn', async ({ me, params: { id }, body }) =>
    after(me, id, decideArticle(hotline, me, id, body)),
  );
  serve(server, hotline, 'cancelArticle', 'signedIn', async ({ me, params: { id }, body }) =>
    after(me, id, cancelArticle(hotline, me, id, body.changeId)),
  );
  serve(server, hotline, 'retireArticle', 'signedIn', async ({ me, params: { id }, body }) =>
    after(me, id, retireArticle(hotline, me, id, body)),
  );
  serve(server, hotline, 'confirmArticle', 'signedIn', async ({ me, params: { id }, body }) =>
    after(me, id, confirmArticle(hotline, me, id, body.version)),
  );
  serve(server, hotline, 'reportArticle', 'signedIn', async ({ me, params: { id }, body }) =>
    after(me, id, reportArticle(hotline, me, id, body)),
  );
  serve(server, hotline, 'answerReport', 'signedIn', async ({ me, params: { id, reportId }, body }) =>
    after(me, id, answerReport(hotline, me, id, reportId, body.answer)),
  );
  serve(server, hotline, 'addArticleFile', 'signedIn', async ({ me, params: { id }, body }) =>
    after(me, id, addFile(hotline, me, id, body)),
  );
  serve(server, hotline, 'removeArticleFile', 'signedIn', async ({ me, params: { id, fileId } }) =>
    after(me, id, removeFile(hotline, me, id, fileId)),
  );
  fileRoute(server, hotline);
}

/** The centre whose articles this person reads. @throws Refusal forbidden */
function readable(hotline: Hotline, me: SignedIn): string {
  const centreId = centreOf(hotline, me);
  if (!mayRead(me.actor, homeOf(hotline, centreId, null))) throw new Refusal('forbidden', '您没有查看知识库的权限。');
  return centreId;
}
