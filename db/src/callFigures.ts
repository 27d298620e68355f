import { type CallFigureName, promptMs } from '@hotline/shared/telephony/callFigures';
import type { Db } from './open.ts';
import { rowsOf } from './rows.ts';

/** The figures of calls over the local days `from` to `to`: the same as the fold in shared/telephony, proved equal. */
export async function sumCalls(
  db: Db,
  centreId: string,
  from: string,
  to: string,
): Promise<{ total: number } & Record<CallFigureName, number>> {
  const [row] = await rowsOf<{ total: number } & Record<CallFigureName, number>>(
    db,
    `select count(*) as "total",
        coalesce(sum(case when "answered_at" is not null then 1 else 0 end), 0) as "connectedRate",
        coalesce(sum(case when "answered_at" is not null and "wait_ms" <= ? then 1 else 0 end), 0) as "answeredIn15s",
        coalesce(sum(case when "outcome" = 'abandoned' then 1 else 0 end), 0) as "abandonedRate"
      from "call" where "centre_id" = ? and "day" >= ? and "day" <= ? and "direction" = 'in'
        and ("answered_at" is not null or "outcome" is not null)`,
    [promptMs, centreId, from, to],
  );
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
