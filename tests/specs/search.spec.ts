import { findCase } from '@hotline/db/cases/cases';
import { personByUsername } from '@hotline/db/people/people';
import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import { maySee } from '@hotline/server/tickets/act';
import type { Call } from '@hotline/shared/api/client';
import type { Actor } from '@hotline/shared/people/actor';
import { textsOf } from '@hotline/shared/search/document';
import { hasWords, queryOf } from '@hotline/shared/search/words';
import type { Case } from '@hotline/shared/ticket/model/case';
import { viewCase } from '@hotline/shared/ticket/view';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let cases: Case[];
beforeAll(async () => {
  h = await openHotline({ days: 4, perDay: 20 });
  await catchUp(h.hotline, finder);
  cases = await allCases();
});
afterAll(() => h.close());

const runs = Number(process.env['HOTLINE_RUNS'] ?? 60);
const allCases = async () => {
  const rows = await h.store.reader.selectFrom('ticket').select('id').orderBy('n', 'desc').execute();
  const found: Case[] = [];
  for (const { id } of rows) {
    const c = await findCase(h.store.reader, id);
    if (c) found.push(c);
  }
  return found;
};
const actorOf = async (username: string): Promise<Actor> => {
  const person = await personByUsername(h.store.reader, username);
  return { type: 'person', id: username, name: username, grants: person?.grants ?? [] };
};
type Filter = Pick<NonNullable<Call<'search'>['query']>, 'kind' | 'region' | 'status' | 'category'>;

/** Page after page, as a person would. */
async function search(username: string, q: string, filter: Filter = {}, limit = 7): Promise<string[]> {
  const client = await h.as(username);
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: NonNullable<Call<'search'>['query']> = { q, ...filter, limit, ...(cursor ? { cursor } : {}) };
    const page: { items: { ticket: { id: string } }[]; nextCursor: string | null } = await client.call('search', {
      query,
    });
    ids.push(...page.items.map((i) => i.ticket.id));
    cursor = page.nextCursor;
  }
  return ids;
}

/** What reading every text would find. */
function scan(actor: Actor, q: string, { kind, region, status, category }: Filter): string[] {
  const query = queryOf(q);
  const directory = h.hotline.catalog.directory();
  return cases
    .filter((c) => {
      const t = c.ticket;
      const line = directory.categoryPaths.get(t.categoryId ?? '') ?? [];
      const isWanted =
        (!kind || t.kind === kind) &&
        (!region || t.regionCode?.startsWith(region) === true) &&
        (!status || status.split(',').includes(t.status)) &&
        (!category || line.includes(category));
      if (!query || !isWanted || !maySee(actor, c)) return false;
      // What the viewer may see is what he may find.
      const seen = viewCase(c, actor) as unknown as Case;
      return hasWords(
        textsOf(seen).map((x) => x.text),
        query,
      );
    })
    .map((c) => c.ticket.id);
}

test('hits equal a full scan’s, for words of any length, for everybody, with any filter', async () => {
  const people = ['manager', 'agent', 'urban', 'watergroup', 'police'];
  const actors = new Map<string, Actor>();
  for (const username of people) actors.set(username, await actorOf(username));
  const texts = cases.flatMap((c) => textsOf(c).map((x) => x.text));
  const aPiece = fc
    .tuple(fc.nat(texts.length - 1), fc.nat(400), fc.integer({ min: 1, max: 5 }))
    .map(([i, from, length]) => {
      const text = [...(texts[i] ?? '')];
      const at = from % Math.max(1, text.length);
      return text.slice(at, at + length).join('');
    });
  const asked = fc.oneof(
    aPiece,
    fc.tuple(aPiece, aPiece).map((two) => two.join(' ')),
    fc.constantFrom('噪音', '水', '的', '施工 噪音', '小区，', 'WiFi', '不存在的词语', '，。', '处 理'),
  );
  const aFilter: fc.Arbitrary<Filter> = fc.record(
    {
      kind: fc.constantFrom('complaint' as const, 'help' as const),
      region: fc.constantFrom('3501', '350102', '350104'),
      status: fc.constantFrom('closed', 'handling,awaitingReview', 'awaitingDispatch'),
      category: fc.constantFrom('c01', 'c0101', 'c03'),
    },
    { requiredKeys: [] },
  );
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(
      asked,
      fc.constantFrom('manager', ...people),
      fc.option(aFilter, { freq: 1 }),
      async (q, who, filter) => {
        if (q.trim() === '') return;
        const expected = scan(actors.get(who) as Actor, q, filter ?? {});
        expect(await search(who, q, filter ?? {}), `${who} 「${q}」`).toEqual(expected);
        hits += expected.length;
      },
    ),
    { numRuns: runs },
  );
  expect(hits).toBeGreaterThan(runs / 3);
});

