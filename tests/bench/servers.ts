import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Vitals } from './child.ts';

export type Server = { readonly port: number; readonly process: ChildProcess };
const running: ChildProcess[] = [];

/** One of the programs beside this file, as a process of its own. */
export async function start(
  program: 'ours' | 'bare' | 'consoleServer',
  database: string,
  port: number,
  ...rest: string[]
): Promise<Server> {
  // HOTLINE_PROFILE=dir writes a CPU profile of our server there when the run has ended.
  const profile = program === 'ours' ? process.env['HOTLINE_PROFILE'] : undefined;
  const execArgv = profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : [];
  // As `pnpm start` starts it.
  const env = { ...process.env, MALLOC_ARENA_MAX: '2' };
  execArgv.push('--max-semi-space-size=4');
  const child = fork(join(import.meta.dirname, `${program}.ts`), [database, String(port), ...rest], { execArgv, env });
  running.push(child);
  const early = once(child, 'exit').then(() => Promise.reject(new Error(`${program} did not start`)));
  await Promise.race([once(child, 'message'), early]);
  early.catch(() => undefined);
  return { port, process: child };
}

export async function vitalsOf({ process: child }: Server): Promise<Vitals> {
  child.send('vitals');
  const [told] = (await once(child, 'message')) as [Vitals];
  return told;
}

export const resetDelay = ({ process: child }: Server) => void child.send('reset');

export async function stopAll(): Promise<void> {
  await Promise.all(
    running.map(async (child) => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    }),
  );
}

/** The session cookie of one of the demo people. */
export async function signIn(server: Pick<Server, 'port'>, username: string): Promise<string> {
  const body = JSON.stringify({ username, password: 'hotline-demo' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/session`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
}
