import type { Store } from '@hotline/db/store/open';
import { sql } from 'kysely';

/** What a database says its tables, columns and indexes are, a line each, in order. */
export async function catalogueOf(store: Store): Promise<string[]> {
  const text = store.engine === 'sqlite' ? sqlite : postgres;
  const { rows } = await sql<{ line: string }>`${sql.raw(text)}`.execute(store.reader);
  return rows.map(({ line }) => line).sort();
}

const sqlite = `
  select t.name || '.' || c.name || ' ' || lower(c.type) || ' ' || c."notnull" || ' ' || c.pk || ' ' || coalesce(c.dflt_value, '') || ' ' || l.strict as line
    from sqlite_master t join pragma_table_xinfo(t.name) c join pragma_table_list l on l.name = t.name
    where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'kysely_%'
  union all select sql from sqlite_master where type = 'index' and sql is not null`;

const postgres = `
  select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') || ' '
      || coalesce(collation_name, '') || ' ' || is_identity as line
    from information_schema.columns where table_schema = current_schema() and table_name not like 'kysely_%'
  union all select indexdef from pg_indexes where schemaname = current_schema() and tablename not like 'kysely_%'`;
