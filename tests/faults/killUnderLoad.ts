import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { migrate } from '@hotline/db/migrate';
import { openStore } from '@hotline/db/store/open';
import { seedDemo } from '@hotline/server/demo/seed';
import Sqlite from 'better-sqlite3';

export type Report = {
  kills: number;
  acknowledged: number;
  /** Keys whose answer a kill swallowed: sent again with the same key. */
  unknown: number;
  /** Of those, how many had been committed: without keys they would now be there twice. */
  committedUnanswered: number;
  restartMs: readonly number[];
  /** What must not be: empty, or one sentence for each thing that was lost, doubled or half-written. */
  broken: readonly string[];
};

const clients = 32;
const main = join(import.meta.dirname, '../../server/dist/main.js');

/** Kills the real server with SIGKILL under load again and again; afterwards every acknowledged appeal must be there once. */
export async function killUnderLoad(kills: number): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-kill-'));
  const file = join(folder, 'hotline.db');
  const store = openStore(`file:${file}`);
  await migrate(store);
  await seedDemo(store, { days: 0 });
  await store.close();
  const where = { port: 0 };
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const call = sender(where, agent);
  let child = await start(file, where);
  try {
    const cookie = await signIn(call);
    const acknowledged = new Map<string, string>();
    const unknown = new Set<string>();
    const restartMs: number[] = [];
    let asked = 0;
    let cut = 0;
    let committedUnanswered = 0;
    const log = async (key: string) => {
      const answer = await call('POST', '/api/appeals', appealOf(key), { cookie, 'idempotency-key': key });
      if (answer.status === 201) {
        acknowledged.set(key, (JSON.parse(answer.body) as { appeal: { id: string } }).appeal.id);
        unknown.delete(key);
      } else if (answer.status !== 429) throw new Error(`unexpected answer ${answer.status}: ${answer.body}`);
    };
    let isLoading = true;
    const client = async () => {
      while (isLoading) {
        const key = `kill-key-${++asked}`;
        unknown.add(key);
        try {
          await log(key);
        } catch (error) {
          if (!isCut(error)) throw error;
          return;
        }
      }
    };
    for (let kill = 0; kill < kills; kill++) {
      isLoading = true;
      const load = Promise.all(Array.from({ length: clients }, client));
      await wait(50 + Math.random() * 350);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      await load;
      isLoading = false;
      const from = performance.now();
      child = await start(file, where);
      restartMs.push(performance.now() - from);
      const before = committedKeys(file);
      const again = [...unknown];
      cut += again.length;
      committedUnanswered += again.filter((key) => before.has(key)).length;
      await Promise.all(again.map(log));
    }
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
    return {
      kills,
      acknowledged: acknowledged.size,
      unknown: cut,
      committedUnanswered,
      restartMs: restartMs.map(Math.round),
      broken: inspect(file, acknowledged),
    };
  } finally {
    agent.destroy();
    if (child.exitCode === null) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

const appealOf = (key: string) => ({
  channel: 'phone',
  kind: 'help',
  content: `市民来电反映，五一北路路面冒水，请尽快处理（${key}）。`,
  citizen: { name: '陈建国', phone: '19900001234' },
});

async function start(file: string, where: { port: number }): Promise<ChildProcess> {
  where.port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      HOTLINE_DATABASE: `file:${file}`,
      HOTLINE_PORT: String(where.port),
      HOTLINE_DEMO: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4_000);
      if (said.includes('已启动')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`the server did not start: ${said}`)));
  });
  return child;
}

type Answer = { status: number; body: string; cookies: readonly string[] };
type Send = (method: string, path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;

const sender =
  (where: { readonly port: number }, agent: Agent): Send =>
  (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const payload = JSON.stringify(body);
      const sent = request({
        ...{ host: '127.0.0.1', port: where.port, method, path, agent },
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload), ...headers },
      });
      sent.on('error', reject);
      sent.on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('error', reject);
        answer.on('aborted', () => reject(Object.assign(new Error('cut'), { code: 'ECONNRESET' })));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: text, cookies: answer.headers['set-cookie'] ?? [] }),
        );
      });
      sent.end(payload);
    });

async function signIn(call: Send): Promise<string> {
  const { status, body, cookies } = await call('POST', '/api/session', { username: 'agent', password: 'hotline-demo' });
  if (status !== 200) throw new Error(`cannot sign in: ${body}`);
  return cookies.map((c) => c.split(';')[0]).join('; ');
}

/** The connection ended before the answer: nobody knows whether the appeal was logged. */
const isCut = (error: unknown) =>
  ['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes(String((error as { code?: unknown }).code));

function committedKeys(file: string): Set<string> {
  const db = new Sqlite(file, { readonly: true });
  const keys = db.prepare(`select "key" from "idempotency"`).pluck().all() as string[];
  db.close();
  return new Set(keys.map((key) => key.split(':').at(-1) ?? ''));
}

/** Looks at the file as it lies there after the last stop. */
function inspect(file: string, acknowledged: ReadonlyMap<string, string>): string[] {
  const db = new Sqlite(file, { readonly: true });
  const count = (sql: string) => db.prepare(sql).pluck().get() as number;
  const broken: string[] = [];
  const demand = (what: string, found: number) => {
    if (found !== 0) broken.push(`${what}: ${found}`);
  };
  const stored = new Map(
    (db.prepare('select "id", "content" from "appeal"').raw().all() as [string, string][]).map(([id, text]) => [
      id,
      text,
    ]),
  );
  demand(
    'acknowledged and lost',
    [...acknowledged].filter(([key, id]) => !stored.get(id)?.includes(`（${key}）`)).length,
  );
  demand('logged twice', count('select count(*) - count(distinct "content") from "appeal"'));
  demand('never asked for', stored.size - new Set(acknowledged.values()).size);
  demand('numbers given twice', count('select count(*) - count(distinct "number") from "appeal"'));
  demand(
    'tickets without their event',
    count('select count(*) from "ticket" t where not exists (select 1 from "event" e where e.ticket_id = t.id)'),
  );
  demand(
    'events without their ticket',
    count('select count(*) from "event" e where not exists (select 1 from "ticket" t where t.id = e.ticket_id)'),
  );
  demand(
    'appeals without their ticket',
    count('select count(*) from "appeal" a where not exists (select 1 from "ticket" t where t.id = a.ticket_id)'),
  );
  demand('holes in seq', count('select coalesce(max("seq"), 0) - count(*) from "event"'));
  demand('head away from the log', count('select "seq" - (select coalesce(max("seq"), 0) from "event") from "head"'));
  demand(
    'figures away from the appeals',
    count(
      `select (select count(*) from "appeal")
        - (select coalesce(sum("members"), 0) from "counter_centre" where "figure" = 'timelyReplyRate' and "dimension" = 'none' and "period" like 'M%')
        - (select coalesce(sum("members"), 0) from "counter_change" where "figure" = 'timelyReplyRate')`,
    ),
  );
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') broken.push('the file is damaged');
  db.close();
  return broken;
}

async function freePort(): Promise<number> {
  const first = Math.floor(Math.random() * 20);
  for (let i = 0; i < 20; i++) {
    const port = 12480 + ((first + i) % 20);
    const probe = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
  throw new Error('no free port');
}
