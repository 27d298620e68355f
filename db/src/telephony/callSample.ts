import type { Call } from '@hotline/shared/telephony/call';
import type { Db } from '../store/open.ts';
import { marks, rowsOf } from '../store/rows.ts';
import { callIn } from './calls.ts';

/** A call with the first appeal logged from it. */
export type SampledCall = { readonly call: Call; readonly logged: { ticketId: string; number: string } | null };

/** About `count` calls, evenly spread from the first to the last. */
export async function spreadCalls(db: Db, count: number): Promise<SampledCall[]> {
  const [last] = await rowsOf<{ n: number | null }>(db, 'select max("n") as "n" from "call"', []);
  const step = Math.max(1, Math.floor((last?.n ?? 0) / count));
  const places = Array.from({ length: count }, (_, i) => 1 + i * step);
  const rows = await db.selectFrom('call').selectAll().where('n', 'in', places).execute();
  const ids = rows.flatMap(({ appealId }) => appealId ?? []);
  const appeals = new Map((await appealsNamed(db, ids)).map(({ id, ...appeal }) => [id, appeal]));
  return rows.map((row) => ({ call: callIn(row), logged: appeals.get(row.appealId ?? '') ?? null }));
}

const appealsNamed = (db: Db, ids: readonly string[]) =>
  rowsOf<{ id: string; ticketId: string; number: string }>(
    db,
    `select "id", "ticket_id" as "ticketId", "number" from "appeal" where "id" in (${marks(ids.length)})`,
    ids,
  );
