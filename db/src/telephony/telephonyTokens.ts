import type { Db, Tx } from '../store/open.ts';
import { insertRow, run } from '../store/rows.ts';
import type { TelephonyTokenRow } from '../store/schema.ts';

export const insertTelephonyToken = (tx: Tx, row: TelephonyTokenRow) => insertRow(tx, 'telephonyToken', row);

export const telephonyToken = (db: Db, tokenHash: string) =>
  db
    .selectFrom('telephonyToken')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();

export const listTelephonyTokens = (db: Db, centreId: string) =>
  db
    .selectFrom('telephonyToken')
    .select(['id', 'name', 'hmacSecret', 'createdAt', 'revokedAt'])
    .where('centreId', '=', centreId)
    .orderBy('n')
    .execute();

export const revokeTelephonyToken = (tx: Tx, centreId: string, id: string, at: string) =>
  run(tx, 'update "telephony_token" set "revoked_at" = ? where "id" = ? and "centre_id" = ? and "revoked_at" is null', [
    at,
    id,
    centreId,
  ]);
