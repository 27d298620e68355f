import { type Kysely, sql } from 'kysely';
import type { Engine } from '../store/open.ts';
import { type Build, buildOn, notNull } from './0001/build.ts';

/**
 * Counters by more dimensions, by day and by month, and the changes that wait to be brought into them. The old ones go:
 * `counted_figure` is emptied, so that every figure is counted from the rows once.
 */
export const keptCounters =
  (engine: Engine) =>
  async (db: Kysely<unknown>): Promise<void> => {
    const build = buildOn(db, engine);
    await changes(build);
    await counters(build, 'counter_centre', []);
    await counters(build, 'counter_department', ['department_id']);
    await db.schema.dropTable('figure_day').execute();
    await db.schema.dropTable('figure_category_day').execute();
    await sql`delete from counted_figure`.execute(db);
  };

async function changes({ table, text, integer }: Build): Promise<void> {
  await table('counter_change')
    .addColumn('figure', text, notNull)
    .addColumn('centre_id', text, notNull)
    .addColumn('day', text, notNull)
    .addColumn('department_id', text, notNull)
    .addColumn('role', text, notNull)
    .addColumn('category_id', text, notNull)
    .addColumn('kind', text, notNull)
    .addColumn('channel', text, notNull)
    .addColumn('region', text, notNull)
    .addColumn('verdict', text, notNull)
    .addColumn('members', integer, notNull)
    .addColumn('amount', integer, notNull)
    .execute();
}

/** Clustered by its key on SQLite, where an index beside the table would hold everything twice. */
async function counters({ db, engine }: Build, name: string, owner: readonly string[]): Promise<void> {
  const key = ['figure', 'centre_id', 'dimension', 'period', ...owner, 'part', 'verdict'];
  const { columns, end } =
    engine === 'sqlite'
      ? { columns: ['text', 'integer'], end: ' strict, without rowid' }
      : { columns: ['text collate "C"', 'bigint'], end: '' };
  const [text, integer] = columns;
  const list = [
    ...key.map((column) => `${column} ${text} not null`),
    `members ${integer} not null`,
    `amount ${integer} not null`,
  ];
  await sql.raw(`create table ${name} (${list.join(', ')}, primary key (${key.join(', ')}))${end}`).execute(db);
  // What has come to nothing is struck out.
  await db.schema
    .createIndex(`${name}_nothing_ix`)
    .on(name)
    .columns(['figure'])
    .where(sql<boolean>`members = 0 and amount = 0`)
    .execute();
}
