import { departmentsOf, insertDepartment, openDispatches, updateDepartment } from '@hotline/db/centre/departments';
import type { Tx } from '@hotline/db/store/open';
import type { DepartmentRow } from '@hotline/db/store/organisationRows';
import type { AdminDepartment } from '@hotline/shared/api/admin/departments';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { serve } from '../app/route.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { administer, administered, byPerson, isWithin } from './administration.ts';

export function departmentRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'departments', administrators, async ({ me }) => {
    const centres = [...hotline.catalog.directory().centres.values()].filter((c) => isWithin(byPerson(me), c.path));
    const rows = await departmentsOf(
      hotline.store.reader,
      centres.map((c) => c.id),
    );
    const open = await Promise.all(centres.map((c) => openDispatches(hotline.store.reader, c.path)));
    const held = new Map(open.flatMap((counts) => [...counts]));
    return { items: rows.map((row) => shown(row, held.get(row.id) ?? 0)) };
  });
  serve(server, hotline, 'addDepartment', administrators, async ({ me, body }) => {
    const { centreId, parentId, ...described } = body;
    const centre = administered(hotline, me.actor, centreId);
    return administer(hotline, byPerson(me), centre.id, async (tx, at) => {
      const rows = await departmentsOf(tx, [centre.id]);
      const parent = parentId === null ? null : rows.find((d) => d.id === parentId);
      if (parent === undefined || parent?.retiredAt)
        throw new Refusal('invalid', '上级单位不存在或已停用，请重新选择。');
      refuseSameName(rows, parentId, described.name, null);
      const id = newId();
      const row: DepartmentRow = {
        id,
        centreId: centre.id,
        parentId,
        path: `${parent?.path ?? centre.path}${id}.`,
        createdAt: at,
        retiredAt: null,
        ...rowOf(described, null, at),
      };
      if (row.path.length > 190) throw new Refusal('conflict', '单位层级过深，请把它放到更高一级。');
      await insertDepartment(tx, row);
      return { result: shown(row, 0), done: { act: 'addDepartment', subjectId: id, purpose: row.name } };
    });
  });
  serve(server, hotline, 'changeDepartment', administrators, async ({ me, params, body }) =>
    change(hotline, me, params.id, 'changeDepartment', (rows, row, _, at) => {
      refuseSameName(rows, row.parentId, body.name, row.id);
      return rowOf(body, row.requiresApproval, at);
    }),
  );
  serve(server, hotline, 'retireDepartment', administrators, async ({ me, params }) =>
    change(hotline, me, params.id, 'retireDepartment', (rows, row, open, at) => {
      if (row.retiredAt !== null) throw new Refusal('wrongStatus', '该单位已停用。');
      if (open > 0) throw new Refusal('conflict', `该单位及下属单位还有 ${open} 件在办，请先办结或改派。`, { open });
      if (rows.some((d) => d.parentId === row.id && d.retiredAt === null))
        throw new Refusal('conflict', '该单位还有在用的下属单位，请先停用下属单位。');
      return { retiredAt: at };
    }),
  );
  serve(server, hotline, 'restoreDepartment', administrators, async ({ me, params }) =>
    change(hotline, me, params.id, 'restoreDepartment', (rows, row) => {
      if (row.retiredAt === null) throw new Refusal('wrongStatus', '该单位在用，无需恢复。');
      if (rows.find((d) => d.id === row.parentId)?.retiredAt)
        throw new Refusal('conflict', '上级单位已停用，请先恢复上级单位。');
      return { retiredAt: null };
    }),
  );
}

type Act = 'changeDepartment' | 'retireDepartment' | 'restoreDepartment';
type Decide = (rows: readonly DepartmentRow[], row: DepartmentRow, open: number, at: Instant) => Partial<DepartmentRow>;

async function change(hotline: Hotline, me: SignedIn, id: string, act: Act, decide: Decide): Promise<AdminDepartment> {
  const known = hotline.catalog.directory().departments.get(id);
  if (!known || !isWithin(byPerson(me), known.path)) throw new Refusal('notFound', '没有这个单位，或您无权管理。');
  return administer(hotline, byPerson(me), known.centreId, async (tx, at) => {
    const rows = await departmentsOf(tx, [known.centreId]);
    const row = rows.find((d) => d.id === id);
    if (!row) throw new Refusal('notFound', '没有这个单位，或您无权管理。');
    const open = await heldBelow(tx, row.path);
    const changes = decide(rows, row, open, at);
    await updateDepartment(tx, id, changes);
    const after = { ...row, ...changes };
    const purpose = act === 'changeDepartment' ? difference(row, after) : after.name;
    return { result: shown(after, open), done: { act, subjectId: id, purpose } };
  });
}

const heldBelow = async (tx: Tx, path: string) =>
  [...(await openDispatches(tx, path)).values()].reduce((sum, count) => sum + count, 0);

type Described = Pick<AdminDepartment, 'name' | 'shortName' | 'phone' | 'duties' | 'requiresApproval'>;

/** Since when replies need the head's approval stays, where they needed it already. */
const rowOf = ({ name, shortName, phone, duties, requiresApproval }: Described, since: string | null, at: Instant) => ({
  name: name.trim(),
  shortName: shortName.trim(),
  phone,
  duties,
  requiresApproval: requiresApproval ? (since ?? at) : null,
});

function refuseSameName(rows: readonly DepartmentRow[], parentId: string | null, name: string, id: string | null) {
  if (rows.some((d) => d.id !== id && d.parentId === parentId && d.name === name.trim() && d.retiredAt === null))
    throw new Refusal('conflict', `同一上级下已有「${name.trim()}」，请换一个名称。`);
}

const difference = (before: DepartmentRow, after: DepartmentRow) =>
  (['name', 'shortName', 'phone', 'duties', 'requiresApproval'] as const)
    .filter((key) => before[key] !== after[key])
    .map((key) => `${key}：${before[key] ?? '—'} → ${after[key] ?? '—'}`)
    .join('；')
    .slice(0, 500);

const shown = ({ createdAt: _, requiresApproval, ...row }: DepartmentRow, open: number): AdminDepartment => ({
  ...row,
  requiresApproval: requiresApproval !== null,
  open,
});
