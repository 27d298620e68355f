import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openChance } from '@hotline/server/demo/chance';
import { departments } from '@hotline/server/demo/city/city';
import { departmentPaths } from '@hotline/server/demo/found';
import { matters } from '@hotline/server/demo/matters';
import type { Vitals } from './child.ts';
import { drive, type Measured, type Request } from './drive.ts';
import { generate, phoneOf } from './generate.ts';

/**
 * Our server beside what the machine can do at best: same machine, same run, same data, interleaved, medians; so ratios
 * mean something where requests per second do not. Never part of the tests: a busy machine would make them lie.
 */
const { values: options } = parseArgs({
  options: {
    tickets: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    port: { type: 'string', default: '12450' },
    only: { type: 'string', default: '' },
    /** A file made before, to be copied instead of made again. */
    from: { type: 'string' },
  },
});
const count = Number(options.tickets);
const seconds = Number(options.seconds);
const rounds = Number(options.rounds);

type Server = { port: number; process: ChildProcess };
/** Time of the processor a request takes: the one figure that neighbours on the machine hardly change. */
type Run = Measured & { cpuMs: number };
type Line = { what: string; clients: number; by: Record<string, Run> };
type Load = { what: string; clients: readonly number[]; requests: Record<string, () => Request> };

const folder = mkdtempSync(join(tmpdir(), 'hotline-bench-'));
const running: ChildProcess[] = [];
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const file = (name: string) => join(folder, `${name}.db`);
if (options.from) copyFileSync(options.from, file('ours'));
else await generate(file('ours'), count);
copyFileSync(file('ours'), file('bare'));
const ours = await start('ours', file('ours'));
const grouped = await start('bare', file('bare'), 'grouped');
const each = await start('bare', file('bare'), 'each');
const cookies = new Map<string, string>();
for (const name of ['agent', 'manager', 'dispatcher']) cookies.set(name, await signIn(name));
const chance = openChance(1);
const desks = departments.filter((d) => d.parentCode === null).slice(0, 8);
for (const { code } of desks) cookies.set(code, await signIn(code));

const signedIn = (name: string, path: string): Request => ({ path, headers: { cookie: cookies.get(name) ?? '' } });
const samples = Array.from({ length: 1_000 }, () => matters(chance).input);
let keys = 0;
const logging = (): Request => {
  keys += 1;
  const input = chance.pick(samples);
  const citizen = { name: `李${keys % 977}`, phone: phoneOf(chance.between(0, count)) };
  const body = { ...input, content: `${input.content}（第${keys}件）`, citizen };
  const headers = { cookie: cookies.get('agent') ?? '', 'idempotency-key': `bench-${process.pid}-${keys}` };
  return { method: 'POST', path: '/api/appeals', headers, body };
};
const desk = () => chance.pick(desks).code;
const ticketId = () => `b${String(chance.between(0, count)).padStart(9, '0')}`;
const month = 'from=2026-11-01&to=2026-11-30';

const loads: readonly Load[] = [
  { what: 'log an appeal', clients: [1, 8, 32], requests: { ours: logging, bare: logging, each: logging } },
  {
    what: 'queue page of 50',
    clients: [1, 32],
    requests: {
      ours: () => signedIn(desk(), '/api/tickets?limit=50'),
      bare: () => ({ path: `/api/tickets?department=${departmentPaths.get(desk())}` }),
    },
  },
  {
    what: 'one ticket',
    clients: [1, 32],
    requests: {
      ours: () => signedIn('manager', `/api/tickets/${ticketId()}`),
      bare: () => ({ path: `/api/tickets/${ticketId()}` }),
    },
  },
  {
    what: 'history by phone',
    clients: [1, 8],
    requests: { ours: () => signedIn('agent', `/api/appeals?phone=${phoneOf(chance.between(0, count / 3))}`) },
  },
  {
    what: 'month’s figure',
    clients: [1, 8],
    requests: { ours: () => signedIn('manager', `/api/figures/timelyReplyRate?${month}`) },
  },
  {
    what: 'board by department',
    clients: [1, 8],
    requests: {
      ours: () => signedIn('manager', `/api/figures/departmentTimelyReplyRate?${month}&groupBy=department`),
    },
  },
];

