import { parentPort, workerData } from 'node:worker_threads';
import { readHead } from '@hotline/db/cases/events';
import { openReader } from '@hotline/db/store/open';
import { Refusal } from '@hotline/shared/refusal';
import { answerOn } from './answering.ts';
import type { Question } from './question.ts';

const head: Question<unknown, number> = async (db) => (await readHead(db)).seq;
const refuse: Question<unknown, never> = async () => {
  throw new Refusal('conflict', '不行，请换一个。', { why: 1 });
};
const fail: Question<unknown, never> = async () => {
  throw Object.assign(new Error('broken'), { code: 'SQLITE_CORRUPT' });
};
const die: Question<unknown, never> = async () => process.exit(7);
/** Tells once that it has begun, then goes on until it is asked to stop. */
const forever: Question<unknown, never> = (_db, _input, { signal, tell }) => {
  tell(1);
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
};

if (parentPort)
  await answerOn(parentPort, openReader((workerData as { url: string }).url), { head, refuse, fail, die, forever });
