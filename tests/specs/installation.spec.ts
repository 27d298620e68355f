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
  expect((await send('ABCD-EFGH-JKLM')).statusCode).toBe(404);
  await server.close();
  await closeHotline(hotline);
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
