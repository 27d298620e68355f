import { byCommandLine } from '@hotline/server/admin/administration';
import { addPerson } from '@hotline/server/admin/staff';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundNeighbour } from '../support/centres.ts';
import { hotlineCommand } from '../support/cli.ts';
import { monday, openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
  await foundNeighbour(h, 'xm', 3);
});
afterAll(() => h.close());

const [given, good] = ['Gegeben-2026', 'Tingjiang2026'];
const admin = () => h.as('admin');
const agentOfFuzhou = [{ role: 'agent' as const, path: 'fz.' }];
/** A session by its own password: the cast signs in with the demo's. */
const signIn = async (username: string, password: string) => {
  const answer = await h.server.inject({ method: 'POST', url: '/api/session', payload: { username, password } });
  return { status: answer.statusCode, cookie: answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ') };
};
/** Whose password the administrator gave chooses his own first. */
const firstSignIn = async (username: string) => {
  const { cookie } = await signIn(username, given);
  const payload = { current: given, password: good };
  await h.server.inject({ method: 'POST', url: '/api/session/password', headers: { cookie }, payload });
  return { cookie };
};
const status = async (cookie: string, url: string) =>
  (await h.server.inject({ method: 'GET', url, headers: { cookie } })).statusCode;
const lastAudit = async (act: string) =>
  (await (await h.as('auditor')).call('audit', { query: { act: act as 'reveal', limit: 1 } })).items[0];

test('rules are saved in versions: the next appeal gets the new limit, and what runs keeps its own', async () => {
  const agent = await h.as('agent');
  const help = async () =>
    (
      await agent.call('logAppeal', {
        body: { channel: 'phone', kind: 'help', content: '路灯不亮已经三天。', citizen: {} },
      })
    ).appeal;
  const before = await help();
  const { rules: set } = await (await admin()).call('rules', { query: {} });
  const rules = set.rules.map((r) =>
    r.id === 'help' ? { ...r, replyLimit: { amount: 1, unit: 'workingDays' as const } } : r,
  );
  const saved = await (await admin()).call('saveRules', { body: { version: set.version, rules, note: '提速' } });
  expect(saved.versions.map((v) => [v.version, v.by, v.note])).toEqual([
    [2, '系统管理员', '提速'],
    [1, '系统', null],
  ]);
  // Monday 2 November: 3 + 1 working days before, 1 + 1 now.
  expect([before.promisedDueAt, (await help()).promisedDueAt]).toEqual([
    '2026-11-06T16:00:00.000Z',
    '2026-11-04T16:00:00.000Z',
  ]);
  expect(await lastAudit('saveRules')).toMatchObject({
    personName: '系统管理员',
    purpose: '提速（第 2 版，共 7 条规则）',
  });

  // An old version is restored as a new one.
  const old = (await (await admin()).call('rules', { query: { version: 1 } })).rules;
  await (await admin()).call('saveRules', { body: { version: 2, rules: old.rules, note: '恢复第 1 版' } });
  expect((await help()).promisedDueAt).toBe(before.promisedDueAt);
  await expect((await admin()).call('saveRules', { body: { version: 2, rules } })).rejects.toMatchObject({
    code: 'stale',
  });
});

test('rules that leave something without a clock, name what is not there or say nothing new are refused', async () => {
  const { rules: set } = await (await admin()).call('rules', { query: {} });
  const save = async (rules: typeof set.rules) =>
    (await admin()).call('saveRules', { body: { version: set.version, rules } });
  await expect(save(set.rules.filter((r) => r.id !== 'help'))).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/55 种情形没有适用的规则（如：求助·一般·综合诉求·电话；.*兜底规则/),
  });
  const [first, ...rest] = set.rules;
  if (!first) throw new Error('no rules');
  await expect(save([{ ...first, match: { departmentIds: ['nobody'] } }, ...rest])).rejects.toMatchObject({
    message: expect.stringContaining('「nobody」不在可选范围内'),
  });
  await expect(save([...set.rules, first])).rejects.toMatchObject({ message: expect.stringContaining('重复') });
  await expect(save(set.rules)).rejects.toMatchObject({ message: expect.stringContaining('没有需要保存的更改') });
  // A rule nothing ever reaches is saved, and said.
  const saved = await save([
    ...set.rules,
    { ...first, id: 'late', match: { kinds: ['help'], urgencies: ['critical'] } },
  ]);
  expect(saved.shadowed).toEqual([{ index: set.rules.length, by: 0 }]);
});

