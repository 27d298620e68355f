import { killUnderLoad } from './killUnderLoad.ts';

/** `pnpm faults [kills]`: SIGKILL under load; exits 1 when anything acknowledged is lost, doubled or half-written. */
const kills = Number(process.argv[2] ?? 20);
const maxRestartMs = 2_000;

const report = await killUnderLoad(kills);
const sorted = report.restartMs.toSorted((a, b) => a - b);
const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const broken = [...report.broken, ...(at(0.95) > maxRestartMs ? [`restart p95 over ${maxRestartMs} ms`] : [])];
console.log(
  `${report.kills} kills, ${report.acknowledged} acknowledged, ${report.committedUnanswered} committed but unanswered and not doubled`,
);
console.log(`restart p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
console.log(broken.length === 0 ? '0 lost, 0 doubled, 0 half-written' : broken.join('\n'));
process.exitCode = broken.length === 0 ? 0 : 1;
