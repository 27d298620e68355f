import { nameKey } from '@hotline/shared/text/foldText';
import { type Kysely, sql } from 'kysely';
import type { Build } from '../0001/build.ts';

/**
 * A main line and its extensions are one number: until here `+86591-87654321x101` was kept in one piece. People and words
 * are found by keys that fold how they were typed; the finder takes every ticket up again.
 */
export async function numbersAndWords({ db, engine, text }: Build): Promise<void> {
  await db.schema.alterTable('centre').addColumn('area_code', text).execute();
  await db.schema.alterTable('citizen').addColumn('name_key', text).execute();
  await db.schema.alterTable('call_signal').addColumn('phone_extension', text).execute();
  const place = sql.raw(engine === 'sqlite' ? `instr("phone", 'x')` : `strpos("phone", 'x')`);
  for (const table of ['appeal', 'call', 'call_signal'])
    await sql`update ${sql.table(table)} set "phone_extension" = substr("phone", ${place} + 1),
      "phone" = substr("phone", 1, ${place} - 1) where "phone" like '%x%'`.execute(db);
  await sql`insert into "citizen_number" ("id", "citizen_id", "centre_id", "phone", "extension", "raw", "added_at")
    select "id" || '.1', "id", "centre_id",
      case when "phone" like '%x%' then substr("phone", 1, ${place} - 1) else "phone" end,
      case when "phone" like '%x%' then substr("phone", ${place} + 1) end, "phone", "created_at"
    from "citizen" where "phone" is not null`.execute(db);
  await sql`update "citizen" set "phone" = substr("phone", 1, ${place} - 1) where "phone" like '%x%'`.execute(db);
  await sql`update "citizen" set "name_key" = "name"`.execute(db);
  await foldNames(db);
  await sql`delete from "follower" where "name" = 'finder'`.execute(db);
}

const atATime = 5_000;

/** Most names are their own keys; only the others are written. */
async function foldNames(db: Kysely<unknown>): Promise<void> {
  for (let after = 0; ; ) {
    const { rows } = await sql<{ n: number; name: string }>`select "n", "name" from "citizen"
      where "n" > ${after} and "name" is not null order by "n" limit ${sql.lit(atATime)}`.execute(db);
    for (const { n, name } of rows) {
      const key = nameKey(name);
      if (key !== name) await sql`update "citizen" set "name_key" = ${key} where "n" = ${n}`.execute(db);
    }
    const last = rows.at(-1);
    if (!last) return;
    after = Number(last.n);
  }
}
