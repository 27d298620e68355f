import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { judge, type Results } from './goals.ts';
import type { Line, Run } from './measure.ts';

type About = { tickets: number; rounds: number; seconds: number; verified: string };

export const head =
  '| | clients | ours | bare, grouped commits | bare, a commit each | share of bare | by CPU time | p99 against bare | SQL |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|';

/** Requests a second and p50/p99, ours and bare side by side. */
export function lineOf({ what, clients, by: { ours, bare, each } }: Line): string {
  const cell = (m: Run | undefined) =>
    m ? `${m.perSecond.toFixed(0)}/s ${m.p50Ms.toFixed(2)}/${m.p99Ms.toFixed(1)} ms` : '–';
  const against = (compare: (ours: Run, bare: Run) => string) => (ours && bare ? compare(ours, bare) : '–');
  return `| ${[
    what,
    clients,
    cell(ours),
    cell(bare),
    cell(each),
    against((a, b) => `${((100 * a.perSecond) / b.perSecond).toFixed(0)} %`),
    ours && bare ? `${((100 * bare.cpuMs) / ours.cpuMs).toFixed(0)} %` : `${ours?.cpuMs.toFixed(2)} ms`,
    against((a, b) => `${(a.p99Ms / b.p99Ms).toFixed(1)} ×`),
    ours?.statements.toFixed(1),
  ].join(' | ')} |`;
}

/** Prints everything once more as tables, goals last, and keeps it as JSON in tests/bench/out. */
export function report(about: About, results: Results): void {
  const { lines, strains, exported } = results;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  const { tickets, rounds, seconds, verified } = about;
  console.log(
    `\n${tickets.toLocaleString('en')} tickets (${verified}), synchronous=FULL, ${machine}, median of ${rounds} × ${seconds} s; p50/p99\n\n${head}`,
  );
  for (const line of lines) console.log(lineOf(line));
  console.log('\n| while | event loop p99 | max | RSS | PSS | JS heap |\n|---|--:|--:|--:|--:|--:|');
  for (const s of strains)
    console.log(
      `| ${s.while} | ${s.loopP99Ms.toFixed(1)} ms | ${s.loopMaxMs.toFixed(0)} ms | ${s.rssMb.toFixed(0)} MB | ${s.pssMb.toFixed(0)} MB | ${s.heapMb.toFixed(0)} MB |`,
    );
  if (exported) {
    const { rows, bytes, seconds: took, probeP99Ms } = exported;
    console.log(
      `\nexport: ${rows.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(0)} MB in ${took.toFixed(0)} s; a list asked for meanwhile: p99 ${probeP99Ms.toFixed(1)} ms`,
    );
  }
  const goals = judge(results);
  console.log('\n| goal | limit | measured | |\n|---|--:|--:|---|');
  for (const { goal, limit, measured, isMet } of goals)
    console.log(
      `| ${goal} | ${limit} | ${measured} | ${isMet === null ? 'not measured' : isMet ? 'pass' : '**MISS**'} |`,
    );
  const out = join(import.meta.dirname, 'out');
  mkdirSync(out, { recursive: true });
  const at = new Date().toISOString();
  writeFileSync(
    join(out, `${at.replaceAll(':', '')}.json`),
    JSON.stringify({ at, machine, ...about, ...results, goals }, null, 2),
  );
}
