import type { Db, Tx } from '../store/open.ts';
import type { BulletinRow, PublishedFigureRow, PublishedScoreRow } from '../store/publishedRows.ts';
import { insertRow, rowsOf } from '../store/rows.ts';

export type Revision = Omit<BulletinRow, 'publishedBy'> & { publishedBy: string };

const revisions = `select b.id as "id", b.centre_id as "centreId", b.month as "month", b.revision as "revision", b.as_of as "asOf",
  b.published_at as "publishedAt", coalesce(p.name, b.published_by) as "publishedBy", b.note as "note"
  from bulletin b left join person p on p.id = b.published_by where b.centre_id = ?`;

/** What was published of one month, the newest first. */
export const revisionsOf = (db: Db, centreId: string, month: string): Promise<Revision[]> =>
  rowsOf(db, `${revisions} and b.month = ? order by b.revision desc`, [centreId, month]);

/** The newest revision of each month that was published, the newest month first. */
export const publishedMonths = (db: Db, centreId: string): Promise<Revision[]> =>
  rowsOf(
    db,
    `${revisions} and b.revision = (select max(e.revision) from bulletin e where e.centre_id = b.centre_id and e.month = b.month)
      order by b.month desc`,
    [centreId],
  );

export const publishedFigures = (db: Db, bulletinId: string): Promise<PublishedFigureRow[]> =>
  db
    .selectFrom('publishedFigure')
    .select(['bulletinId', 'figure', 'definitionVersion', 'departmentId', 'numerator', 'denominator', 'unit', 'rate'])
    .select(['original', 'originalRate', 'excluded'])
    .where('bulletinId', '=', bulletinId)
    .orderBy('n')
    .execute();

/** Scores in the order in which they were published. */
export const publishedScores = (db: Db, bulletinId: string): Promise<PublishedScoreRow[]> =>
  db
    .selectFrom('publishedScore')
    .select(['bulletinId', 'scheme', 'schemeVersion', 'schemeName', 'departmentId', 'groupName', 'rank', 'ranked'])
    .select(['score', 'counted', 'detail'])
    .where('bulletinId', '=', bulletinId)
    .orderBy('n')
    .execute();

/** Stores a bulletin with its numbers; nothing ever changes them. A revision that exists already is a broken constraint. */
export async function insertBulletin(
  tx: Tx,
  bulletin: BulletinRow,
  figures: readonly PublishedFigureRow[],
  scores: readonly PublishedScoreRow[],
): Promise<void> {
  await insertRow(tx, 'bulletin', bulletin);
  for (const row of figures) await insertRow(tx, 'publishedFigure', row);
  for (const row of scores) await insertRow(tx, 'publishedScore', row);
}
