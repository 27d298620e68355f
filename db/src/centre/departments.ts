import type { Db, Tx } from '../store/open.ts';
import type { DepartmentRow } from '../store/organisationRows.ts';
import { insertRow } from '../store/rows.ts';
import { below } from '../store/scope.ts';

export const insertDepartment = (tx: Tx, row: DepartmentRow) => insertRow(tx, 'department', row);

export const updateDepartment = (tx: Tx, id: string, changes: Partial<DepartmentRow>) =>
  tx.updateTable('department').set(changes).where('id', '=', id).execute();

export const departmentsOf = (db: Db, centreIds: readonly string[]): Promise<DepartmentRow[]> =>
  db
    .selectFrom('department')
    .select([
      'id',
      'centreId',
      'parentId',
      'path',
      'name',
      'shortName',
      'phone',
      'duties',
      'requiresApproval',
      'createdAt',
      'retiredAt',
    ])
    .where('centreId', 'in', centreIds)
    .orderBy('n')
    .execute();

const openStatuses = ['awaitingSigning', 'handling', 'awaitingApproval'] as const;

/** How many dispatches each department below `path` holds, by index. */
export async function openDispatches(db: Db, path: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('dispatch')
    .select((eb) => ['departmentId', eb.fn.countAll<number>().as('count')])
    .where('status', 'in', openStatuses)
    .where('departmentPath', '>=', path)
    .where('departmentPath', '<', below(path))
    .groupBy('departmentId')
    .execute();
  return new Map(rows.map(({ departmentId, count }) => [departmentId, Number(count)]));
}
