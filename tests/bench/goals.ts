import type { Exported } from './exporting.ts';
import type { Line, Run, Strain } from './measure.ts';

export type Results = { lines: Line[]; strains: Strain[]; exported: Exported | null };
export type Goal = { goal: string; limit: string; measured: string; isMet: boolean | null };

/** What was promised and what came of it; null where it was not measured. */
export function judge({ lines, strains, exported }: Results): Goal[] {
  const at = (what: string, clients: number) => lines.find((l) => l.what === what && l.clients === clients)?.by;
  const busiest = (what: string) => lines.findLast((l) => l.what === what);
  const atLeast = (goal: string, what: string, percent: number): Goal => {
    const { ours, bare } = busiest(what)?.by ?? {};
    const share = ours && bare ? (100 * ours.perSecond) / bare.perSecond : Number.NaN;
    const byCpu = ours && bare ? (100 * bare.cpuMs) / ours.cpuMs : Number.NaN;
    return verdict(
      goal,
      `≥ ${percent} %`,
      `${share.toFixed(0)} % (by CPU ${byCpu.toFixed(0)} %)`,
      share,
      (x) => x >= percent,
    );
  };
  const below = (goal: string, limit: number, unit: string, value: number | undefined, digits = 1): Goal => {
    const x = value ?? Number.NaN;
    return verdict(goal, `${unit === 'ms' ? '<' : '≤'} ${limit} ${unit}`, `${x.toFixed(digits)} ${unit}`, x, (v) =>
      unit === 'ms' ? v < limit : v <= limit,
    );
  };
  const toHundredths = (x: number | undefined) => (x === undefined ? x : Math.floor(x * 100) / 100);
  const p99 = (run: Run | undefined) => run?.p99Ms;
  const log = at('log an appeal', 32);
  const tail = log?.ours && log.bare ? log.ours.p99Ms / log.bare.p99Ms : undefined;
  return [
    atLeast('logging against bare grouped commits, 32 clients', 'log an appeal', 50),
    below('logging: p99 at 32 clients against bare', 2, '×', tail, 2),
    atLeast('queue page against bare, 32 clients', 'queue page of 50', 50),
    atLeast('one ticket against bare, 32 clients', 'one ticket', 40),
    // Timers read a little meanwhile: a few hundredths are theirs.
    below('queue page: SQL statements', 3, 'statements', toHundredths(at('queue page of 50', 1)?.ours?.statements), 2),
    below('history by phone, p99 alone', 10, 'ms', p99(at('history by phone', 1)?.ours)),
    below('month’s figure over HTTP, p50 alone', 5, 'ms', at('month’s figure', 1)?.ours?.p50Ms),
    below('event loop p99 while all tickets are exported', 50, 'ms', exported?.strain.loopP99Ms),
    below(
      'memory under load, PSS',
      350,
      'MB',
      strains.length > 0 ? Math.max(...strains.map((s) => s.pssMb)) : undefined,
      0,
    ),
  ];
}

const verdict = (
  goal: string,
  limit: string,
  measured: string,
  value: number,
  isMet: (value: number) => boolean,
): Goal =>
  Number.isNaN(value) ? { goal, limit, measured: '–', isMet: null } : { goal, limit, measured, isMet: isMet(value) };
