import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '@hotline/db/store/open';
import { verify } from '@hotline/server/jobs/verify';
import { exportAll } from './exporting.ts';
import { generate } from './generate.ts';
import type { Results } from './goals.ts';
import { openLoads } from './loads.ts';
import { measure } from './measure.ts';
import { head, lineOf, report } from './report.ts';
import { start, stopAll } from './servers.ts';

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
    /** Only what has this in its name; `export` for the export. */
    only: { type: 'string', default: '' },
    /** A file made by `--keep`, to be copied instead of made and verified again. */
    from: { type: 'string' },
    keep: { type: 'string' },
  },
});
const count = Number(options.tickets);
const [rounds, seconds, port] = [options.rounds, options.seconds, options.port].map(Number) as [number, number, number];

const folder = mkdtempSync(join(tmpdir(), 'hotline-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
const [ours, bare] = [join(folder, 'ours.db'), join(folder, 'bare.db')];

const verified = options.from ? 'made before' : await make();
copyFileSync(options.from ?? ours, bare);
if (options.from) copyFileSync(options.from, ours);
const servers = {
  ours: await start('ours', ours, port),
  bare: await start('bare', bare, port + 1, 'grouped'),
  each: await start('bare', bare, port + 2, 'each'),
};
const results: Results = { lines: [], strains: [], exported: null };
console.log(head);
for (const load of await openLoads(servers.ours, count)) {
  if (!load.what.includes(options.only)) continue;
  const { lines, strain } = await measure(load, servers, { rounds, seconds }, (line) => console.log(lineOf(line)));
  results.lines.push(...lines);
  results.strains.push(strain);
}
if ('export'.includes(options.only)) {
  results.exported = await exportAll(servers.ours);
  results.strains.push(results.exported.strain);
}
report({ tickets: count, rounds, seconds, verified }, results);
await stopAll();

/** A city of that size, proved to keep every promise of the store. */
async function make(): Promise<string> {
  const begun = performance.now();
  const secondsSince = (from: number) => ((performance.now() - from) / 1000).toFixed(0);
  await generate(ours, count);
  console.log(`${count.toLocaleString('en')} tickets made in ${secondsSince(begun)} s`);
  const made = performance.now();
  const store = openStore(`file:${ours}`);
  const { checks } = await verify(store);
  await store.close();
  const broken = checks.filter((c) => !c.ok);
  if (broken.length > 0) throw new Error(broken.map((c) => `${c.name}: ${c.detail}`).join('\n'));
  console.log(`${checks.length} checks of hotline verify hold, ${secondsSince(made)} s\n`);
  if (options.keep) copyFileSync(ours, options.keep);
  return `${checks.length} checks of hotline verify hold`;
}
