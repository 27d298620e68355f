import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Found } from '@hotline/shared/api/imports';
import type { Reading } from '@hotline/shared/imports/reading';
import { Refusal } from '@hotline/shared/refusal';

type Files = { readonly sent: string; readonly rows: string };
type Answer = { found: Found } | { failure: { refusal?: string; message: string } };

/** A workbook of 100,000 rows takes half a gigabyte while it is read; a larger one ends its own thread, nobody else. */
const resourceLimits = { maxOldGenerationSizeMb: 2_048 };

/** `normalise` in a thread of its own. @throws Refusal with what to do about the file */
export const readFile = (files: Files, reading: Reading): Promise<Found> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'readThread.ts'), {
      workerData: { ...files, reading },
      resourceLimits,
    });
    worker.on('message', (answer: Answer) => {
      if ('found' in answer) resolve(answer.found);
      else if (answer.failure.refusal) reject(new Refusal('invalid', answer.failure.message));
      else reject(new Error(answer.failure.message));
    });
    worker.on('error', (error: Error & { code?: string }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : error),
    );
    worker.on('exit', () => reject(new Refusal('unavailable', '读取文件时中断，请重新读取。')));
  });

const tooLarge = () => new Refusal('tooLarge', '文件太大，读不完。请分成几个文件，或另存为 CSV 后重新选择。');
