import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Part, parts } from './parts.ts';
import { lineOf, type Tally, tallyOf, total } from './tally.ts';

/**
 * `pnpm test:matrix`: the longer tests, one after the other, within `--minutes`. What no longer fits, and what the
 * product must learn first, is named and counted as skipped. Ends with one line for all, together with the run
 * whose output `--with` names. `--part fuzz` runs one alone.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '45' },
    part: { type: 'string', multiple: true },
    with: { type: 'string' },
  },
});
const root = join(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const endMs = Date.now() + Number(values.minutes) * 60_000;
const asked = values.part;
const chosen = parts.filter((part) => !asked || asked.includes(part.name));
if (chosen.length === 0) throw new Error(`no such part; there are: ${parts.map((part) => part.name).join(', ')}`);

const seed = process.env['HOTLINE_SEED'] ?? String(Math.trunc(Math.random() * 2 ** 31));
console.log(`HOTLINE_SEED=${seed} repeats what is random here`);
const before = values.with === undefined ? null : tallyOf(readFileSync(values.with, 'utf8'), 0);
const tallies: Tally[] = before ? [before] : [];
const told = before ? [`pnpm test: ${lineOf(before)}`] : [];
for (const part of chosen) {
  const reason = !asked && part.skip ? part.skip : hasTime(part) ? null : 'no time was left for it';
  const begunMs = Date.now();
  const tally = reason ? { passed: 0, failed: 0, skipped: 1 } : await run(part);
  tallies.push(tally);
  told.push(`${part.name}: ${reason ? `skipped, ${reason}` : `${lineOf(tally)} in ${minutesSince(begunMs)} min`}`);
}
for (const line of told) console.log(line);
const all = total(tallies);
console.log(lineOf(all));
process.exitCode = all.failed > 0 ? 1 : 0;

/** Runs one part and passes on what it says. */
async function run({ name, about, args, env, mostMinutes }: Part): Promise<Tally> {
  console.log(`── ${name}: ${about}`);
  const own = { ...process.env, HOTLINE_MATRIX: '1', HOTLINE_SEED: seed, ...env };
  // A group of its own, so that browsers and databases it began end with it.
  const child = spawn(process.execPath, [vitest, 'run', ...args], { cwd: root, env: own, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      output += String(part);
      process.stdout.write(part);
    });
  const code = await new Promise<number | null>((resolve) => {
    const late = setTimeout(() => {
      output += `\n${name} did not end within ${mostMinutes} minutes`;
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, mostMinutes * 60_000);
    child.on('close', (exitCode) => {
      clearTimeout(late);
      resolve(exitCode);
    });
  });
  return tallyOf(output, code);
}

function hasTime({ mostMinutes }: Part): boolean {
  return Date.now() + mostMinutes * 60_000 <= endMs;
}

function minutesSince(begunMs: number): string {
  return ((Date.now() - begunMs) / 60_000).toFixed(1);
}
