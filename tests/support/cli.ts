import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { root } from './data.ts';

/** Runs `hotline <args>` as a process of its own against this database. */
export const hotlineCommand = (database: string, ...args: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { PATH: process.env['PATH'], HOTLINE_DATABASE: database };
    execFile(process.execPath, [join(root, 'server/src/cli/main.ts'), ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
    );
  });
