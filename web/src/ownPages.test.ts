import { type Role, roles } from '@hotline/shared/people/actor';
import { expect, test } from 'vitest';
import { allPages, firstPage, pageOf, railOf, sectionOf } from './ownPages.ts';
import { placesFor } from './palette/places.ts';
import { to } from './paths.ts';

const holding = (...held: readonly Role[]) => ({
  id: 'p',
  username: 'p',
  name: '小林',
  grants: held.map((role) => ({ role, path: 'fz.' })),
  departments: [],
});

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
  ['系统管理员', ['administrator'], '/admin'],
  ['派单员兼话务员', ['dispatcher', 'agent'], '/log'],
  ['派单员兼管理员', ['dispatcher', 'administrator'], '/desk/dispatch'],
])('%s starts where what is sent to them arrives', (_, held, page) => {
  expect(firstPage(holding(...held))).toBe(page);
});

test.each(roles)('Ctrl+K offers %s every page the role may open, and no other', (role) => {
  const went: string[] = [];
  for (const entry of placesFor(holding(role), 'zh', (address) => went.push(address))) void entry.run?.();
  const offered = new Set(went.map((address) => address.replace(/\?.*/, '')));
  expect([...offered]).toEqual(allPages.filter((name) => pageOf(name).who.includes(role)).map((name) => to(name)));
});

test.each(roles)(
  'the rail shows %s every page that has a word there and may be opened, one of each section',
  (role) => {
    const shown = railOf(holding(role)).map(({ name }) => name);
    for (const name of allPages) {
      const may = pageOf(name).rail !== undefined && pageOf(name).who.includes(role);
      const isFirst = sectionOf(name) === null || shown.find((other) => sectionOf(other) === sectionOf(name)) === name;
      if (!may) expect(shown).not.toContain(name);
      else if (isFirst) expect(shown).toContain(name);
    }
    const sections = shown.flatMap((name) => sectionOf(name) ?? []);
    expect(new Set(sections).size).toBe(sections.length);
  },
);

test('two pages never lie at one address, and each is named by whoever looks for it', () => {
  const addresses = allPages.map((name) => to(name));
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(allPages.filter((name) => pageOf(name).who.length === 0)).toEqual([]);
});
