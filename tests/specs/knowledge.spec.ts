import type { ArticleContent } from '@hotline/shared/knowledge/article';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
  // An empty shelf: what the demo city knows already is not part of the story.
  await h.hotline.writer.write(async (tx) => {
    for (const table of ['article', 'articleChange', 'articleReport'] as const) await tx.deleteFrom(table).execute();
    return { result: undefined, events: [], deltas: [] };
  });
});
afterAll(() => h.close());

const water: ArticleContent = {
  title: '停水原因和恢复时间怎么查询',
  questions: ['家里突然停水了什么时候来水', '停水有没有通知'],
  answer: '计划停水在市水务集团公众号提前24小时公布；突发停水请报地址，由市水务集团抢修，并告知预计恢复时间。',
  basis: '《城镇供水服务》GB/T 32063',
  categoryId: null,
  departmentId: 'watergroup',
  validFrom: null,
  validUntil: null,
  reviewMonths: 6,
};
const call = async (who: string) => h.as(who);
const published = async (content: ArticleContent, by = 'watergroup') => {
  const { article, changes } = await (await call(by)).call('addArticle', { body: { content } });
  const body = { changeId: changes[0]?.id ?? '', approve: true };
  return (await call('reviewer')).call('decideArticle', { params: { id: article.id }, body });
};
const list = async (who: string, query: object = {}) =>
  (await (await call(who)).call('articles', { query })).items.map(({ title }) => title);

