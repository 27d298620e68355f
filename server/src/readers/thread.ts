import { parentPort, workerData } from 'node:worker_threads';
import { checkpoint, dataVersion } from '@hotline/db/store/checkpoint';
import { openReader } from '@hotline/db/store/open';
import { answerOn } from './answering.ts';
import type { ThreadData } from './pool.ts';
import { questions } from './questions.ts';

/** A thread that reads the same file: heavy questions, and the write-ahead log brought home while people write on. */
const everyMs = 500;

if (!parentPort) throw new Error('readers/thread.ts runs as a worker thread only');
const { url, bringsHome } = workerData as ThreadData;
const reader = openReader(url);
let seen = 0;
const bringHome = () => {
  void (async () => {
    const version = await dataVersion(reader.db);
    if (version === seen) return;
    await checkpoint(reader.db);
    seen = version;
  })().catch(() => undefined);
};
const timer = bringsHome ? setInterval(bringHome, everyMs) : undefined;
await answerOn(parentPort, reader, questions);
clearInterval(timer);
