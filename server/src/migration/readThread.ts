import { parentPort, workerData } from 'node:worker_threads';
import type { Reading } from '@hotline/shared/imports/reading';
import { packed } from '../readers/messages.ts';
import { normalise } from './normalise.ts';

/** A thread that reads one file and ends. */
const { sent, rows, reading }: { sent: string; rows: string; reading: Reading } = workerData;
try {
  parentPort?.postMessage({ found: await normalise(sent, rows, reading) });
} catch (error) {
  parentPort?.postMessage({ failure: packed(error) });
}