test('a department proposes, the centre publishes, an agent finds it while she types', async () => {
  const clerk = await call('watergroup');
  const made = await clerk.call('addArticle', { body: { content: water, note: '按新版服务规范整理。' } });
  const { id } = made.article;
  expect(made).toMatchObject({ article: { status: 'unpublished', version: 0, proposals: 1 }, may: { decide: false } });
  // No other department knows of it before it is published: neither by its words, its files nor a report.
  const pdf = { name: '停水.pdf', mediaType: 'application/pdf' as const };
  const { files } = await clerk.call('addArticleFile', {
    params: { id },
    body: { ...pdf, content: Buffer.from('%PDF-1.7\n').toString('base64') },
  });
  const download = async (who: string) => {
    const answer = await h.server.inject({
      url: `/api/articles/${id}/files/${files[0]?.id}`,
      headers: { cookie: await h.signIn(who) },
    });
    return answer.statusCode;
  };
  const urban = await call('urban');
  const report = { params: { id }, body: { version: 1, text: '看不到的条目。' } };
  await expect(urban.call('article', { params: { id } })).rejects.toMatchObject({ code: 'notFound' });
  await expect(urban.call('reportArticle', report)).rejects.toMatchObject({ code: 'notFound' });
  expect([await download('urban'), await download('agent'), await download('reviewer')]).toEqual([404, 200, 200]);
  expect(await list('supervisor', { list: 'proposed' })).toEqual([water.title]);
  const about = { content: '市民反映小区家里突然停水，想知道什么时候来水。' };
  const fitting = async (who: string) => (await (await call(who)).call('fittingArticles', { query: about })).items;
  expect(await fitting('agent')).toEqual([]);

  const params = { id };
  const body = { changeId: made.changes[0]?.id ?? '', approve: true };
  await expect(clerk.call('decideArticle', { params, body })).rejects.toMatchObject({ code: 'forbidden' });
  const after = await (await call('reviewer')).call('decideArticle', { params, body });
  expect(after.article).toMatchObject({ status: 'published', version: 1, isCitable: true, reviewOn: '2027-05-02' });
  expect(await fitting('agent')).toMatchObject([{ id, version: 1, answer: water.answer }]);
  expect(await list('agent', { q: '停水 恢复' })).toEqual([water.title]);
  expect(await list('agent', { q: '燃气' })).toEqual([]);

  // Never by whoever proposed it, be he who he may.
  const own = await (await call('reviewer')).call('addArticle', {
    body: { content: { ...water, title: '水表怎么过户' } },
  });
  await expect(
    (await call('reviewer')).call('decideArticle', {
      params: { id: own.article.id },
      body: { changeId: own.changes[0]?.id ?? '', approve: true },
    }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    (await call('gas')).call('addArticle', { body: { content: { ...water, title: '代报一条' } } }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a new version leaves the old one to be read; two who amend at once: the second is told', async () => {
  const { article } = await published({ ...water, title: '水费怎么交' });
  const params = { id: article.id };
  const words = { ...water, title: '水费怎么交', answer: '可通过公众号、闽政通或营业厅缴纳。' };
  const clerk = await call('watergroup');
  const change = await clerk.call('changeArticle', { params, body: { version: 1, content: words } });
  await expect(
    (await call('agent')).call('changeArticle', { params, body: { version: 1, content: { ...words, basis: null } } }),
  ).rejects.toMatchObject({ code: 'conflict' });
  const body = { changeId: change.changes[0]?.id ?? '', approve: false };
  const supervisor = await call('supervisor');
  await expect(supervisor.call('decideArticle', { params, body })).rejects.toMatchObject({ code: 'invalid' });
  await supervisor.call('decideArticle', { params, body: { ...body, decision: '请补充营业时间。' } });
  const again = await clerk.call('changeArticle', {
    params,
    body: { version: 1, content: { ...words, answer: `${words.answer}营业时间8:30至17:30。` } },
  });
  await supervisor.call('decideArticle', { params, body: { changeId: again.changes[0]?.id ?? '', approve: true } });
  const whole = await (await call('agent')).call('article', { params });
  expect(whole.content.answer).toContain('营业时间');
  expect(whole.changes.filter((c) => c.status === 'published').map((c) => [c.version, c.content.answer])).toEqual([
    [2, expect.stringContaining('营业时间')],
    [1, water.answer],
  ]);
  await expect(clerk.call('changeArticle', { params, body: { version: 1, content: words } })).rejects.toMatchObject({
    code: 'stale',
  });
});

test('an answer cites the version that was told; a retired or newer one is refused with what to do', async () => {
  const { article } = await published({ ...water, title: '水质发黄怎么办', questions: ['自来水发黄'] });
  const agent = await call('agent');
  const logged = async () => {
    const body = { channel: 'phone' as const, kind: 'inquiry' as const, content: '自来水发黄能不能喝。', citizen: {} };
    const { ticket } = await agent.call('logAppeal', { body });
    const { appeals } = await agent.call('ticket', { params: { id: ticket.id } });
    return { id: ticket.id, appealId: appeals[0]?.id ?? '' };
  };
  const tell = async (version: number) => {
    const { id, appealId } = await logged();
    return agent.act(id, 'answer', 1, {
      appealId,
      answer: '请先放水数分钟。',
      cites: [{ articleId: article.id, version }],
    });
  };
  const told = await tell(1);
  expect(told.citations).toMatchObject([{ articleId: article.id, version: 1, appealId: told.appeals[0]?.id }]);
  await expect(tell(2)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('新版') });
  const uses = async () => (await agent.call('article', { params: { id: article.id } })).article.uses;
  expect(await uses()).toBe(1);
  expect(await list('agent', { list: 'unused' })).not.toContain('水质发黄怎么办');

  // A department's reply rests on it as well.
  const { id } = await logged();
  const sent = await (await call('dispatcher')).act(id, 'dispatch', 1, { leadId: 'watergroup', assistIds: [] });
  const dispatchId = sent.dispatches[0]?.id ?? '';
  const clerk = await call('watergroup');
  const signed = await clerk.act(id, 'sign', 1, { dispatchId });
  const replied = await clerk.act(id, 'reply', signed.dispatches[0]?.version ?? 0, {
    ...{ dispatchId, contactedBy: 'phone', actuality: 'confirmed', solved: 'solved', handling: '已上门检测。' },
    publicReply: '您好，水质检测合格。',
    cites: [{ articleId: article.id, version: 1 }],
  });
  expect(replied.citations).toMatchObject([{ dispatchId, version: 1 }]);
  expect(await uses()).toBe(2);

  const body = { version: 1, reason: '水源切换已完成。' };
  await (await call('reviewer')).call('retireArticle', { params: { id: article.id }, body });
  await expect(tell(1)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('已停用') });
  expect(await list('agent', { list: 'retired' })).toEqual(['水质发黄怎么办']);
});

test('what runs out is not told any more, what is due for a look is listed, and a look begins the time anew', async () => {
  const { article } = await published({ ...water, title: '高温停水补贴', validUntil: '2026-11-20', reviewMonths: 1 });
  const params = { id: article.id };
  expect(await list('watergroup', { list: 'expiring' })).toEqual(['高温停水补贴']);
  expect(await list('watergroup', { list: 'due' })).toContain('高温停水补贴');
  h.clock.now = '2026-11-22T02:00:00.000Z';
  expect((await (await call('agent')).call('article', { params })).article.isCitable).toBe(false);
  const confirmed = await (await call('watergroup')).call('confirmArticle', { params, body: { version: 1 } });
  expect(confirmed.article.reviewOn).toBe('2026-12-22');
  await expect((await call('gas')).call('confirmArticle', { params, body: { version: 1 } })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('an agent says what is wrong, the department answers', async () => {
  const { article } = await published({ ...water, title: '营业厅地址' });
  const params = { id: article.id };
  const body = { version: 1, text: '五一营业厅已迁址。' };
  const never = { params, body: { ...body, version: 2 } };
  await expect((await call('callback')).call('reportArticle', never)).rejects.toMatchObject({ code: 'notFound' });
  const said = await (await call('callback')).call('reportArticle', { params, body });
  expect(said.article.reports).toBe(1);
  expect(await list('watergroup', { list: 'reported' })).toEqual(['营业厅地址']);
  const reportId = said.reports[0]?.id ?? '';
  const answer = { params: { ...params, reportId }, body: { answer: '已核实，将更新地址。' } };
  await expect((await call('agent')).call('answerReport', answer)).rejects.toMatchObject({ code: 'forbidden' });
  const done = await (await call('watergroup')).call('answerReport', answer);
  expect(done.article.reports).toBe(0);
  expect(done.reports[0]).toMatchObject({ answer: '已核实，将更新地址。', closedBy: 'p-watergroup' });
});

test('a form goes with an article: whoever answers for it attaches it, everybody who reads takes it away unchanged', async () => {
  const { article } = await published({ ...water, title: '过户申请表' });
  const params = { id: article.id };
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 7)]);
  const body = { name: '过户申请表.pdf', mediaType: 'application/pdf' as const, content: pdf.toString('base64') };
  const clerk = await call('watergroup');
  const after = await clerk.call('addArticleFile', { params, body });
  const [file] = after.files;
  expect(after.files).toMatchObject([{ name: '过户申请表.pdf', bytes: pdf.length, uploadedBy: 'p-watergroup' }]);
  const get = async (who: string) =>
    h.server.inject({ url: `/api/articles/${article.id}/files/${file?.id}`, headers: { cookie: await h.signIn(who) } });
  const taken = await get('agent');
  expect(taken.rawPayload.equals(pdf)).toBe(true);
  expect(taken.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/);
  expect(taken.headers['x-content-type-options']).toBe('nosniff');
  expect((await h.server.inject({ url: `/api/articles/${article.id}/files/${file?.id}` })).statusCode).toBe(401);

  const liar = { ...body, content: Buffer.from('<script>alert(1)</script>').toString('base64') };
  await expect(clerk.call('addArticleFile', { params, body: liar })).rejects.toMatchObject({ code: 'unsupportedType' });
  await expect((await call('gas')).call('addArticleFile', { params, body })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const fileId = file?.id ?? '';
  await expect(
    (await call('agent')).call('removeArticleFile', { params: { ...params, fileId } }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  expect((await clerk.call('removeArticleFile', { params: { ...params, fileId } })).files).toEqual([]);
  expect((await get('agent')).statusCode).toBe(404);
});
