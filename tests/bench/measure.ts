import { drive, type Measured } from './drive.ts';
import type { By, Load } from './loads.ts';
import { resetDelay, type Server, vitalsOf } from './servers.ts';

/** `cpuMs`: time of the processor a request takes, the one figure neighbours on the machine hardly change. */
export type Run = Measured & { cpuMs: number; statements: number };
export type Line = { what: string; clients: number; by: Partial<Record<By, Run>> };
export type Strain = {
  while: string;
  loopP99Ms: number;
  loopMaxMs: number;
  rssMb: number;
  pssMb: number;
  heapMb: number;
};

/** Rounds of the servers in turn, so that what the machine does meanwhile strikes all of them; the median counts. */
export async function measure(
  load: Load,
  servers: Record<By, Server>,
  { rounds, seconds }: { rounds: number; seconds: number },
  tell: (line: Line) => void,
): Promise<{ lines: Line[]; strain: Strain }> {
  const competitors = Object.entries(load.requests) as [By, NonNullable<Load['requests'][By]>][];
  for (const [by, requests] of competitors) await drive(servers[by].port, 4, 1, requests);
  resetDelay(servers.ours);
  const lines: Line[] = [];
  for (const clients of load.clients) {
    const runs: Partial<Record<By, Run[]>> = {};
    for (let round = 0; round < rounds; round++) {
      for (const [by, requests] of competitors) {
        const before = await vitalsOf(servers[by]);
        const measured = await drive(servers[by].port, clients, seconds, requests);
        const after = await vitalsOf(servers[by]);
        // Turning people down is quick: a figure with failures in it says nothing.
        if (measured.failures > 0) throw new Error(`${measured.failures} requests to ${by} failed: ${load.what}`);
        const each = (of: 'cpuMs' | 'statements') => (after[of] - before[of]) / measured.requests;
        runs[by] = [...(runs[by] ?? []), { ...measured, cpuMs: each('cpuMs'), statements: each('statements') }];
      }
    }
    const by = Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, median(list)]));
    lines.push({ what: load.what, clients, by });
    tell({ what: load.what, clients, by });
  }
  return { lines, strain: await strainOf(servers.ours, load.what) };
}

export async function strainOf(server: Server, what: string): Promise<Strain> {
  const { cpuMs, statements, ...strain } = await vitalsOf(server);
  return { while: what, ...strain };
}

/** Each figure's own median over the rounds. */
function median(runs: readonly Run[]): Run {
  const of = (key: keyof Run) => {
    const sorted = runs.map((r) => r[key]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    requests: of('requests'),
    perSecond: of('perSecond'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    cpuMs: of('cpuMs'),
    statements: of('statements'),
    failures: 0,
  };
}
