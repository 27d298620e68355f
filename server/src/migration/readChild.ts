import type { Reading } from '@hotline/shared/imports/reading';
import { packed } from '../readers/messages.ts';
import { normalise } from './normalise.ts';

/** A process that reads one file and ends. */
process.once('message', async ({ sent, rows, reading }: { sent: string; rows: string; reading: Reading }) => {
  let answer: object;
  try {
    answer = { found: await normalise(sent, rows, reading) };
  } catch (error) {
    answer = { failure: packed(error) };
  }
  process.send?.(answer, () => process.disconnect());
});
// Whoever asked is gone: nobody wants the answer.
process.once('disconnect', () => process.exit());
