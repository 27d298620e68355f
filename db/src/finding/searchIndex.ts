import type { Db, Tx } from '../store/open.ts';
import { isSqlite, rowsOf, run } from '../store/rows.ts';

/** The ticket's place in the order of entry. */
export async function ticketKey(db: Db, id: string): Promise<number | null> {
  const [row] = await rowsOf<{ n: number }>(db, 'select "n" from "ticket" where "id" in (?)', [id]);
  return row?.n ?? null;
}

/** Writes what a ticket is found by; false where that had not changed. */
export async function indexTicket(
  tx: Tx,
  ticket: { n: number; id: string },
  terms: readonly string[],
): Promise<boolean> {
  const hash = hashOf(terms);
  const [known] = await rowsOf<{ hash: number }>(tx, 'select "hash" from "search_doc" where "n" = ?', [ticket.n]);
  if (known?.hash === hash) return false;
  if (isSqlite(tx)) {
    await run(tx, 'insert or replace into search(rowid, grams) values (?, ?)', [ticket.n, terms.join(' ')]);
    await run(tx, 'insert or replace into "search_doc" ("n", "ticket_id", "hash") values (?, ?, ?)', [
      ticket.n,
      ticket.id,
      hash,
    ]);
    return true;
  }
  await run(
    tx,
    `insert into "search_doc" ("n", "ticket_id", "hash", "grams") values (?, ?, ?, array_to_tsvector(?::text[]))
      on conflict ("n") do update set "hash" = excluded."hash", "grams" = excluded."grams"`,
    [ticket.n, ticket.id, hash, [...terms]],
  );
  return true;
}

/** FNV-1a, 53 bits of two halves: whether a document is another one. */
export function hashOf(terms: readonly string[]): number {
  let [a, b] = [2_166_136_261, 2_654_435_769];
  for (const term of terms) {
    for (let i = 0; i < term.length; i++) {
      a = Math.imul(a ^ term.charCodeAt(i), 16_777_619);
      b = Math.imul(b ^ term.charCodeAt(i), 2_246_822_519);
    }
    a = Math.imul(a ^ 32, 16_777_619);
    b = Math.imul(b ^ 32, 2_246_822_519);
  }
  return (a >>> 0) * 2_097_152 + ((b >>> 0) & 2_097_151);
}
