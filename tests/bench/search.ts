import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openChance } from '@hotline/server/demo/chance';
import { drive } from './drive.ts';
import { fillSearch } from './fillSearch.ts';
import { generate, phoneOf } from './generate.ts';

/**
 * Searching a city's tickets over HTTP, by everybody: words of one to six characters, rare and common, with and without
 * filters, by number and by telephone. Prints p50 and p99 of each, one client at a time.
 */
const { values: options } = parseArgs({
  options: {
    tickets: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '5' },
    port: { type: 'string', default: '12460' },
    /** A file made before, to be searched instead of a new one; it is not changed. */
    from: { type: 'string' },
    /** Only makes the file, at this path. */
    make: { type: 'string' },
  },
});
const count = Number(options.tickets);
const seconds = Number(options.seconds);

if (options.make) {
  await generate(options.make, count);
  await fillSearch(options.make);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'hotline-search-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const file = join(folder, 'ours.db');
if (options.from) copyFileSync(options.from, file);
else {
  await generate(file, count);
  await fillSearch(file);
}
const port = Number(options.port);
const child: ChildProcess = fork(join(import.meta.dirname, 'ours.ts'), [file, String(port)]);
await once(child, 'message');

const cookies = new Map<string, string>();
for (const name of ['agent', 'manager', 'urban', 'watergroup']) cookies.set(name, await signIn(name));
const chance = openChance(7);
const number = () => `2611${String(chance.between(1, 24)).padStart(2, '0')}`;
const words: Record<string, () => string> = {
  'one character': () => chance.pick(['水', '路', '灯', '学', '医', '噪']),
  'two characters, common': () => chance.pick(['噪音', '路灯', '停水', '垃圾', '施工', '物业']),
  'two words': () => chance.pick(['施工 噪音', '路灯 不亮', '垃圾 清运', '电梯 故障', '学校 补课']),
  'a phrase of four to six': () =>
    chance.pick(['夜间施工', '拖欠工资', '污水外溢', '小区停车位', '自来水管爆裂', '占道经营']),
  'a place and a matter': () => chance.pick(['榕荫路 路灯', '金塘路 施工', '茉莉花城 垃圾', '福飞家园 停水']),
  'nothing found': () => chance.pick(['麒麟貔貅', '不存在的词', 'zzqq']),
  'beginning of a number': number,
  'a telephone number': () => phoneOf(chance.between(0, count / 3)),
};
const filters: Record<string, () => string> = {
  none: () => '',
  'a district': () => `&region=${chance.pick(['350102', '350104', '350111'])}`,
  'open, complaints': () => '&status=awaitingDispatch,handling,awaitingReview&kind=complaint',
  'a month': () => '&receivedFrom=2026-03-31T16:00:00.000Z&receivedBefore=2026-04-30T16:00:00.000Z',
};

console.log(
  `${count.toLocaleString('en')} tickets, page of 20, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${process.version}`,
);
console.log('\n| words | filter | by | p50 ms | p99 ms | per second | failures |\n|---|---|---|--:|--:|--:|--:|');
const asked = (by: string, q: string, filter: string) => ({
  path: `/api/search?q=${encodeURIComponent(q)}${filter}`,
  headers: { cookie: cookies.get(by) ?? '' },
});
await drive(port, 1, 2, () => asked('agent', words['two words']?.() ?? '', ''));
const all: number[] = [];
for (const [what, q] of Object.entries(words)) {
  for (const [narrowed, filter] of Object.entries(filters)) {
    if (narrowed !== 'none' && !what.startsWith('two')) continue;
    for (const by of narrowed === 'none' ? ['agent', 'urban'] : ['agent']) {
      const m = await drive(port, 1, seconds, () => asked(by, q(), filter()));
      all.push(m.p50Ms);
      const cells = [what, narrowed, by, m.p50Ms.toFixed(2), m.p99Ms.toFixed(1), m.perSecond.toFixed(0), m.failures];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
}
const mixed = await drive(port, 1, seconds * 2, () =>
  asked(
    chance.pick(['agent', 'manager', 'urban', 'watergroup']),
    chance.pick(Object.values(words))(),
    chance.pick(Object.values(filters))(),
  ),
);
console.log(
  `\nmixed: p50 ${mixed.p50Ms.toFixed(2)} ms, p99 ${mixed.p99Ms.toFixed(1)} ms, ${mixed.perSecond.toFixed(0)}/s`,
);
child.disconnect();

async function signIn(username: string): Promise<string> {
  const body = JSON.stringify({ username, password: 'hotline-demo' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
}