test('the tester takes a ticket by its number, without a word of what it says', async () => {
  const agent = await h.as('agent');
  const { ticket } = await agent.call('logAppeal', {
    body: { channel: 'phone', kind: 'help', content: '路灯不亮已经三天。', citizen: { phone: '19900000077' } },
  });
  await (await h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  expect(await (await admin()).call('ruleSubject', { query: { number: ticket.number } })).toEqual({
    ...{ kind: 'help', service: 'general', urgency: 'normal', channel: 'phone', categoryId: null },
    ...{ departmentId: 'urban', receivedAt: monday },
  });
});

test('a person is added, works, gets other rights and loses the door, each audited', async () => {
  const body = { username: 'lin.min', name: '林敏', password: given, grants: agentOfFuzhou };
  const added = await (await admin()).call('addPerson', { body });
  expect(await lastAudit('addPerson')).toMatchObject({ subject: 'lin.min', purpose: 'agent@fz.' });
  await expect((await admin()).call('addPerson', { body })).rejects.toMatchObject({
    message: expect.stringContaining('已有人使用'),
  });
  await expect(
    (await admin()).call('addPerson', { body: { ...body, username: 'lin2', password: '12345' } }),
  ).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('至少 10 个字符'),
  });
  const { cookie } = await firstSignIn('lin.min');
  expect(await status(cookie, '/api/appeals?phone=19900000077')).toBe(200);

  const grants = [{ role: 'handler' as const, path: 'fz.urban.' }];
  const changed = await (await admin()).call('setGrants', {
    params: { id: added.id },
    body: { scopeVersion: 1, grants },
  });
  expect(changed).toMatchObject({ scopeVersion: 2, grants });
  expect(await status(cookie, '/api/appeals?phone=19900000077')).toBe(403);
  expect((await lastAudit('setGrants'))?.purpose).toBe('agent@fz. → handler@fz.urban.');
  await expect(
    (await admin()).call('setGrants', { params: { id: added.id }, body: { scopeVersion: 1, grants } }),
  ).rejects.toMatchObject({ code: 'stale' });

  await (await admin()).call('resetPassword', { params: { id: added.id }, body: { password: 'Minjiang-2026' } });
  expect(await status(cookie, '/api/session')).toBe(401);
  expect((await signIn('lin.min', good)).status).toBe(401);
  const again = await signIn('lin.min', 'Minjiang-2026');
  await (await admin()).call('disablePerson', { params: { id: added.id } });
  expect(await status(again.cookie, '/api/session')).toBe(401);
  expect((await signIn('lin.min', 'Minjiang-2026')).status).toBe(401);
  await (await admin()).call('enablePerson', { params: { id: added.id } });
  expect((await signIn('lin.min', 'Minjiang-2026')).status).toBe(200);
  const { items } = await (await admin()).call('people', { query: { q: '林敏' } });
  expect(items.map((p) => [p.username, p.disabledAt, p.lastSeenAt])).toEqual([['lin.min', null, monday]]);
});

