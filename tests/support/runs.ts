import { inject } from 'vitest';

/** How many random cases: `HOTLINE_RUNS`, else few enough for every day; fewer on PostgreSQL, where each takes longer. */
export const runs = (onSqlite: number, onPostgres: number): number =>
  Number(process.env['HOTLINE_RUNS'] ?? (inject('postgresUrl') ? onPostgres : onSqlite));
