import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@hotline/db/migrate';
import { openStore } from '@hotline/db/store/open';
import { closeHotline, openHotline } from '@hotline/server/app/hotline';
import { buildServer } from '@hotline/server/app/server';
import { template } from '@hotline/server/installation/template';
import { verify } from '@hotline/server/jobs/verify';
import { demoPassword, demoTelephonyToken } from '@hotline/server/sessions/demo';
import { read, writeXlsx } from 'hucre';
import { afterAll, expect, test } from 'vitest';
import { hotlineCommand } from '../support/cli.ts';
import { openHotline as openCity } from '../support/hotline.ts';

const folder = mkdtempSync(join(tmpdir(), 'hotline-installation-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The template with other rows in some of its sheets. */
async function filled(name: string, rows: Record<string, string[][]>): Promise<string> {
  const { sheets } = await read(await template());
  const path = join(folder, name);
  const written = sheets.map((sheet) => ({
    name: sheet.name,
    rows: [...sheet.rows.slice(0, 2), ...(rows[sheet.name] ?? sheet.rows.slice(2))],
  }));
  writeFileSync(path, await writeXlsx({ sheets: written }));
  return path;
}

test('every row that is wrong is told with what to write instead, and nothing is founded', async () => {
  const path = await filled('wrong.xlsx', {
    受理中心: [['厦门热线', '厦门', '3502', '592']],
    承办单位: [
      ['思明所', '', '', '市水务局', '', '', ''],
      ['市城管局', 'urban', '', '', '', '', '对'],
      ['市城管局', 'urban', '', '', '', '', ''],
    ],
    人员: [
      ['陈一', 'Chen', '经办员', '', ''],
      ['', 'lin', '经办人', '', 'short'],
      ['黄三', 'lin', '派单员', '市城管局', ''],
    ],
  });
  const database = `file:${join(folder, 'wrong.db')}`;
  const told = await hotlineCommand(database, 'init', path);
  expect(told.code).toBe(1);
  expect(told.stderr.trim().split('\n')).toEqual([
    '「人员」第 4 行「姓名」：请填写「姓名」。',
    '「受理中心」第 3 行「编号」：编号「厦门」只能用小写字母、数字和连字符，最多 40 个。',
    '「受理中心」第 3 行「行政区划代码」：行政区划代码「3502」须为六位数字。',
    '「受理中心」第 3 行「电话区号」：电话区号「592」应为以 0 开头的区号，例如 0591、010。',
    '「承办单位」第 4 行「答复须负责人审核」：「对」请改为是或否。',
    '「承办单位」第 5 行「编号」：编号「urban」与前面的单位重复，请换一个。',
    '「承办单位」第 5 行「名称」：单位「市城管局」前面已有，请删去一行或改名。',
    '「承办单位」第 3 行「上级单位」：找不到上级单位「市水务局」，请核对名称，或先填写该单位。',
    '「人员」第 3 行「用户名」：用户名「Chen」只能用小写字母、数字、点和连字符，2 至 40 个。',
    expect.stringContaining('「人员」第 3 行「角色」：没有角色「经办员」，可用：话务员、派单员'),
    '「人员」第 4 行「初始密码」：密码至少 10 个字符，请加长。',
    '「人员」第 4 行「单位」：经办人须填写所在单位。',
    '「人员」第 5 行「用户名」：用户名「lin」前面已有，请换一个。',
    '「人员」第 5 行「角色」：派单员是热线中心的角色，「单位」请留空，或改用经办人、单位负责人。',
    '「人员」第 3 行「角色」：至少要有一名系统管理员。',
    '共 15 处要改，什么也没有写入。改好后重新运行。',
  ]);
}, 240_000);

test('the template as it is founds a hotline, with departments below their parents and first passwords', async () => {
  const path = join(folder, '安装表.xlsx');
  const database = `file:${join(folder, 'new.db')}`;
  expect(await hotlineCommand(database, 'init', '--template', path)).toMatchObject({ code: 0 });
  expect((await hotlineCommand(database, 'init', path, '--dry-run')).stdout).toContain('检查通过');
  const passwords = join(folder, '密码.csv');
  expect(await hotlineCommand(database, 'init', path, '--passwords', passwords)).toMatchObject({ code: 0 });
  expect(readFileSync(passwords, 'utf8').split('\r\n')).toHaveLength(4);
  const store = openStore(database);
  const departments = await store.reader.selectFrom('department').select(['id', 'parentId', 'path']).execute();
  expect(departments).toEqual([
    { id: 'fuzhou.water', parentId: null, path: 'fuzhou.water.' },
    { id: 'fuzhou.d4', parentId: 'fuzhou.water', path: 'fuzhou.water.d4.' },
  ]);
  expect((await verify(store)).checks.filter((check) => !check.ok)).toEqual([]);
  await store.close();
}, 240_000);

test('an empty store says on every page how to go on, and is founded through the running server by whoever knows the code', async () => {
  const store = openStore(`file:${join(folder, 'empty.db')}`);
  await migrate(store);
  const hotline = await openHotline(store, { exportsFolder: folder });
  const server = await buildServer(hotline, { installationCode: 'ABCD-EFGH-JKLM' });
  const page = await server.inject({ url: '/console/', headers: { accept: 'text/html', host: '10.0.0.5:12345' } });
  expect(page.body).toContain('./hotline init 安装表.xlsx --server http://10.0.0.5:12345 --code');
  // Citizens meet this page too, at the address of their own pages.
  expect(page.body).toContain('请拨打 <a href="tel:12345">12345</a>');
  const send = (code: string) =>
    template().then((bytes) =>
      server.inject({
        method: 'POST',
        url: '/api/installation',
        headers: { 'content-type': 'application/octet-stream', 'x-installation-code': code },
        payload: Buffer.from(bytes),
      }),
    );
  expect((await send('ABCD-EFGH-JKLN')).statusCode).toBe(403);
  const done = await send('abcd-efgh-jklm');
  expect(done.json()).toMatchObject({ id: 'fuzhou' });
  const [first] = done.json<{ passwords: { username: string; password: string }[] }>().passwords;
  const signedIn = await server.inject({ method: 'POST', url: '/api/session', payload: { ...first, name: undefined } });
  expect(signedIn.statusCode).toBe(200);
  // The same centre once more is told, and writes nothing.
  const again = await send('ABCD-EFGH-JKLM');
  expect([again.statusCode, again.json().message]).toEqual([409, expect.stringContaining('请换一个')]);
  await server.close();
  await closeHotline(hotline);
}, 240_000);

const xiamen = (more: Record<string, string[][]> = {}) =>
  filled('厦门.xlsx', {
    受理中心: [['厦门热线', 'xiamen', '350200', '0592']],
    承办单位: [['厦门水务集团', 'water', '', '', '', '供水、排水', '']],
    人员: [
      ['陈一', 'xm.admin', '系统管理员', '', 'xiamen-first-1'],
      ['黄二', 'xm.agent', '话务员、派单员', '', 'xiamen-first-2'],
      ['林三', 'xm.lin', '经办人', '厦门水务集团', 'xiamen-first-3'],
    ],
    ...more,
  });

test('a second centre is founded through the running server, which knows its people, names, rules and number at once', async () => {
  const city = await openCity();
  const server = await buildServer(city.hotline, { installationCode: 'ABCD-EFGH-JKLM' });
  const send = (path: string) =>
    server.inject({
      method: 'POST',
      url: '/api/installation',
      headers: { 'content-type': 'application/octet-stream', 'x-installation-code': 'ABCD-EFGH-JKLM' },
      payload: readFileSync(path),
    });
  const people = async (username: string, password: string) => {
    const answer = await server.inject({ method: 'POST', url: '/api/session', payload: { username, password } });
    const cookie = answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
    const own = { current: password, password: `${password}-own` };
    await server.inject({ method: 'POST', url: '/api/session/password', headers: { cookie }, payload: own });
    return async (method: 'GET' | 'POST', url: string, payload?: object) => {
      const told = await server.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
      return { status: told.statusCode, body: told.json() };
    };
  };
  await server.inject({ url: '/api/catalog', headers: { cookie: await city.signIn('agent') } });
  expect((await send(await xiamen())).statusCode).toBe(200);

  const agent = await people('xm.agent', 'xiamen-first-2');
  const { body: catalog } = await agent('GET', '/api/catalog');
  expect(catalog).toMatchObject({ centreId: 'xiamen', departments: [{ id: 'xiamen.water', duties: '供水、排水' }] });
  // It has no categories of its own, so it sorts as the first centre does.
  const { body: first } = await server
    .inject({ url: '/api/catalog', headers: { cookie: await city.signIn('agent') } })
    .then((told) => ({ body: told.json() }));
  expect(catalog.categories).toEqual(first.categories);
  expect(first.centres.map((c: { id: string }) => c.id)).toEqual([first.centreId, 'xiamen']);
  const categoryId = catalog.categories.find((c: { level: number }) => c.level === 3).id;
  const appeal = { channel: 'phone', kind: 'help', content: '湖里区自来水发黄已经三天，请尽快处理。', categoryId };
  const logged = await agent('POST', '/api/appeals', { ...appeal, citizen: { phone: '2222333' } });
  expect([logged.status, logged.body.ticket?.centreId]).toEqual([201, 'xiamen']);
  const { id, version } = logged.body.ticket;
  const lead = { leadId: 'xiamen.water', assistIds: [] };
  const sent = await agent('POST', `/api/tickets/${id}/dispatch`, { version, input: lead });
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  const handler = await people('xm.lin', 'xiamen-first-3');
  expect((await handler('GET', `/api/tickets/${id}`)).status).toBe(200);
  // A number without area code is one of Xiamen's, and the first centre sees nothing of it.
  expect((await agent('GET', '/api/appeals?phone=05922222333')).body.items).toHaveLength(1);
  await expect((await city.as('agent')).call('ticket', { params: { id } })).rejects.toMatchObject({ code: 'notFound' });
  const admin = await people('xm.admin', 'xiamen-first-1');
  expect((await admin('GET', '/api/admin/audit?act=foundCentre')).body.items).toMatchObject([{ subject: '厦门热线' }]);
  expect(await city.moveTo('2026-11-02T08:00:00.000Z')).toBeGreaterThanOrEqual(0);
  expect((await verify(city.store)).checks.filter((check) => !check.ok)).toEqual([]);

  const used = await send(
    await xiamen({
      受理中心: [['漳州热线', 'zhangzhou', '350600', '']],
      人员: [['陈一', 'xm.admin', '系统管理员', '', '']],
    }),
  );
  expect(used.json().message).toBe('用户名「xm.admin」已有人使用，请换一个。');
  const clashing = await send(
    await xiamen({
      受理中心: [['漳州热线', 'zhangzhou', '350600', '']],
      人员: [['陈二', 'zz.admin', '系统管理员', '', '']],
      诉求分类: [[categoryId, '自定分类', '']],
    }),
  );
  expect([clashing.statusCode, clashing.json().message]).toEqual([
    409,
    expect.stringContaining(`「${categoryId}」已由其他受理中心使用`),
  ]);
  const renamed = await send(
    await xiamen({
      受理中心: [['漳州热线', 'zhangzhou', '350600', '']],
      人员: [['陈二', 'zz.admin', '系统管理员', '', '']],
      行政区划: [[first.regions[0].code, '另一个名字', '']],
    }),
  );
  expect(renamed.json().message).toContain(`「${first.regions[0].code}」已是「${first.regions[0].name}」`);
  await server.close();
  await city.close();
}, 240_000);

test('whoever guesses the installation code waits, and nobody else does', async () => {
  const city = await openCity();
  const server = await buildServer(city.hotline, { installationCode: 'ABCD-EFGH-JKLM' });
  const send = (code: string, remoteAddress: string) =>
    server.inject({
      ...{ method: 'POST', url: '/api/installation', remoteAddress, payload: Buffer.from('no workbook') },
      headers: { 'content-type': 'application/octet-stream', 'x-installation-code': code },
    });
  for (let i = 0; i < 5; i++) expect((await send('wrong', '10.0.0.9')).statusCode).toBe(403);
  expect((await send('ABCD-EFGH-JKLM', '10.0.0.9')).statusCode).toBe(429);
  expect((await send('ABCD-EFGH-JKLM', '10.0.0.8')).statusCode).toBe(400);
  await server.close();
  await city.close();
}, 240_000);

test('a store founded as demo answers no demo password, session or token where no demo is shown', async () => {
  const city = await openCity();
  const cookie = await city.signIn('admin');
  const hotline = { ...city.hotline, demo: false, sessions: (await openHotline(city.store)).sessions };
  const server = await buildServer(hotline);
  const payload = { username: 'admin', password: demoPassword };
  expect((await server.inject({ method: 'POST', url: '/api/session', payload })).statusCode).toBe(401);
  expect((await server.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401);
  const report = { event: 'newCall', callId: 'c1', from: '13900001234', to: '12345', direction: 'in' };
  const ring = { method: 'POST', url: `/api/telephony/${demoTelephonyToken}`, payload: report } as const;
  expect((await server.inject(ring)).statusCode).toBe(401);
  expect((await city.server.inject(ring)).statusCode).toBe(200);
  await server.close();
  await city.close();
}, 240_000);
