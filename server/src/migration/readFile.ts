import { fork } from 'node:child_process';
import type { Found } from '@hotline/shared/api/imports';
import type { Reading } from '@hotline/shared/imports/reading';
import { Refusal } from '@hotline/shared/refusal';
import { ownFile } from '../ownFiles.ts';

type Files = { readonly sent: string; readonly rows: string };
type Answer = { found: Found } | { failure: { refusal?: string; message: string } };

/** A workbook of 100,000 rows takes half a gigabyte while it is read. */
const mostMegabytes = 2_048;

/**
 * `normalise` in a process of its own: some files, such as one with a cell of a hundred million letters in a hundred
 * kilobytes, end whatever reads them, and a thread would take the hotline along. @throws Refusal with what to do about the file
 */
export const readFile = (files: Files, reading: Reading): Promise<Found> =>
  new Promise((resolve, reject) => {
    const reader = fork(ownFile('readChild'), {
      execArgv: [...process.execArgv, `--max-old-space-size=${mostMegabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    reader.on('message', (answer: Answer) => {
      if ('found' in answer) resolve(answer.found);
      else if (answer.failure.refusal) reject(new Refusal('invalid', answer.failure.message));
      else reject(new Error(answer.failure.message));
    });
    reader.on('error', reject);
    // By a signal: it was ended, by its own memory or by the machine's.
    reader.on('exit', (code, signal) => reject(code === null || code > 128 || signal ? tooLarge() : interrupted()));
    reader.send({ ...files, reading });
  });

const tooLarge = () => new Refusal('tooLarge', '文件太大，读不完。请分成几个文件，或另存为 CSV 后重新选择。');
const interrupted = () => new Refusal('unavailable', '读取文件时中断，请重新读取。');
