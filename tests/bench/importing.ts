import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '@hotline/db/migrate';
import { openStore } from '@hotline/db/store/open';
import { closeHotline, openHotline } from '@hotline/server/app/hotline';
import { buildServer } from '@hotline/server/app/server';
import { centre, departments } from '@hotline/server/demo/city/city';
import { foundCity } from '@hotline/server/demo/found';
import { readMapping } from '@hotline/server/imports/mapping';
import type { SourceRow } from '@hotline/server/imports/reading/line';
import { importRows } from '@hotline/server/imports/run';
import { noLimits } from '@hotline/server/limits/settings';
import { benchNow } from './generate.ts';

/**
 * How fast finished matters of another system come in, and how long an agent who logs appeals meanwhile waits for each:
 * 100,000 rows in three minutes are 555 a second, and whoever logs an appeal is to wait less than 50 ms in 99 of 100 cases.
 */
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    /** Somebody logs an appeal every so many milliseconds; 0: nobody. */
    logEvery: { type: 'string', default: '0' },
    database: { type: 'string' },
  },
});
const [count, logEvery] = [Number(options.rows), Number(options.logEvery)];
const firstDay = Date.UTC(2026, 0, 5);
const folder = mkdtempSync(join(tmpdir(), 'hotline-importing-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const store = openStore(options.database ?? `file:${join(folder, 'hotline.db')}`);
await migrate(store);
await foundCity(store, new Date(firstDay - 86_400_000).toISOString());
const now = () => new Date(benchNow + Math.floor(performance.now())).toISOString();
const hotline = await openHotline(store, { now, demo: true, exportsFolder: folder, limits: noLimits });
const server = await buildServer(hotline);

const mapping = readMapping({
  fields: {
    ...{ externalNumber: '工单编号', receivedAt: '受理时间', repliedAt: '办结时间', title: '标题', content: '内容' },
    ...{ publicReply: '答复', citizenName: '姓名', phone: '电话', kind: '类型', department: '承办单位' },
  },
  tables: { kind: { 投诉: 'complaint', 咨询: 'inquiry', 求助: 'help' } },
});
const wall = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

async function* rows(): AsyncGenerator<SourceRow> {
  for (let i = 0; i < count; i++) {
    const asked = firstDay + Math.floor((i * 240 * 86_400_000) / count);
    const values = {
      工单编号: `FZ${i}`,
      受理时间: wall(asked),
      办结时间: wall(asked + ((i % 9) + 1) * 7 * 3_600_000),
      标题: `五一路 ${i % 500} 号路灯不亮`,
      内容: `市民反映五一路 ${i % 500} 号门前路灯已经不亮 ${i % 20} 天，夜间出行不便，第 ${i} 件，请尽快处理。`,
      答复: '您好，您反映的路灯已经修复，感谢您的来电。',
      姓名: ['陈女士', '林先生', '黄依妹'][i % 3] ?? '',
      电话: `139${String(10_000_000 + (i % Math.ceil(count / 2)))}`,
      类型: ['投诉', '咨询', '求助'][i % 3] ?? '',
      承办单位: departments[i % departments.length]?.name ?? '',
    };
    yield { row: i + 2, values };
  }
}

let isDone = false;
const waits: number[] = [];
async function logMeanwhile(): Promise<void> {
  if (logEvery === 0) return;
  const payload = { username: 'agent', password: 'hotline-demo' };
  const { cookies } = await server.inject({ method: 'POST', url: '/api/session', payload });
  const cookie = cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  const citizen = { name: '陈女士', phone: '13900001234' };
  const appeal = {
    channel: 'phone',
    service: 'general',
    kind: 'help',
    urgency: 'normal',
    content: '路灯不亮。',
    citizen,
  };
  while (!isDone) {
    const asked = performance.now();
    const key = `importing-${waits.length}`;
    const answer = await server.inject({
      ...{ method: 'POST', url: '/api/appeals', payload: appeal },
      headers: { cookie, 'idempotency-key': key },
    });
    if (answer.statusCode > 299) throw new Error(answer.body);
    waits.push(performance.now() - asked);
    await new Promise((next) => setTimeout(next, logEvery));
  }
}

const used = process.cpuUsage();
const logging = logMeanwhile();
const started = performance.now();
const report = await importRows(hotline, rows(), { centreId: centre.code, mapping });
const seconds = (performance.now() - started) / 1000;
isDone = true;
await logging;
const cpu = process.cpuUsage(used);
waits.sort((a, b) => a - b);
const at = (part: number) => Math.round((waits[Math.floor(waits.length * part)] ?? Number.NaN) * 10) / 10;
console.log(
  JSON.stringify({
    ...{ rows: report.rows, imported: report.imported, refused: report.refused, reasons: report.reasons },
    ...{ seconds: Math.round(seconds * 10) / 10, perSecond: Math.round(report.rows / seconds) },
    cpuSeconds: Math.round((cpu.user + cpu.system) / 100_000) / 10,
    ...(logEvery > 0 ? { logged: waits.length, logP50Ms: at(0.5), logP99Ms: at(0.99), logMaxMs: at(1 - 1e-9) } : {}),
  }),
);
await server.close();
await closeHotline(hotline);
