import { expect, test } from 'vitest';
import { faultsOf, lengthFaults, type Rules } from './faults.ts';
import { readSource } from './read.ts';

const rules: Rules = {
  ceilings: { longFunctions: 0, casts: 1, namesExportedTwice: 0, lengthsOnScreens: 0 },
  longFiles: { 'web/portal/portal.css': 712 },
  rooms: { shared: ['time', 'ticket'], web: ['data', 'desk'], db: ['store'] },
  otherRoom: { 'web/src/data/top.ts': 'desk' },
  backArrows: [],
  secureHomes: { 'navigator.locks': 'web/src/data/locks.ts' },
  outside: { shared: ['typebox'], web: ['@hotline/shared', '*'], db: ['@hotline/shared', 'node:'] },
};
const cast = readSource('shared/src/time/a.ts', 'export const a = 1 as number;');
const faults = (path: string, text: string, own: Partial<Rules> = {}) =>
  faultsOf([cast, readSource(path, text)], { ...rules, ...own });

test('code that keeps the rules has no faults', () => {
  const text =
    "import * as Type from 'typebox';\nimport { b } from '../time/a.ts';\nexport const c = [b, Type] as const;";
  expect(faults('shared/src/ticket/c.ts', text)).toEqual([]);
  expect(faults('web/src/desk/d.ts', "import { x } from 'react';\nimport type { b } from '../data/b.ts';")).toEqual([]);
  expect(faults('web/src/data/top.ts', "import { x } from '../desk/x.ts';")).toEqual([]);
});

test.each([
  ['shared/src/time/b.ts', 'export const now = () => Date.now();', 'shared knows no clock and no chance: Date.now'],
  ['shared/src/time/b.ts', 'export const now = () => new Date();', 'shared knows no clock and no chance: new Date()'],
  ['shared/src/time/b.ts', 'export const id = crypto.randomUUID();', 'no chance: crypto.randomUUID'],
  ['shared/src/time/b.ts', "import { z } from 'zod';", 'shared/src/time/b.ts:1 shared does not import zod'],
  ['shared/src/time/b.ts', "import { readFileSync } from 'node:fs';", 'shared does not import node:fs'],
  [
    'web/src/data/b.ts',
    "\nimport type { Store } from '@hotline/db/store/open';",
    ':2 web does not import @hotline/db/store/open',
  ],
  [
    'web/src/data/b.ts',
    "import { s } from '../../../server/src/a.ts';",
    'web does not import ../../../server/src/a.ts',
  ],
  ['db/src/store/b.ts', "export * from '@hotline/server/app/server';", 'db does not import @hotline/server/app/server'],
  [
    'shared/src/time/b.ts',
    "import type { T } from '../ticket/t.ts';",
    'points back between rooms: shared: time → ticket',
  ],
  ['web/src/cellar/b.ts', 'export const b = 1;', 'a room without its place in the order'],
  ['web/src/data/b.ts', 'export const b = crypto.randomUUID();', 'missing on pages that came by plain http'],
  ['web/src/data/b.ts', 'export const b = window.navigator.clipboard.writeText;', 'came by plain http'],
  ['web/src/data/b.ts', 'export const b = navigator.locks;', 'plain http: ask web/src/data/locks.ts'],
  ['web/src/data/b.ts', 'export const b = 2 as number;', 'casts: 2, at most 1'],
  ['shared/src/ticket/b.ts', 'export const a = 2;', 'namesExportedTwice: 1, at most 0'],
  [
    'web/src/desk/b.tsx',
    'export const b = <Input {...wiring} maxLength={60} />;',
    'lengthsOnScreens: 1, at most 0: web/src/desk/b.tsx:1',
  ],
  ['web/src/desk/b.tsx', 'export const b = <Input minLength="2" />;', 'lengthsOnScreens: 1'],
  [
    'web/src/desk/b.tsx',
    'export const b = <Input maxLength={most} />;',
    'web/src/desk/b.tsx:1 cuts what is put in without a word',
  ],
  ['web/src/desk/b.ts', '\nexport const b = { maxLength: 8_000 };', 'at most 0: web/src/desk/b.ts:2'],
  ['web/src/desk/b.ts', 'const { minLength = 1 } = a; export const b = minLength;', 'lengthsOnScreens: 1'],
  ['web/src/desk/b.ts', 'export const b = (c: C) => c.maxLength ?? 2000;', 'lengthsOnScreens: 1'],
  ['web/src/desk/b.ts', 'const minLength = 5; export const b = minLength;', 'lengthsOnScreens: 1'],
  ['web/src/desk/b.ts', 'export const b = (c: string) => c.trim().length < 2;', 'lengthsOnScreens: 1'],
  [
    'web/src/data/b.ts',
    `export function long() {${'\n'.repeat(80)}}`,
    'longFunctions: 1, at most 0: web/src/data/b.ts:1 (81)',
  ],
])('%s with «%s» is told', (path, text, sentence) => {
  expect(faults(path, text)).toEqual([expect.stringContaining(sentence)]);
});

test('a ceiling above what stands, and an arrow that is gone, are to be lowered at once', () => {
  const own = { ceilings: { ...rules.ceilings, casts: 3 }, backArrows: ['web: data → desk'] };
  expect(faults('web/src/desk/d.ts', 'export const d = 1;', own)).toEqual([
    expect.stringContaining('web: data → desk is gone'),
    expect.stringContaining('casts is down to 1, lower it from 3'),
  ]);
});

test('a file of more than 300 lines is told, and so is an allowance that is too high by now', () => {
  const lines = new Map([
    ['web/src/a.ts', 300],
    ['web/src/b.ts', 301],
    ['web/portal/portal.css', 700],
  ]);
  expect(lengthFaults(lines, rules.longFiles)).toEqual([
    expect.stringContaining('web/src/b.ts has 301 lines, at most 300'),
    expect.stringContaining('web/portal/portal.css is down to 700 lines'),
  ]);
});
