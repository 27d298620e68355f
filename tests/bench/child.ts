import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';

/** What a measured process tells about itself. */
export type Vitals = {
  loopP99Ms: number;
  loopMaxMs: number;
  rssMb: number;
  /** Its share of the memory, shared pages divided by their users: what the machine would get back. */
  pssMb: number;
  heapMb: number;
  cpuMs: number;
  statements: number;
};
type Extras = { statements?: () => number };

/** Listens for the driver's process: answers `reset` and `vitals`, stops when its parent is gone. */
export async function serveAsChild(server: FastifyInstance, port: number, extras: Extras = {}): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on('message', (message) => {
    if (message === 'reset') return delay.reset();
    const { user, system } = process.cpuUsage();
    const { rss, heapTotal } = process.memoryUsage();
    process.send?.({
      loopP99Ms: delay.percentile(99) / 1e6,
      loopMaxMs: delay.max / 1e6,
      rssMb: rss / 2 ** 20,
      pssMb: pssMb(),
      heapMb: heapTotal / 2 ** 20,
      cpuMs: (user + system) / 1000,
      statements: extras.statements?.() ?? 0,
    } satisfies Vitals);
  });
  process.on('disconnect', () => process.exit(0));
  await server.listen({ host: '127.0.0.1', port });
  process.send?.('ready');
}

/** Linux tells it; elsewhere it is unknown. */
function pssMb(): number {
  try {
    const [, kb] = /^Pss:\s+(\d+) kB/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8')) ?? [];
    return Number(kb) / 1024;
  } catch {
    return Number.NaN;
  }
}
