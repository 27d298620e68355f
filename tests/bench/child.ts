import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';

/** What a measured process tells about itself. */
export type Vitals = { loopP99Ms: number; rssMb: number; cpuMs: number };

/** Listens for the driver's process: answers `reset` and `vitals`, stops when its parent is gone. */
export async function serveAsChild(server: FastifyInstance, port: number): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.on('message', (message) => {
    if (message === 'reset') return delay.reset();
    const { user, system } = process.cpuUsage();
    const rssMb = process.memoryUsage.rss() / 2 ** 20;
    process.send?.({ loopP99Ms: delay.percentile(99) / 1e6, rssMb, cpuMs: (user + system) / 1000 });
  });
  process.on('disconnect', () => process.exit(0));
  await server.listen({ host: '127.0.0.1', port });
  process.send?.('ready');
}
