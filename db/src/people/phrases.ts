import type { Db, Tx } from '../store/open.ts';
import { insertRow, named, rowsOf, run, updateRow } from '../store/rows.ts';
import type { PhraseRow } from '../store/schema.ts';

const columns = named('p', [
  'id',
  'centreId',
  'ownerId',
  'place',
  'title',
  'text',
  'version',
  'createdAt',
  'createdBy',
  'changedAt',
  'changedBy',
  'droppedAt',
]);
const plain = (row: PhraseRow): PhraseRow => ({ ...row, version: Number(row.version) });

/** The centre's phrases and this person's own, the oldest first. */
export async function phrasesFor(db: Db, centreId: string, personId: string): Promise<PhraseRow[]> {
  const rows = await rowsOf<PhraseRow>(
    db,
    `select ${columns} from phrase p where p.centre_id = ? and (p.owner_id is null or p.owner_id = ?) and p.dropped_at is null order by p.n`,
    [centreId, personId],
  );
  return rows.map(plain);
}

export async function findPhrase(db: Db, id: string): Promise<PhraseRow | null> {
  const [row] = await rowsOf<PhraseRow>(db, `select ${columns} from phrase p where p.id = ? and p.dropped_at is null`, [
    id,
  ]);
  return row ? plain(row) : null;
}

export const insertPhrase = (tx: Tx, phrase: PhraseRow) => insertRow(tx, 'phrase', phrase);

type Change = Pick<PhraseRow, 'place' | 'title' | 'text' | 'changedAt' | 'changedBy'>;
/** Where the version matches; how many that were. */
export const updatePhrase = (tx: Tx, id: string, version: number, change: Change) =>
  updateRow(tx, 'phrase', id, { ...change, version: version + 1 }, { column: 'version', value: version });

export const dropPhrase = (tx: Tx, id: string, by: string, at: string) =>
  run(
    tx,
    'update "phrase" set "dropped_at" = ?, "changed_at" = ?, "changed_by" = ? where "id" = ? and "dropped_at" is null',
    [at, at, by, id],
  );
