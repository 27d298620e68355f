import { personByUsername } from '@hotline/db/people/people';
import { mostDrafts } from '@hotline/shared/api/session';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

const change = async (who: string, what: object) =>
  (await h.as(who)).call('changePreferences', { body: { change: what } });
const lastAudit = async (act: string) => {
  const { items } = await (await h.as('auditor')).call('audit', { query: { act: act as never, limit: 1 } });
  return items[0];
};

describe('what a person chose', () => {
  test('follows 小林 to another computer, and two tabs do not undo each other', async () => {
    expect(await (await h.as('agent')).call('preferences', {})).toEqual({ version: 0, preferences: {} });
    await change('agent', { textSize: 20, keys: [{ command: 'next', key: 'n' }] });
    const { version } = await change('agent', { lang: 'en', keys: [{ command: 'help', key: 'h' }] });
    const elsewhere = await (await h.as('agent')).call('preferences', {});
    expect(elsewhere).toEqual({
      version,
      preferences: {
        textSize: 20,
        lang: 'en',
        keys: [
          { command: 'next', key: 'n' },
          { command: 'help', key: 'h' },
        ],
      },
    });
    expect(await (await h.as('dispatcher')).call('preferences', {})).toMatchObject({ preferences: {} });
  });

  test('twenty changes at once from twenty tabs are all there, and each answer is newer than the one before', async () => {
    const keys = Array.from({ length: 20 }, (_, i) => ({ command: `c${i}`, key: `alt+${i}` }));
    const answers = await Promise.all(keys.map((key) => change('reviewer', { keys: [key] })));
    expect(new Set(answers.map((a) => a.version)).size).toBe(20);
    const { preferences } = await (await h.as('reviewer')).call('preferences', {});
    expect(preferences.keys).toHaveLength(20);
  });

  test('a default comes back when a field is cleared, and the version still grows', async () => {
    const before = await change('callback', { sound: true, keys: [{ command: 'next', key: 'x' }] });
    const after = await change('callback', { sound: null, keys: [{ command: 'next', key: null }] });
    expect(after).toEqual({ version: before.version + 1, preferences: {} });
  });

  test('what is no setting is refused by name, and nobody stores a novel', async () => {
    await expect(change('agent', { wallpaper: 'blue' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(change('agent', { quietFrom: '25:00' })).rejects.toMatchObject({ code: 'invalid' });
    for (const half of ['a', 'b']) {
      const keys = Array.from({ length: 80 }, (_, i) => ({ command: `${half}${i}`, key: 'x' }));
      const sent = change('supervisor', { keys });
      await (half === 'a' ? sent : expect(sent).rejects.toMatchObject({ code: 'tooLarge' }));
    }
  });
});

describe('常用语', () => {
  const words = { place: 'reply', title: '已处理', text: '{姓名}您好，您反映的问题已处理完毕。' } as const;

  test('the centre’s are its administrators’, everybody uses them, and each change is on record', async () => {
    const admin = await h.as('admin');
    const made = await admin.call('addPhrase', { body: { audience: 'centre', ...words } });
    expect(await lastAudit('addPhrase')).toMatchObject({
      subjectId: made.id,
      purpose: expect.stringContaining('已处理'),
    });
    const clerk = await h.as('watergroup');
    const { items } = await clerk.call('phrases', {});
    expect(items.find((p) => p.id === made.id)).toMatchObject({ ...words, audience: 'centre', mayChange: false });
    const attempt = { params: { id: made.id }, body: { version: 1, ...words, title: '改' } };
    await expect(clerk.call('changePhrase', attempt)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(clerk.call('dropPhrase', { params: { id: made.id } })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(clerk.call('addPhrase', { body: { audience: 'centre', ...words } })).rejects.toMatchObject({
      code: 'forbidden',
    });

    const changed = await admin.call('changePhrase', {
      params: { id: made.id },
      body: { ...words, title: '办结', version: 1 },
    });
    expect(changed).toMatchObject({ title: '办结', version: 2 });
    await expect(admin.call('changePhrase', attempt)).rejects.toMatchObject({ code: 'stale' });
    await admin.call('dropPhrase', { params: { id: made.id } });
    expect(await lastAudit('dropPhrase')).toMatchObject({ subjectId: made.id });
    expect((await clerk.call('phrases', {})).items.some((p) => p.id === made.id)).toBe(false);
  });

  test('one’s own are nobody else’s, not even to know of', async () => {
    const agent = await h.as('agent');
    const own = await agent.call('addPhrase', { body: { audience: 'private', ...words } });
    expect(own).toMatchObject({ audience: 'private', mayChange: true });
    const admin = await h.as('admin');
    expect((await admin.call('phrases', {})).items.some((p) => p.id === own.id)).toBe(false);
    const body = { version: 1, ...words };
    await expect(admin.call('changePhrase', { params: { id: own.id }, body })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(admin.call('dropPhrase', { params: { id: own.id } })).rejects.toMatchObject({ code: 'notFound' });
  });
});

test('streets named before are found by how they begin, and no address of somebody who asked not to be known', async () => {
  const agent = await h.as('agent');
  for (const [address, identity] of [
    ['白马南路12号', 'named'],
    ['白马南路12号', 'named'],
    ['白马北路3号', 'named'],
    ['白马南路99号', 'confidential'],
  ] as const)
    await agent.call('logAppeal', {
      body: {
        channel: 'phone',
        kind: 'help',
        content: '路灯不亮已经三天。',
        citizen: { name: '陈', identity },
        address,
      },
    });
  const { items } = await agent.call('addresses', { query: { q: '白马' } });
  expect(items.map((a) => a.address).toSorted()).toEqual(['白马北路3号', '白马南路12号']);
  expect((await agent.call('addresses', { query: { q: '白马%' } })).items).toEqual([]);
  await expect((await h.as('watergroup')).call('addresses', { query: { q: '白马' } })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

describe('one’s own password', () => {
  const [given, own] = ['Given-by-admin-1', 'Minjiang-2026'];
  const signIn = (password: string) =>
    h.server.inject({ method: 'POST', url: '/api/session', payload: { username: 'callback', password } });
  const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
    answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  const send = (cookie: string, method: 'GET' | 'POST', url: string, payload?: object) =>
    h.server.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });

  test('whose password an administrator gave does nothing before he has chosen his own', async () => {
    const person = await personByUsername(h.store.reader, 'callback');
    await (await h.as('admin')).call('resetPassword', { params: { id: person?.id ?? '' }, body: { password: given } });
    const signedIn = await signIn(given);
    expect(signedIn.json()).toMatchObject({ mustChangePassword: true });
    const cookie = cookieOf(signedIn);
    expect((await send(cookie, 'GET', '/api/session')).statusCode).toBe(200);
    for (const url of ['/api/tickets', '/api/catalog', '/api/drafts/a'])
      expect((await send(cookie, 'GET', url)).json(), url).toMatchObject({ code: 'forbidden' });

    const other = cookieOf(await signIn(given));
    const put = (body: object) => send(cookie, 'POST', '/api/session/password', body);
    expect((await put({ current: 'wrong', password: own })).json()).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('原密码'),
    });
    expect((await put({ current: given, password: '12345' })).json()).toMatchObject({ code: 'invalid' });
    expect((await put({ current: given, password: given })).json()).toMatchObject({
      message: expect.stringContaining('相同'),
    });
    expect((await put({ current: given, password: own })).statusCode).toBe(204);

    expect((await send(cookie, 'GET', '/api/tickets')).statusCode).toBe(200);
    expect((await send(other, 'GET', '/api/session')).statusCode).toBe(401);
    expect((await signIn(given)).statusCode).toBe(401);
    expect((await signIn(own)).json()).toMatchObject({ mustChangePassword: false });
    expect(await lastAudit('changePassword')).toMatchObject({ subject: 'callback' });
  });

  test('guessing the old one at an open console ends like guessing at the door', async () => {
    const cookie = await h.signIn('manager');
    const put = () => send(cookie, 'POST', '/api/session/password', { current: 'wrong', password: own });
    for (let i = 0; i < 5; i++) expect((await put()).statusCode).toBe(400);
    expect((await put()).statusCode).toBe(429);
  });
});

describe('what was begun and not sent', () => {
  const put = async (who: string, key: string, words: string) =>
    (await h.as(who)).call('putDraft', { params: { key }, body: { body: { content: words } } });
  const keysOf = async (who: string) => (await (await h.as(who)).call('drafts', {})).items.map((d) => d.key);

  test('a form in which nothing was left is no error', async () => {
    const client = await h.as('gas');
    expect(await client.call('getDraft', { params: { key: 'log-appeal' } })).toEqual({ draft: null });
    await put('gas', 'log-appeal', '路灯不亮');
    const { draft } = await client.call('getDraft', { params: { key: 'log-appeal' } });
    expect(draft).toMatchObject({ key: 'log-appeal', body: { content: '路灯不亮' } });
  });

  test('is not written over by a form that has not seen it, but kept aside under a key of its own', async () => {
    const client = await h.as('gas');
    const save = (words: string, base?: string | null) =>
      client.call('putDraft', {
        params: { key: 'log-aside' },
        body: { body: { content: words }, ...(base === undefined ? {} : { base }) },
      });
    const first = await save('昨天写的', null);
    expect(first.aside).toBeNull();
    const second = await save('慢网下新打的字', null);
    const read = async (key: string) => (await client.call('getDraft', { params: { key } })).draft?.body;
    expect(await read(second.aside ?? '')).toEqual({ content: '昨天写的' });
    expect(await read('log-aside')).toEqual({ content: '慢网下新打的字' });
    expect((await save('接着写', second.savedAt)).aside).toBeNull();
    // The same words are no other draft; and whoever says nothing of what it was made from writes over it.
    expect((await save('接着写', null)).aside).toBeNull();
    expect((await save('另一份')).aside).toBeNull();
  });

  test('is kept a hundred times a person, however many at once; one more is refused, and none dropped for it', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: 105 }, (_, i) => put('urban', `reply-d${i}`, `第${i}份`)),
    );
    const refused = asked.flatMap((done) => (done.status === 'rejected' ? [String(done.reason)] : []));
    expect(refused).toHaveLength(5);
    expect(refused[0]).toContain('请在「个人设置 → 草稿」中删除不用的草稿');
    const kept = await keysOf('urban');
    expect(kept).toHaveLength(mostDrafts);
    // What is there is saved again, others have room of their own, and what was discarded makes room.
    const [first = ''] = kept;
    await put('urban', first, '改过的');
    await put('traffic', 'reply-d1', '别人的');
    await (await h.as('urban')).call('deleteDraft', { params: { key: first } });
    await put('urban', 'log-appeal', '又一份');
    expect(await keysOf('urban')).toHaveLength(mostDrafts);
  });
});
