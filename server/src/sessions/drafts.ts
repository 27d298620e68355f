import { countDrafts, deleteDraft, draftsOf, findDraft, saveDraft } from '@hotline/db/people/drafts';
import { mostDrafts } from '@hotline/shared/api/session';
import { asideKey } from '@hotline/shared/people/draftKey';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';

/** What a person has begun to write and not sent, from any computer. */
export function draftRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'drafts', 'signedIn', async ({ me }) => {
    const rows = await draftsOf(reader, me.person.id);
    return { items: rows.map((row) => ({ ...row, body: JSON.parse(row.body) })) };
  });
  serve(server, hotline, 'getDraft', 'signedIn', async ({ me, params }) => {
    const draft = await findDraft(reader, me.person.id, params.key);
    return { draft: draft ? { ...draft, body: JSON.parse(draft.body) } : null };
  });
  serve(server, hotline, 'putDraft', 'signedIn', async ({ me, params, body }) => {
    const text = JSON.stringify(body.body);
    if (text.length > 64_000) throw new Refusal('tooLarge', '草稿太大，请减少内容。');
    const savedAt = hotline.now();
    const { result } = await hotline.writer.write(
      async (tx) => {
        // What was begun before is saved in any case.
        const others = await countDrafts(tx, me.person.id, params.key);
        if (others >= mostDrafts) throw tooMany();
        const there = body.base === undefined ? undefined : await findDraft(tx, me.person.id, params.key);
        const other = there && there.savedAt !== body.base && there.body !== text ? there : null;
        if (other && others + 1 >= mostDrafts) throw tooMany();
        const aside = other && asideKey(params.key, other.savedAt);
        if (other && aside) await saveDraft(tx, me.person.id, aside, other.body, other.savedAt);
        await saveDraft(tx, me.person.id, params.key, text, savedAt);
        return { result: aside, events: [], deltas: [] };
      },
      // Two forms that are saved at once are counted one after the other.
      { lane: me.person.id },
    );
    return { key: params.key, savedAt, aside: result };
  });
  serve(server, hotline, 'deleteDraft', 'signedIn', async ({ me, params }) => {
    await hotline.writer.write(async (tx) => {
      await deleteDraft(tx, me.person.id, params.key);
      return { result: undefined, events: [], deltas: [] };
    });
    return null;
  });
}

const tooMany = () =>
  new Refusal(
    'conflict',
    `未提交的草稿已有 ${mostDrafts} 份，这一份只存在本机。请在「个人设置 → 草稿」中删除不用的草稿后再保存。`,
  );
