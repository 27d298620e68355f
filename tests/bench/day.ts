import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Vitals } from './child.ts';
import type { Asked, Heard } from './dayConsoles.ts';
import { listeners, openWork } from './dayWork.ts';
import { generate } from './generate.ts';
import { resetDelay, start, stopAll, vitalsOf } from './servers.ts';

/**
 * `pnpm load:day`: a busy day of a city at once: consoles that listen, boards on show, people who log, send out, sign, look
 * and search, exports one after the other and a training. What an agent notices of it is told beside the goals; a busy
 * machine makes it lie, so what else the machine did is told too.
 */
const { values: options } = parseArgs({
  options: {
    tickets: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '10' },
    consoles: { type: 'string', default: '500' },
    boards: { type: 'string', default: '10' },
    changes: { type: 'string', default: '100' },
    reads: { type: 'string', default: '50' },
    port: { type: 'string', default: '12460' },
    /** A file made by `pnpm bench --keep`, to be copied instead of made. */
    from: { type: 'string' },
  },
});
const number = (name: 'tickets' | 'minutes' | 'consoles' | 'boards' | 'changes' | 'reads' | 'port') =>
  Number(options[name]);
const seconds = number('minutes') * 60;
const folder = mkdtempSync(join(tmpdir(), 'hotline-day-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const file = join(folder, 'day.db');
if (options.from) copyFileSync(options.from, file);
else await generate(file, number('tickets'));

const server = await start('ours', file, number('port'));
const consoles = fork(
  join(import.meta.dirname, 'dayConsoles.ts'),
  [server.port, options.consoles, options.boards, listeners].map(String),
);
await once(consoles, 'message');
let sent: [string, number][] = [];
const work = await openWork(server, number('tickets'), (ticketId, atMs) => sent.push([ticketId, atMs]));
// The caches fill, the statements are prepared.
await work.run(number('changes') / 4, number('reads') / 4, 10);
for (const { took } of work.times.values()) took.length = 0;
sent = [];
resetDelay(server);

const vitals: Vitals[] = [await vitalsOf(server)];
const lags: number[] = [];
let isOver = false;
const watching = (async () => {
  while (!isOver) {
    await wait(5_000);
    vitals.push(await vitalsOf(server));
    const { search } = (await (await fetch(`http://127.0.0.1:${server.port}/readyz`)).json()) as Ready;
    lags.push(search?.behind ?? 0);
  }
})();
const exporting = (async () => {
  let exports = 0;
  while (!isOver) {
    await work.exportAll();
    exports += 1;
  }
  return exports;
})();
const trained = work.train();
const begun = performance.now();
await work.run(number('changes'), number('reads'), seconds);
const tookSeconds = (performance.now() - begun) / 1000;
isOver = true;
await Promise.all([watching, trained]);
consoles.send({ sent } satisfies Asked);
const [heard] = (await once(consoles, 'message')) as [Heard];
report(await exporting, heard);
consoles.disconnect();
await stopAll();

type Ready = { search: { behind: number } | null };

function report(exports: number, { frames, bytes, figures, cut, arrivals }: Heard): void {
  const [first, last] = [vitals.at(0), vitals.at(-1)];
  if (!first || !last) return;
  const peak = Math.max(...vitals.map((v) => v.pssMb));
  const cores = (last.cpuMs - first.cpuMs) / 1000 / tookSeconds;
  console.log(
    `${number('tickets').toLocaleString('en')} tickets, ${number('consoles')} consoles, ${number('boards')} boards, ${options.changes} changes and ${options.reads} reads a second for ${tookSeconds.toFixed(0)} s; ${exports} exports; load of the machine ${loadavg()[0]?.toFixed(1)}\n`,
  );
  console.log('| what | times | failed | p50 | p99 | longest |\n| --- | --- | --- | --- | --- | --- |');
  for (const [what, { took, failed }] of work.times) console.log(row(what, took, failed));
  console.log(row('a new matter on a screen', arrivals, 0));
  console.log(`
event loop: p99 ${last.loopP99Ms.toFixed(1)} ms, longest block ${last.loopMaxMs.toFixed(1)} ms (goal ≤ 50)
memory, PSS: ${first.pssMb.toFixed(0)} MB at the start, ${last.pssMb.toFixed(0)} at the end, ${peak.toFixed(0)} at most (goal ≤ 260, growth ≤ 10 %)
cores: ${cores.toFixed(2)}; search index behind by at most ${Math.max(0, ...lags)} events
consoles heard ${frames} frames, ${(bytes / 2 ** 20).toFixed(0)} MB, ${figures} of them figures; ${cut} were cut`);
}

function row(what: string, took: readonly number[], failed: number): string {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => `${(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1)} ms`;
  return `| ${what} | ${sorted.length} | ${failed} | ${at(0.5)} | ${at(0.99)} | ${at(1)} |`;
}
