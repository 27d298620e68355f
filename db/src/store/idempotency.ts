import { Refusal } from '@hotline/shared/refusal';
import type { Tx } from './open.ts';
import { insertRow, rowsOf } from './rows.ts';
import type { IdempotencyRow } from './schema.ts';

/** A key already used: the ids of what it made. Null when it is new. The first statement of a command. */
export async function recall(tx: Tx, key: string, bodyHash: string): Promise<string[] | null> {
  const [row] = await rowsOf<IdempotencyRow>(
    tx,
    'select "body_hash" as "bodyHash", "result_ids" as "resultIds" from "idempotency" where "key" = ?',
    [key],
  );
  if (!row) return null;
  if (row.bodyHash !== bodyHash) {
    throw new Refusal('idempotencyMismatch', '同一个提交编号对应了不同的内容，请刷新页面后重新提交。');
  }
  return row.resultIds.split(' ');
}

export const remember = (tx: Tx, key: string, bodyHash: string, ids: readonly string[], at: string): Promise<void> =>
  insertRow(tx, 'idempotency', { key, bodyHash, resultIds: ids.join(' '), at });
