import type { Db } from './open.ts';
import { rowsOf } from './rows.ts';

/** A number that changes when another connection has committed. */
export async function dataVersion(reader: Db): Promise<number> {
  const [row] = await rowsOf<{ data_version: number }>(reader, 'pragma data_version', []);
  return row?.data_version ?? 0;
}

/**
 * Copies committed pages from the write-ahead log into the file, waiting for nobody and holding nobody up. When it has
 * copied all, the writer begins the log anew instead of growing it.
 */
export const checkpoint = (reader: Db): Promise<{ log: number; checkpointed: number }[]> =>
  rowsOf(reader, 'pragma wal_checkpoint(PASSIVE)', []);
