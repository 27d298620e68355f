import { createHash } from 'node:crypto';
import { articleById, dropFile, filesOf, fileWithContent, insertFile } from '@hotline/db/knowledge/articles';
import type { Call } from '@hotline/shared/api/client';
import { isOfType, mostBytes, mostFiles } from '@hotline/shared/knowledge/fileTypes';
import { mayConfirm, mayKnow } from '@hotline/shared/knowledge/rules';
import { Refusal } from '@hotline/shared/refusal';
import { Id, object } from '@hotline/shared/schema';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { signedIn } from '../sessions/actor.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { change, homeOf } from './changing.ts';

const gone = () => new Refusal('notFound', '没有这个附件，或您无权查看。');
const notAllowed = () => new Refusal('forbidden', '只有负责单位或中心审核人员可以增删附件。');

export const addFile = (hotline: Hotline, me: SignedIn, id: string, body: Call<'addArticleFile'>['body']) => {
  const bytes = Buffer.from(body.content, 'base64');
  if (bytes.length === 0 || bytes.length > mostBytes) throw new Refusal('tooLarge', '附件不能为空，也不能超过 4 MB。');
  if (!isOfType(body.mediaType, bytes))
    throw new Refusal('unsupportedType', '文件内容与类型不符。可上传 PDF、Word、Excel 文件和 PNG、JPEG 图片。');
  return change(hotline, me, id, async (tx, article, home, at) => {
    if (!mayConfirm(me.actor, home)) throw notAllowed();
    if ((await filesOf(tx, id)).length >= mostFiles)
      throw new Refusal('conflict', `每个条目最多 ${mostFiles} 个附件，请先删除不用的附件。`);
    const { name, mediaType, content } = body;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const said = { uploadedBy: me.person.id, uploadedAt: at };
    await insertFile(
      tx,
      { id: newId(), articleId: id, name, mediaType, bytes: bytes.length, sha256, ...said },
      content,
    );
    return { act: 'addFile', purpose: `《${article.content.title}》：${name}` };
  });
};

export const removeFile = (hotline: Hotline, me: SignedIn, id: string, fileId: string) =>
  change(hotline, me, id, async (tx, article, home) => {
    if (!mayConfirm(me.actor, home)) throw notAllowed();
    const file = (await filesOf(tx, id)).find((one) => one.id === fileId);
    if (!file) throw gone();
    await dropFile(tx, fileId);
    return { act: 'removeFile', purpose: `《${article.content.title}》：${file.name}` };
  });

/** `GET /api/articles/:id/files/:fileId`: always as a download, never shown as a page of this site. */
export function fileRoute(server: FastifyInstance, hotline: Hotline): void {
  const params = object({ id: Id, fileId: Id });
  const schema = { summary: 'A file of an article', params } as object;
  const options = { config: { policy: 'signedIn' as const }, schema, exposeHeadRoute: false };
  server.get<{ Params: { id: string; fileId: string } }>(
    '/api/articles/:id/files/:fileId',
    options,
    async (request, reply) => {
      const me = await signedIn(hotline, request);
      const article = await articleById(hotline.store.reader, request.params.id);
      if (!article || !mayKnow(me.actor, article, homeOf(hotline, article.centreId, article.content.departmentId)))
        throw gone();
      const file = await fileWithContent(hotline.store.reader, article.id, request.params.fileId);
      if (!file) throw gone();
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(file.content, 'base64'));
    },
  );
}
