import type { CalendarData } from '@hotline/shared/time/calendarData';
import type { RuleSet } from '@hotline/shared/time/rules';
import type { Db } from './open.ts';
import type { CategoryRow, CentreRow, DepartmentRow, RegionRow } from './schema.ts';

/** Organisations, categories and regions as they stand. */
export async function loadCatalog(db: Db) {
  const centres: CentreRow[] = await db.selectFrom('centre').selectAll().orderBy('n').execute();
  const departments: DepartmentRow[] = await db.selectFrom('department').selectAll().orderBy('n').execute();
  const categories: CategoryRow[] = await db
    .selectFrom('category')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('n')
    .execute();
  const regions: RegionRow[] = await db.selectFrom('region').selectAll().orderBy('n').execute();
  return { centres, departments, categories, regions };
}

/** The newest calendar of a centre, parsed here and nowhere else. */
export async function latestCalendar(db: Db, centreId: string): Promise<CalendarData | null> {
  const row = await db
    .selectFrom('calendar')
    .select('data')
    .where('centreId', '=', centreId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? (JSON.parse(row.data) as CalendarData) : null;
}

/** The newest deadline rules of a centre, parsed here and nowhere else. */
export async function latestRules(db: Db, centreId: string): Promise<RuleSet | null> {
  const row = await db
    .selectFrom('ruleSet')
    .select(['id', 'version', 'rules'])
    .where('centreId', '=', centreId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { id: row.id, version: row.version, rules: JSON.parse(row.rules) as RuleSet['rules'] } : null;
}