test('nobody locks himself or everybody out, and nobody grants more than he administers', async () => {
  const boss = await admin();
  const setGrants = (id: string, grants: { role: 'agent' | 'administrator' | 'handler'; path: string }[]) =>
    boss.call('setGrants', { params: { id }, body: { scopeVersion: 1, grants } });
  await expect(boss.call('disablePerson', { params: { id: 'p-admin' } })).rejects.toMatchObject({
    message: expect.stringContaining('自己'),
  });
  await expect(setGrants('p-admin', agentOfFuzhou)).rejects.toMatchObject({ message: expect.stringContaining('自己') });
  await expect(setGrants('p-agent', [{ role: 'agent', path: 'xm.' }])).rejects.toMatchObject({ code: 'forbidden' });
  await expect(setGrants('p-agent', [{ role: 'agent', path: 'fz.urban.' }])).rejects.toMatchObject({ code: 'invalid' });
  await expect(setGrants('p-agent', [{ role: 'handler', path: 'fz.' }])).rejects.toMatchObject({ code: 'invalid' });
  await expect(setGrants('p-agent', [{ role: 'handler', path: 'fz.nowhere.' }])).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(setGrants('p-agent', [...agentOfFuzhou, ...agentOfFuzhou])).rejects.toMatchObject({ code: 'invalid' });
  await expect(setGrants('p-xm.manager', agentOfFuzhou)).rejects.toMatchObject({ code: 'notFound' });
  expect((await boss.call('people', { query: { q: 'xm' } })).items).toEqual([]);

  // Two administrators may take each other's rights away, but not both.
  const second = await boss.call('addPerson', {
    body: { username: 'second', name: '副管理员', password: given, grants: [{ role: 'administrator', path: 'fz.' }] },
  });
  const { cookie } = await firstSignIn('second');
  const both = await Promise.allSettled([
    boss.call('disablePerson', { params: { id: second.id } }),
    h.server
      .inject({ method: 'POST', url: '/api/admin/people/p-admin/disable', headers: { cookie } })
      .then((a) => (a.statusCode === 200 ? a : Promise.reject(a.json()))),
  ]);
  expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
  expect(JSON.stringify(both)).toContain('最后一名系统管理员');
  await h.store.writer.updateTable('person').set({ disabledAt: null }).execute();
});

test('a department is added below another, renamed, and retired once it holds nothing', async () => {
  const boss = await admin();
  const described = {
    name: '市道路照明中心',
    shortName: '照明中心',
    phone: null,
    duties: '路灯维护',
    requiresApproval: false,
  };
  const added = await boss.call('addDepartment', { body: { parentId: 'urban', ...described } });
  expect(added.path).toBe(`fz.urban.${added.id}.`);
  await expect(boss.call('addDepartment', { body: { parentId: 'urban', ...described } })).rejects.toMatchObject({
    message: expect.stringContaining('已有「市道路照明中心」'),
  });
  const renamed = await boss.call('changeDepartment', {
    params: { id: added.id },
    body: { ...described, shortName: '路灯所', requiresApproval: true },
  });
  expect(renamed).toMatchObject({ shortName: '路灯所', requiresApproval: true });
  expect((await lastAudit('changeDepartment'))?.purpose).toContain('shortName：照明中心 → 路灯所');

  const { ticket } = await (await h.as('agent')).call('logAppeal', {
    body: { channel: 'phone', kind: 'help', content: '路灯不亮已经三天。', citizen: {} },
  });
  const dispatcher = await h.as('dispatcher');
  const sent = await dispatcher.act(ticket.id, 'dispatch', 1, { leadId: added.id, assistIds: [] });
  const retire = () => boss.call('retireDepartment', { params: { id: added.id } });
  await expect(retire()).rejects.toMatchObject({ message: expect.stringContaining('还有 1 件在办') });
  await expect(boss.call('retireDepartment', { params: { id: 'urban' } })).rejects.toMatchObject({ code: 'conflict' });
  await dispatcher.act(ticket.id, 'redispatch', sent.ticket.version, { leadId: 'urban', note: '按职责改派。' });
  expect((await retire()).retiredAt).toBe(monday);
  await expect(
    dispatcher.act(ticket.id, 'addAssist', sent.ticket.version + 1, { departmentId: added.id }),
  ).rejects.toMatchObject({ details: { why: 'unknownDepartment' } });
  expect((await boss.call('restoreDepartment', { params: { id: added.id } })).retiredAt).toBeNull();
  await expect(boss.call('retireDepartment', { params: { id: 'xm.import-dept' } })).rejects.toMatchObject({
    code: 'notFound',
  });
});

