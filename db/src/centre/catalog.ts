import type { Db } from '../store/open.ts';
import type { CategoryRow, CentreRow, DepartmentRow, RegionRow } from '../store/organisationRows.ts';

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