const servers: Record<string, Server> = { ours, bare: grouped, each };
const lines: Line[] = [];
const vitals: (Vitals & { while: string })[] = [];
for (const load of loads.filter(({ what }) => what.includes(options.only))) {
  for (const [name, requests] of Object.entries(load.requests)) await drive(serverNamed(name).port, 4, 1, requests);
  ours.process.send('reset');
  for (const clients of load.clients) {
    const runs: Record<string, Run[]> = {};
    for (let round = 0; round < rounds; round++) {
      for (const [name, requests] of Object.entries(load.requests)) {
        runs[name] ??= [];
        runs[name].push(await run(name, clients, requests));
      }
    }
    const by = Object.fromEntries(Object.entries(runs).map(([name, measured]) => [name, median(measured)]));
    lines.push({ what: load.what, clients, by });
    console.log(lineOf({ what: load.what, clients, by }));
  }
  vitals.push({ while: load.what, ...(await vitalsOf(ours)) });
}
if ('list, page by page'.includes(options.only)) {
  ours.process.send('reset');
  for (let i = 0; i < 3; i++) await walk(`/api/tickets?limit=200&sort=received`, 20);
  vitals.push({ while: 'list, page by page', ...(await vitalsOf(ours)) });
  ours.process.send('reset');
  const ms = await walk(`/api/figures/timelyReplyRate/rows?${month}&limit=200`, 20);
  vitals.push({ while: `rows behind a figure, page by page (${ms.toFixed(1)} ms a page)`, ...(await vitalsOf(ours)) });
}

report();
for (const process of running) process.disconnect();

async function start(program: 'ours' | 'bare', database: string, ...rest: string[]): Promise<Server> {
  const port = Number(options.port) + running.length;
  const child = fork(join(import.meta.dirname, `${program}.ts`), [database, String(port), ...rest]);
  running.push(child);
  await once(child, 'message');
  return { port, process: child };
}

async function run(name: string, clients: number, requests: () => Request): Promise<Run> {
  const server = serverNamed(name);
  const before = await vitalsOf(server);
  const measured = await drive(server.port, clients, seconds, requests);
  const after = await vitalsOf(server);
  return { ...measured, cpuMs: (after.cpuMs - before.cpuMs) / measured.requests };
}

function serverNamed(name: string): Server {
  const server = servers[name];
  if (!server) throw new Error(`no server ${name}`);
  return server;
}

async function signIn(username: string): Promise<string> {
  const body = JSON.stringify({ username, password: 'hotline-demo' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`http://127.0.0.1:${ours.port}/api/session`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
}

/** Follows a list by its cursor; milliseconds a page. */
async function walk(path: string, pages: number): Promise<number> {
  const started = performance.now();
  let cursor: string | null = '';
  for (let page = 0; page < pages && cursor !== null; page++) {
    const { headers = {} } = signedIn('manager', '');
    const answer: Response = await fetch(`http://127.0.0.1:${ours.port}${path}${cursor ? `&cursor=${cursor}` : ''}`, {
      headers,
    });
    if (!answer.ok) throw new Error(await answer.text());
    cursor = ((await answer.json()) as { nextCursor: string | null }).nextCursor;
  }
  return (performance.now() - started) / pages;
}

async function vitalsOf({ process: child }: Server): Promise<Vitals> {
  child.send('vitals');
  const [told] = (await once(child, 'message')) as [Vitals];
  return told;
}

function median(runs: readonly Run[]): Run {
  const sorted = runs.toSorted((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)] as Run;
  return { ...middle, failures: runs.reduce((sum, r) => sum + r.failures, 0) };
}

function lineOf({ what, clients, by }: Line): string {
  const cell = (m: Run | undefined) =>
    m
      ? `${m.perSecond.toFixed(0)}/s ${m.p50Ms.toFixed(2)}/${m.p99Ms.toFixed(1)} ms${m.failures > 0 ? ` ${m.failures} FAILED` : ''}`
      : '–';
  const share =
    by['bare'] && by['ours'] ? `${((100 * by['ours'].perSecond) / by['bare'].perSecond).toFixed(0)} %` : '–';
  const cpu =
    by['bare'] && by['ours']
      ? `${((100 * by['bare'].cpuMs) / by['ours'].cpuMs).toFixed(0)} %`
      : `${by['ours']?.cpuMs.toFixed(2)} ms`;
  const tail = by['bare'] && by['ours'] ? `${(by['ours'].p99Ms / by['bare'].p99Ms).toFixed(1)} ×` : '–';
  return `| ${[what, clients, cell(by['ours']), cell(by['bare']), cell(by['each']), share, cpu, tail].join(' | ')} |`;
}

function report(): void {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  const about = { tickets: count, seconds, rounds, machine, at: new Date().toISOString() };
  console.log(
    `\n${count.toLocaleString('en')} tickets, synchronous=FULL, ${machine}, median of ${rounds} × ${seconds} s; p50/p99`,
  );
  console.log(
    '\n| | clients | ours | bare, grouped commits | bare, a commit each | share of bare | by CPU time | p99 against bare |',
  );
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
  for (const line of lines) console.log(lineOf(line));
  console.log('\n| while | event loop p99 ms | RSS MB |\n|---|--:|--:|');
  for (const v of vitals) console.log(`| ${v.while} | ${v.loopP99Ms.toFixed(1)} | ${v.rssMb.toFixed(0)} |`);
  const out = join(import.meta.dirname, 'out');
  mkdirSync(out, { recursive: true });
  writeFileSync(
    join(out, `${about.at.replaceAll(':', '')}.json`),
    JSON.stringify({ ...about, lines, vitals }, null, 2),
  );
}