test('the audit is searched by person, act, subject and day, page by page, and only within one’s city', async () => {
  const { appeal } = await (await h.as('agent')).call('logAppeal', {
    body: {
      channel: 'phone',
      kind: 'help',
      content: '路灯不亮已经三天。',
      citizen: { name: '陈女士', phone: '19900000078' },
    },
  });
  const reveal = async (username: string, purpose: string) =>
    (await h.as(username)).call('revealAppeal', { params: { id: appeal.id }, body: { purpose } });
  await reveal('reviewer', '核实回访号码');
  await reveal('callback', '回访联系');
  const auditor = await h.as('auditor');
  const search = async (query: Parameters<typeof auditor.call<'audit'>>[1]['query']) =>
    (await auditor.call('audit', { query })).items.map((a) => `${a.personName} ${a.act} ${a.purpose}`);
  expect(await search({ subject: appeal.number })).toEqual([
    '回访员小吴 reveal 回访联系',
    '审核员小黄 reveal 核实回访号码',
  ]);
  expect(await search({ person: '小黄', act: 'reveal' })).toEqual(['审核员小黄 reveal 核实回访号码']);
  expect(await search({ act: 'reveal', from: '2026-11-02', to: '2026-11-02' })).toHaveLength(2);
  expect(await search({ act: 'reveal', from: '2026-11-03' })).toEqual([]);
  const first = await auditor.call('audit', { query: { act: 'reveal', limit: 1 } });
  const second = await auditor.call('audit', { query: { act: 'reveal', limit: 1, cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...second.items].map((a) => a.personId)).toEqual(['p-callback', 'p-reviewer']);
  expect(second.nextCursor).toBeNull();

  // What the command line did is everybody's to see, another city's people are not.
  const grants = [{ role: 'administrator' as const, path: 'xm.' }];
  await addPerson(h.hotline, byCommandLine(h.hotline), {
    username: 'xm.admin',
    name: '邻市管理员',
    password: good,
    grants,
  });
  const { cookie } = await signIn('xm.admin', good);
  const { body } = await h.server.inject({ method: 'GET', url: '/api/admin/audit', headers: { cookie } });
  const acts = (JSON.parse(body) as { items: { personName: string; act: string }[] }).items;
  expect(acts.map((a) => `${a.personName} ${a.act}`)).toEqual(['命令行 addPerson']);
});

test('the command line adds the first administrator with a password of its own, and disables him again', async () => {
  const user = (...args: string[]) => hotlineCommand(h.store.url, 'user', ...args);
  const added = await user('add', 'chen.ling', '--name', '陈铃', '--grant', 'administrator@fz.', '--json');
  expect(added, added.stderr).toMatchObject({ code: 0 });
  const { password } = JSON.parse(added.stdout) as { password: string };
  expect((await signIn('chen.ling', password)).status).toBe(200);
  expect((await user('disable', 'chen.ling')).stdout).toBe('已停用：chen.ling\n');
  expect((await signIn('chen.ling', password)).status).toBe(401);
  expect(await lastAudit('disablePerson')).toMatchObject({ personName: '命令行', subject: 'chen.ling' });
  const again = await user('add', 'chen.ling', '--name', '陈铃', '--grant', 'administrator@fz.');
  expect([again.code, again.stderr]).toEqual([1, '用户名「chen.ling」已有人使用，请换一个。\n']);
  expect((await user('add', 'x1', '--name', '某', '--grant', 'king@fz.')).code).toBe(2);
});