test('a word of another department’s internal account finds nothing for its neighbour', async () => {
  const agent = await h.as('agent');
  const { ticket } = await agent.call('logAppeal', {
    body: {
      channel: 'phone',
      kind: 'complaint',
      content: '市民反映榕荫路与金塘路路口窨井盖松动，车辆经过时响声很大。',
      citizen: { name: '陈建国', phone: '19900005678' },
    },
  });
  const sent = await (await h.as('dispatcher')).act(ticket.id, 'dispatch', 1, {
    leadId: 'urban',
    assistIds: ['water'],
  });
  const assist = sent.dispatches.find((d) => d.role === 'assist')?.id ?? '';
  const lead = sent.dispatches.find((d) => d.role === 'lead')?.id ?? '';
  await (await h.as('water')).act(ticket.id, 'sign', 1, { dispatchId: assist });
  await (await h.as('urban')).act(ticket.id, 'sign', 1, { dispatchId: lead });
  const answered = {
    contactedBy: 'phone' as const,
    contactedAt: h.clock.now,
    actuality: 'confirmed' as const,
    solved: 'solved' as const,
  };
  await (await h.as('water')).act(ticket.id, 'reply', 2, {
    dispatchId: assist,
    ...answered,
    handling: '经查系麒麟牌窨井，已更换防响垫圈。',
    publicReply: '您好，窨井盖已更换防响垫圈，感谢监督。',
  });
  await (await h.as('water.head')).act(ticket.id, 'approveReply', 3, { dispatchId: assist }).catch(() => undefined);
  await (await h.as('urban')).act(ticket.id, 'reply', 2, {
    dispatchId: lead,
    ...answered,
    handling: '已会同貔貅路巡查队到场处理完毕。',
    publicReply: '您好，您反映的井盖松动问题已处理完毕。',
  });
  await catchUp(h.hotline, finder);
  cases = await allCases();
  expect(await search('manager', '貔貅')).toEqual([ticket.id]);
  expect(await search('urban', '貔貅')).toEqual([ticket.id]);
  expect(await search('urban', '麒麟')).toEqual([ticket.id]);
  expect(await search('water', '麒麟')).toEqual([ticket.id]);
  expect(await search('water', '窨井')).toEqual([ticket.id]);
  expect(await search('water', '貔貅')).toEqual([]);
  expect(await search('police', '窨井')).toEqual([]);

  const { items } = await (await h.as('water')).call('search', { query: { q: '金塘路 井盖' } });
  const place = items[0]?.places.find((p) => p.part === 'content');
  expect(place?.marks.map(([from, to]) => place.text.slice(from, to))).toEqual(['金塘路', '井盖']);
  expect(JSON.stringify(items)).not.toMatch(/陈建国|5678/);
});

