import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { demoTelephonyToken } from '@hotline/server/sessions/demo';
import { openCallConsole } from '../support/calls.ts';

/**
 * `pnpm load:calls`: agents at their consoles, calls ringing through the web hook; every call must ring on the screen
 * it was put to, with a p95 from the telephone system's request to the screen below 300 ms. One console in twenty loses
 * its line again and again and must miss nothing either; its times are told apart, for they hold the break itself.
 */
const options = {
  agents: { type: 'string', default: '100' },
  rate: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '30' },
  port: { type: 'string', default: '0' },
} as const;
const { values } = parseArgs({ options });
const [agents = 100, rate = 5, seconds = 30] = [values.agents, values.rate, values.seconds].map(Number);
const maxP95Ms = 300;
const shakyOneIn = 20;

const folder = mkdtempSync(join(tmpdir(), 'hotline-calls-'));
const port = Number(values.port) || (await freePort());
const child = fork(join(import.meta.dirname, 'callServer.ts'), [
  join(folder, 'hotline.db'),
  String(port),
  String(agents),
]);
try {
  await once(child, 'message');
  process.exitCode = await load();
} finally {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function load(): Promise<number> {
  const base = `http://127.0.0.1:${port}`;
  const consoles = Array.from({ length: agents }, (_, i) => {
    const cookie = `hotline_session=session-of-agent-${i}`;
    const read = async () =>
      (await (await fetch(`${base}/api/calls?mine=true&limit=30`, { headers: { cookie } })).json()) as never;
    return openCallConsole(base.replace('http', 'ws').concat('/api/live'), cookie, read);
  });
  for (const console of consoles) console.connect();
  await until(() => consoles.every((c) => c.board().position !== null));

  const isShaky = (i: number) => i % shakyOneIn === 7;
  let isRunning = true;
  const shaking = consoles
    .filter((_, i) => isShaky(i))
    .map(async (console) => {
      while (isRunning) {
        await wait(500 + Math.random() * 1_500);
        console.cut();
        await wait(50 + Math.random() * 400);
        console.connect();
      }
    });

  const sent: { agent: number; id: Promise<string>; at: number }[] = [];
  const talks: Promise<void>[] = [];
  const started = performance.now();
  for (let n = 0; n < rate * seconds; n++) {
    await wait(Math.max(0, started + (n * 1000) / rate - performance.now()));
    const agent = (n * 37) % agents;
    const about = { callId: `load-${n}`, from: `1990000${1000 + (n % 9000)}`, to: '12345', direction: 'in' };
    const say = async (event: string, more = {}) => {
      const answer = await fetch(`${base}/api/telephony/${demoTelephonyToken}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ event, ...about, agent: `load-${agent}`, ...more }),
      });
      if (!answer.ok) throw new Error(`${event}: ${answer.status} ${await answer.text()}`);
      return ((await answer.json()) as { id: string }).id;
    };
    const call = { agent, at: performance.now(), id: say('newCall') };
    sent.push(call);
    talks.push(
      call.id.then(async () => {
        await wait(2_000 + Math.random() * 3_000);
        await say('answer');
        await wait(2_000 + Math.random() * 4_000);
        await say('hangup', { cause: 'normalClearing' });
      }),
    );
  }
  const ids = await Promise.all(sent.map((s) => s.id));
  const missing = () => sent.filter((s, i) => !consoles[s.agent]?.rang.has(ids[i] ?? ''));
  await until(() => missing().length === 0, 5_000).catch(() => undefined);
  isRunning = false;
  await Promise.all([...talks, ...shaking]);

  const times = (shaky: boolean) =>
    sent
      .flatMap((s, i) => {
        const rang = consoles[s.agent]?.rang.get(ids[i] ?? '');
        return isShaky(s.agent) === shaky && rang !== undefined ? [rang - s.at] : [];
      })
      .sort((a, b) => a - b);
  const [steady, shaky] = [times(false), times(true)];
  const lost = missing();
  for (const console of consoles) console.cut();
  console.log(`${agents} agents, ${sent.length} calls at ${rate} a second over ${seconds} s`);
  console.log(`steady lines: ${steady.length} pops, ${words(steady)}`);
  console.log(`lines that break: ${shaky.length} pops, ${words(shaky)}`);
  console.log(`${lost.length} lost`);
  const isGood = lost.length === 0 && at(steady, 0.95) < maxP95Ms;
  console.log(
    isGood ? 'every pop arrived in time' : `NOT GOOD: lost ${lost.length}, p95 ${at(steady, 0.95).toFixed(1)} ms`,
  );
  return isGood ? 0 : 1;
}

function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}
function words(times: readonly number[]): string {
  const ms = (share: number) => `${at(times, share).toFixed(1)} ms`;
  return `p50 ${ms(0.5)}, p95 ${ms(0.95)}, p99 ${ms(0.99)}, max ${(times.at(-1) ?? Number.NaN).toFixed(1)} ms`;
}

async function until(holds: () => boolean, timeoutMs = 30_000): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error('waited in vain');
    await wait(5);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
