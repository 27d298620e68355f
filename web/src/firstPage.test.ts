import type { Role } from '@hotline/shared/people/actor';
import { expect, test } from 'vitest';
import { firstPage } from './firstPage.ts';

test.each<[string, Role[], string]>([
  ['话务员小林', ['agent'], '/log'],
  ['派单员小陈', ['dispatcher'], '/desk/dispatch'],
  ['水务集团经办人', ['handler'], '/desk/inbox'],
  ['城管局负责人', ['departmentHead'], '/desk/inbox'],
  ['审核员', ['reviewer'], '/desk/review'],
  ['回访员', ['callbackAgent'], '/desk/callback'],
  ['督办员', ['supervisor'], '/desk/supervise'],
  ['中心领导', ['manager'], '/reports'],
  ['审计员', ['auditor'], '/desk/all'],
])('%s starts where what is sent to them arrives', (name, roles, page) => {
  const grants = roles.map((role) => ({ role, path: 'fz.' }));
  expect(firstPage({ id: 'p', username: 'p', name, grants, departments: [] })).toBe(page);
});