test('a number is found by its beginning, a telephone number only by who may search it, and it is never shown', async () => {
  const agent = await h.as('agent');
  const { appeal, ticket } = await agent.call('logAppeal', {
    body: { channel: 'phone', kind: 'help', content: '请问公园夜间几点关门？', citizen: { phone: '19900007788' } },
  });
  await catchUp(h.hotline, finder);
  expect(await search('agent', appeal.number)).toEqual([ticket.id]);
  expect(await search('agent', appeal.number.slice(0, 8))).toContain(ticket.id);
  for (const asked of ['19900007788', '１９９ ００００ ７７８８', '1990000778'])
    expect(await search('agent', asked), asked).toEqual([ticket.id]);
  expect(await search('manager', '19900007788')).toEqual([]);
  expect(await search('urban', '19900007788')).toEqual([]);
  const found = await agent.call('search', { query: { q: '19900007788' } });
  expect(found.items[0]?.places).toEqual([{ part: 'phone', text: '', marks: [] }]);
  expect(JSON.stringify(found)).not.toContain('7788');

  // The list of a desk looks with the same eyes.
  const listed = await agent.call('tickets', { query: { q: '公园夜间' } });
  expect(listed.items.map((r) => r.id)).toContain(ticket.id);
});

test('what was written since shows as lag, and is found once it is read; what was changed is no longer found', async () => {
  const agent = await h.as('agent');
  const words = { channel: 'phone' as const, kind: 'help' as const, citizen: { phone: '19900009911' } };
  const { ticket } = await agent.call('logAppeal', {
    body: { ...words, title: '蝾螈养殖办证咨询', content: '市民咨询这类动物养殖是否需要办证。' },
  });
  const before = await agent.call('search', { query: { q: '蝾螈' } });
  expect(before.index).toMatchObject({ behind: 1, filling: false });
  expect(before.items).toEqual([]);
  const ready = await h.server.inject({ url: '/readyz' });
  expect(ready.json()).toMatchObject({ ready: true, search: { behind: 1 } });
  await catchUp(h.hotline, finder);
  expect(await search('agent', '蝾螈')).toEqual([ticket.id]);
  await agent.act(ticket.id, 'amend', ticket.version, { title: '娃娃鱼养殖办证咨询' });
  await catchUp(h.hotline, finder);
  expect(await search('agent', '蝾螈')).toEqual([]);
  expect(await search('agent', '娃娃鱼')).toEqual([ticket.id]);
});

test('a saved view counts live what its list lists, for each person in his own scope', async () => {
  const manager = await h.as('manager');
  const saved = await manager.call('saveView', {
    body: { name: '投诉噪音', audience: 'centre', query: `kind=complaint&q=${encodeURIComponent('噪音')}` },
  });
  const open = await manager.call('saveView', {
    body: { name: '办理中', audience: 'centre', query: 'status=handling,awaitingReview' },
  });
  await manager.call('saveView', { body: { name: '只给自己', audience: 'private', query: 'kind=praise' } });
  const listedBy = async (username: string, query: string) => {
    const client = await h.as(username);
    let count = 0;
    for (let cursor: string | null = ''; cursor !== null; ) {
      const given = { ...Object.fromEntries(new URLSearchParams(query)), limit: 9, ...(cursor ? { cursor } : {}) };
      const page: { items: unknown[]; nextCursor: string | null } = await client.call('tickets', { query: given });
      count += page.items.length;
      cursor = page.nextCursor;
    }
    return count;
  };
  for (const username of ['manager', 'agent', 'urban']) {
    const { items } = await (await h.as(username)).call('views', {});
    for (const { id, query } of [saved, open]) {
      const view = items.find((v) => v.id === id);
      expect(view?.count, `${username} ${query}`).toBe(await listedBy(username, query));
    }
    expect(items.some((v) => v.name === '只给自己')).toBe(username === 'manager');
  }
  expect(open.count).toBeGreaterThan(0);
  const clerk = await h.as('urban');
  await expect(clerk.call('saveView', { body: { name: 'x', audience: 'centre', query: '' } })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    manager.call('saveView', { body: { name: 'x', audience: 'private', query: 'nonsense=1' } }),
  ).rejects.toMatchObject({ code: 'invalid' });
  await expect(clerk.call('deleteView', { params: { id: saved.id } })).rejects.toMatchObject({ code: 'notFound' });
  await manager.call('deleteView', { params: { id: saved.id } });
  expect((await manager.call('views', {})).items.map((v) => v.id)).not.toContain(saved.id);
});
