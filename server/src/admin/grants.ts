import { type Grant, within } from '@hotline/shared/people/actor';
import type { Directory } from '@hotline/shared/people/directory';
import { departmentStaff } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { type By, isWithin } from './administration.ts';

/**
 * Every grant names a role within a scope where it means something: roles of the centre at a centre, a department's at a
 * department still in use; and none reaches beyond who grants it.
 * @throws Refusal invalid, forbidden
 */
export function checkGrants(directory: Directory, by: By, grants: readonly Grant[]): void {
  const keys = grants.map((g) => `${g.role} ${g.path}`);
  if (new Set(keys).size < keys.length) throw new Refusal('invalid', '同一角色在同一范围只能授予一次，请去掉重复的。');
  for (const { role, path } of grants) {
    const centre = [...directory.centres.values()].find((c) => c.path === path);
    const department = [...directory.departments.values()].find((d) => d.path === path);
    if (!centre && !department) throw new Refusal('invalid', '所选范围不存在，请重新选择。', { path });
    if (!isWithin(by, path)) throw new Refusal('forbidden', '不能授予超出您管理范围的权限。', { path });
    if (departmentStaff.includes(role) && !department)
      throw new Refusal('invalid', '经办人、单位负责人只能授予具体的承办单位，请改选范围。', { role, path });
    if (!departmentStaff.includes(role) && !centre)
      throw new Refusal('invalid', '热线中心的角色只能授予受理中心，请改选范围。', { role, path });
    if (department?.retiredAt) throw new Refusal('invalid', `「${department.name}」已停用，不能再授予权限。`, { path });
  }
}

type Administers = readonly { path: string }[];

/** Every centre that had an administrator before still has one. @throws Refusal conflict */
export function refuseOrphans(directory: Directory, before: Administers, after: Administers): void {
  const hasOne = (grants: Administers, path: string) => grants.some((g) => within(path, g.path));
  const orphan = [...directory.centres.values()].find((c) => hasOne(before, c.path) && !hasOne(after, c.path));
  if (orphan)
    throw new Refusal('conflict', `这是「${orphan.name}」最后一名系统管理员，请先为他人授予管理员权限。`, {
      centreId: orphan.id,
    });
}
