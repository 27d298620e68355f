import { expect, test } from 'vitest';
import { roles } from './actor.ts';
import {
  administrators,
  centreRoles,
  centreStaff,
  departmentStaff,
  figureReaders,
  type RoleGroup,
  requestJudges,
} from './roles.ts';

test('everybody is of the centre, of a department, or administers, and nobody is two of them', () => {
  expect([...centreStaff, ...departmentStaff, ...administrators].toSorted()).toEqual([...roles].toSorted());
});

test('what is granted at a centre and what at a department are all there is', () => {
  expect([...centreRoles, ...departmentStaff].toSorted()).toEqual([...roles].toSorted());
});

test('a group made of others names nobody twice', () => {
  for (const group of [figureReaders, requestJudges]) expect(new Set(group).size).toBe(group.length);
});

test('a list of roles written out on the spot is no group, so no route and no page takes it', () => {
  // @ts-expect-error: only people/roles.ts names groups.
  const unnamed: RoleGroup = ['handler', 'departmentHead'];
  expect(unnamed).toEqual(departmentStaff);
});
