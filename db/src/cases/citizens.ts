import { nameKey } from '@hotline/shared/text/foldText';
import type { Db, Tx } from '../store/open.ts';
import { insertRow, rowsOf, run, sameAs } from '../store/rows.ts';

/** A number a person left: as it was read, and as it was written. */
export type LeftNumber = { readonly phone: string; readonly extension: string | null; readonly raw: string };
type Who = {
  /** Of the person who is made if nobody is known. */
  readonly id: string;
  readonly centreId: string;
  readonly phone: string | null;
  readonly name: string | null;
  readonly at: string;
  /** Every number left; without it `phone` alone. */
  readonly numbers?: readonly LeftNumber[];
  /** Who it is, where somebody said so. */
  readonly known?: string | null;
};

/**
 * The citizen known under this number, the extension aside, and this name, however it was typed; made if new. Several
 * people may share one number, and one person has each number ever left. Null without a number.
 */
export async function citizenFor(tx: Tx, who: Who): Promise<string | null> {
  const { id, centreId, phone, name, at } = who;
  if (phone === null && !who.known) return null;
  const known = who.known ?? (phone === null ? null : await knownUnder(tx, centreId, phone, name));
  if (known === null)
    await insertRow(tx, 'citizen', {
      id,
      centreId,
      phone,
      name,
      nameKey: name === null ? null : nameKey(name),
      createdAt: at,
    });
  const numbers = who.numbers ?? (phone === null ? [] : [{ phone, extension: null, raw: phone }]);
  const owner = known ?? id;
  for (const [i, number] of numbers.entries()) await leave(tx, owner, `${id}.${i + 1}`, centreId, number, at);
  return owner;
}

async function knownUnder(tx: Tx, centreId: string, phone: string, name: string | null): Promise<string | null> {
  // Of a number nobody named a name for, it is not guessed whose it was.
  const named = name === null ? '' : ' and c."name_key" = ?';
  const [known] = await rowsOf<{ id: string }>(
    tx,
    `select c."id" from "citizen_number" m join "citizen" c on c."id" = m."citizen_id"
      where ${sameAs('m."centre_id"')} and ${sameAs('m."phone"')}${named} order by c."n" limit 1`,
    [centreId, phone, ...(name === null ? [] : [nameKey(name)])],
  );
  return known?.id ?? null;
}

async function leave(tx: Tx, citizenId: string, id: string, centreId: string, number: LeftNumber, at: string) {
  const { phone, extension, raw } = number;
  await run(
    tx,
    `insert into "citizen_number" ("id", "citizen_id", "centre_id", "phone", "extension", "raw", "added_at")
      select ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from "citizen_number"
        where "citizen_id" = ? and "phone" = ? and coalesce("extension", '') = ?)`,
    [id, citizenId, centreId, phone, extension, raw, at, citizenId, phone, extension ?? ''],
  );
}

/** Numbers that a person is known under, the first one first. */
export async function numbersOf(db: Db, citizenId: string): Promise<string[]> {
  const rows = await rowsOf<{ phone: string }>(
    db,
    `select "phone" from "citizen_number" where ${sameAs('"citizen_id"')} and "phone" is not null order by "n"`,
    [citizenId],
  );
  return rows.map(({ phone }) => phone);
}

/** More people than share a number at home; of a switchboard's hundreds none is meant. */
const atMost = 20;

/** The other numbers of the people known under one, and whose each is. */
export const otherNumbers = (db: Db, centreId: string, phone: string) =>
  rowsOf<{ phone: string; citizenId: string }>(
    db,
    `select distinct o."phone", o."citizen_id" as "citizenId" from "citizen_number" m
      join "citizen_number" o on o."citizen_id" = m."citizen_id"
      where m."centre_id" = ? and m."phone" = ? and o."phone" is not null and o."phone" <> ? limit ${atMost}`,
    [centreId, phone, phone],
  );
