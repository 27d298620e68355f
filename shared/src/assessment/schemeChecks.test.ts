import { expect, test } from 'vitest';
import { figureList, figures } from '../figures/index.ts';
import { defaultSchemes } from './defaultSchemes.ts';
import { isComparable, schemeProblems } from './schemeChecks.ts';
import type { Scheme } from './schemes.ts';

const departments = new Set(['water', 'gas']);
const [threeRates, performance] = defaultSchemes().schemes as [Scheme, Scheme];
const said = (...schemes: Scheme[]) => schemeProblems(schemes, departments).map(({ zh }) => zh);

test('the schemes a new centre starts with can be saved as they are', () => {
  expect(said(threeRates, performance)).toEqual([]);
});

test.each<[string, Partial<Scheme>]>([
  ['方案「三率考核」的权重合计为 90，应为 100，请调整。', { parts: [{ figure: 'contactRate', weight: 90 }] }],
  [
    '方案「三率考核」里「联系率」出现两次，请删去一次。',
    {
      parts: [
        { figure: 'contactRate', weight: 40 },
        { figure: 'contactRate', weight: 60 },
      ],
    },
  ],
  [
    '方案「三率考核」里的「接通率」不能按单位比较，请换一个指标。',
    { parts: [{ figure: 'connectedRate', weight: 100 }] },
  ],
  [
    '方案「三率考核」把一个单位分进了两组，请只留一组。',
    {
      groups: [
        { id: 'a', name: '甲', departmentIds: ['water'] },
        { id: 'b', name: '乙', departmentIds: ['water'] },
      ],
    },
  ],
  [
    '方案「三率考核」的分组里有已不存在的单位，请移除。',
    { groups: [{ id: 'a', name: '甲', departmentIds: ['gone'] }] },
  ],
  [
    '方案「三率考核」的分组重复，请删去其中一个。',
    {
      groups: [
        { id: 'a', name: '甲', departmentIds: [] },
        { id: 'a', name: '乙', departmentIds: [] },
      ],
    },
  ],
])('%s', (sentence, change) => {
  expect(said({ ...threeRates, ...change })).toEqual([sentence]);
});

test('two schemes of one id', () => {
  expect(said(threeRates, threeRates)).toEqual(['方案编号「three-rates」重复，请删去其中一个。']);
});

test('calls, sums and live numbers compare no departments', () => {
  const not = figureList.filter((figure) => !isComparable(figure)).map(({ id }) => id);
  expect(not).toEqual(expect.arrayContaining(['connectedRate', 'recoveredLoss', 'backlog', 'closingRate']));
  expect(isComparable(figures.departmentTimelyReplyRate)).toBe(true);
});
