import * as Type from 'typebox';
import { Id, Instant, object, orNull, text } from '../../schema.ts';
import { byId, Count, route } from '../route.ts';

const described = {
  name: text(100, 2),
  shortName: text(40),
  phone: orNull(text(40)),
  duties: orNull(text(1000)),
  /** The department's head approves a reply before it leaves. */
  requiresApproval: Type.Boolean(),
};
const Department = object({
  id: Id,
  centreId: Id,
  parentId: orNull(Id),
  path: Type.String(),
  ...described,
  name: Type.String(),
  shortName: Type.String(),
  phone: orNull(Type.String()),
  duties: orNull(Type.String()),
  retiredAt: orNull(Instant),
  /** Dispatches it still holds: it can be retired when there are none. */
  open: Count,
});
export type AdminDepartment = Type.Static<typeof Department>;

/** 承办单位: the tree. Nobody is deleted: what tickets were sent to keeps its name. */
export const departmentRoutes = {
  departments: route({
    method: 'GET',
    path: '/api/admin/departments',
    summary: 'All departments, retired ones too',
    answer: object({ items: Type.Array(Department) }),
  }),
  addDepartment: route({
    method: 'POST',
    path: '/api/admin/departments',
    summary: 'Add a department',
    body: object({ centreId: Type.Optional(Id), parentId: orNull(Id), ...described }),
    answer: Department,
    status: 201,
  }),
  changeDepartment: route({
    method: 'PUT',
    path: '/api/admin/departments/:id',
    summary: 'Rename a department, change its duties',
    params: byId,
    body: object(described),
    answer: Department,
  }),
  retireDepartment: route({
    method: 'POST',
    path: '/api/admin/departments/:id/retire',
    summary: 'Retire a department that holds nothing',
    params: byId,
    answer: Department,
  }),
  restoreDepartment: route({
    method: 'POST',
    path: '/api/admin/departments/:id/restore',
    summary: 'Take a retired department back',
    params: byId,
    answer: Department,
  }),
} as const;
