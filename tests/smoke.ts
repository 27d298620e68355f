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
 * `pnpm smoke`: the README's first command on an empty folder: it founds the demo city, serves, and ends when told to,
 * with a farewell to the console that is open.
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
  const credentials = JSON.stringify({ username: 'agent', password: 'hotline-demo' });
  const headers = { 'content-type': 'application/json', origin: address };
  const session = await fetch(`${address}/api/session`, { method: 'POST', headers, body: credentials });
  if (!session.ok) throw new Error(`nobody can sign in: ${session.status} ${await session.text()}`);
  const cookie = session.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const live = new WebSocket(`${address.replace('http', 'ws')}/api/live`, { headers: { cookie } });
  await once(live, 'open');
  const farewell = once(live, 'close');
  started.kill('SIGTERM');
  const [code] = await Promise.race([exited, pause(20_000, ['a shrug: it still runs'], { ref: false })]);
  if (code !== 0) throw new Error(`told to end, it ended with ${code}`);
  if (await serves()) throw new Error('told to end, it still serves');
  const [closed] = await farewell;
  if (closed !== closeCodes.restart) throw new Error(`the console was closed with ${closed}`);
  console.log('pnpm start: serves, lets an agent sign in, and ends when told to, with a farewell');
} catch (error) {
  console.error(output.slice(-4000));
  throw error;
} finally {
  started.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
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
