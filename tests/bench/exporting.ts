import { type Strain, strainOf } from './measure.ts';
import { resetDelay, type Server, signIn } from './servers.ts';

export type Exported = { rows: number; seconds: number; bytes: number; strain: Strain; probeP99Ms: number };

/** Writes every ticket to a file while somebody else works on: the delay of the event loop, and of his requests. */
export async function exportAll(server: Server): Promise<Exported> {
  const cookie = await signIn(server, 'manager');
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as { id: string; status: string; rows: number; bytes: number; failure: string };
  };
  resetDelay(server);
  const started = performance.now();
  let job = await call('POST', '/api/exports', { what: 'tickets', purpose: 'benchmark', query: {} });
  const times: number[] = [];
  while (job.status === 'running') {
    const asked = performance.now();
    await call('GET', '/api/tickets?limit=50&sort=received');
    times.push(performance.now() - asked);
    await new Promise((next) => setTimeout(next, 50));
    job = await call('GET', `/api/exports/${job.id}`);
  }
  if (job.status !== 'ready') throw new Error(`export ${job.status}: ${job.failure}`);
  times.sort((a, b) => a - b);
  return {
    rows: job.rows,
    bytes: job.bytes,
    seconds: (performance.now() - started) / 1000,
    strain: await strainOf(server, `export of ${job.rows.toLocaleString('en')} rows`),
    probeP99Ms: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  };
}
