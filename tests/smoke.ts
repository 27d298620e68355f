import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import { WebSocket } from 'ws';

/**
 * `pnpm smoke`: the README's first command on an empty folder: it builds, founds the demo city, serves, and ends when told
 * to, with a farewell to the console that is open. Everything the built server starts beside itself (threads, a child
 * process, the command line) and every file it reads is asked for once: built, these lie elsewhere than in the sources.
 */
const folder = mkdtempSync(join(tmpdir(), 'hotline-smoke-'));
const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const env = { ...process.env, HOTLINE_PORT: String(port), HOTLINE_DATABASE: `file:${join(folder, 'hotline.db')}` };
const started = spawn('pnpm', ['start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
let output = '';
for (const stream of [started.stdout, started.stderr])
  stream.on('data', (part) => {
    output += String(part);
  });
const exited = once(started, 'exit');
try {
  const body = await answer();
  if (!body.includes('12345')) throw new Error(`not the console: ${body.slice(0, 200)}`);
  const cookie = await signIn('agent');
  await demand('/api/suggestions?content=%E8%B7%AF%E7%81%AF%E4%B8%8D%E4%BA%AE', { cookie }, '"categories":[{');
  await demand('/api/board', { cookie: await signIn('manager') }, '"items":[');
  await demand('/api/docs/', {}, 'swagger');
  await demand('/api/docs/static/swagger-ui.css', {}, '.swagger-ui');
  await demand('/portal', {}, '<html');
  await readsFiles(await signIn('admin'));
  await verifies();
  const live = new WebSocket(`${address.replace('http', 'ws')}/api/live`, { headers: { cookie, origin: address } });
  await once(live, 'open');
  const farewell = once(live, 'close');
  started.kill('SIGTERM');
  const [code] = await Promise.race([exited, pause(20_000, ['a shrug: it still runs'], { ref: false })]);
  if (code !== 0) throw new Error(`told to end, it ended with ${code}`);
  if (await serves()) throw new Error('told to end, it still serves');
  const [closed] = await farewell;
  if (closed !== closeCodes.restart) throw new Error(`the console was closed with ${closed}`);
  if (/"level":[56]0/.test(output)) throw new Error('it noted an error');
  console.log('pnpm start: serves, lets an agent sign in, and ends when told to, with a farewell');
} catch (error) {
  console.error(output.slice(-4000));
  throw error;
} finally {
  started.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function signIn(username: string): Promise<string> {
  const body = JSON.stringify({ username, password: 'hotline-demo' });
  const headers = { 'content-type': 'application/json', origin: address };
  const session = await fetch(`${address}/api/session`, { method: 'POST', headers, body });
  if (!session.ok) throw new Error(`${username} cannot sign in: ${session.status} ${await session.text()}`);
  return session.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
}

async function demand(path: string, headers: Record<string, string>, part: string): Promise<void> {
  const response = await fetch(`${address}${path}`, { headers });
  const body = await response.text();
  if (!response.ok || !body.includes(part)) throw new Error(`${path}: ${response.status} ${body.slice(0, 200)}`);
}

/** In a process of its own. */
async function readsFiles(cookie: string): Promise<void> {
  const headers = { cookie, origin: address, 'content-type': 'application/octet-stream' };
  const body = '工单编号,受理时间,反映的问题\nA1,2026-10-01 09:00,路灯不亮\n';
  const sent = await fetch(`${address}/api/imports?fileName=a.csv`, { method: 'POST', headers, body });
  const run = (await sent.json()) as { id: string; state: string; message?: string };
  for (let waited = 0; waited < 100; waited++) {
    const { state } = (await (await fetch(`${address}/api/imports/${run.id}`, { headers })).json()) as typeof run;
    if (state === 'ready') return;
    if (state !== 'reading') throw new Error(`an import of one row is ${state}`);
    await pause(200);
  }
  throw new Error('an import of one row is not read');
}

async function verifies(): Promise<void> {
  const cli = spawn(process.execPath, ['server/dist/cli.js', 'verify'], { env, stdio: 'inherit' });
  const [code] = await once(cli, 'exit');
  if (code !== 0) throw new Error(`hotline verify ended with ${code}`);
}

async function answer(): Promise<string> {
  for (let waited = 0; waited < 240; waited++) {
    if (started.exitCode !== null) throw new Error(`ended with ${started.exitCode} before it served`);
    if (await serves()) return (await fetch(address)).text();
    await pause(500);
  }
  throw new Error('no answer after two minutes');
}

async function serves(): Promise<boolean> {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const where = probe.address();
  probe.close();
  if (where === null || typeof where === 'string') throw new Error('no port');
  return where.port;
}
