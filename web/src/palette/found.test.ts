import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { foundIn } from './found.ts';

const entry = (id: string, label: string, more: Partial<Entry> = {}): Entry => ({
  id,
  label,
  group: 'go',
  run: () => {},
  ...more,
});
const all = [
  entry('dispatch', '派单台', { alias: 'Dispatch' }),
  entry('log', '登记诉求', { alias: 'Log an appeal' }),
  entry('board', '报表'),
  entry('return', '申请退单', { group: 'act', why: '已签收超过 2 个工作日' }),
  entry('reply', '答复', { group: 'act' }),
  entry('water', '水务集团', { group: 'department', alias: '市水务集团' }),
];
const ids = (typed: string, recent: string[] = []) =>
  foundIn(all, typed, recent).map((g) => `${g.group}: ${g.entries.map((e) => e.id).join(' ')}`);

test('with nothing typed: what was used last, what can be done with the ticket, where one can go', () => {
  expect(ids('')).toEqual(['act: return reply', 'go: dispatch log board']);
  expect(ids('', ['water', 'log', 'gone'])).toEqual(['recent: water log', 'act: return reply', 'go: dispatch board']);
});

test.each([
  ['pd', ['go: dispatch']],
  ['djsq', ['go: log']],
  ['appeal', ['go: log']],
  ['swjt', ['department: water']],
  ['退单', ['act: return']],
  ['qqq', []],
])('«%s» finds %s', (typed, expected) => {
  expect(ids(typed)).toEqual(expected);
});

test('of two alike the one used last comes first, and what cannot be done comes after what can', () => {
  const two = [entry('a', '答复模板'), entry('b', '答复记录')];
  expect(foundIn(two, '答复', ['b'])[0]?.entries.map((e) => e.id)).toEqual(['b', 'a']);
  const waiting = entry('w', '答复', { group: 'act', why: '等待签收' });
  expect(foundIn([waiting, entry('x', '答复一览', { group: 'act' })], '答复', [])[0]?.entries.map((e) => e.id)).toEqual(
    ['x', 'w'],
  );
});
