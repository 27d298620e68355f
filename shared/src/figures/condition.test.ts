import { expect, test } from 'vitest';
import { all, any, before, type Condition, has, holds, is, not, same } from './condition.ts';

const facts = { early: '02', late: '05', alsoLate: '05', none: null, role: 'lead', empty: '', n: 0 };

test.each<[words: string, condition: Condition, expected: boolean]>([
  ['there is one', has('early'), true],
  ['there is none', has('none'), false],
  ['nobody ever wrote it', has('unheard'), false],
  ['nought is there', has('n'), true],
  ['nothing written is there', has('empty'), true],
  ['before', before('early', 'late'), true],
  ['after', before('late', 'early'), false],
  ['at the same moment is not before', before('late', 'alsoLate'), false],
  ['before something that never was', before('early', 'none'), false],
  ['something that never was, before', before('none', 'early'), false],
  ['something unheard of, before', before('unheard', 'early'), false],
  ['equal', same('late', 'alsoLate'), true],
  ['unequal', same('early', 'late'), false],
  ['two that never were are not the same', same('none', 'none'), false],
  ['is one of those named', is('role', 'assist', 'lead'), true],
  ['is none of those named', is('role', 'assist'), false],
  ['is nothing, and nothing is named', is('none', ''), true],
  ['is nothing, and something is named', is('none', 'null'), false],
  ['not', not(has('none')), true],
  ['not what holds', not(has('early')), false],
  ['all of two', all(has('early'), has('late')), true],
  ['all but one', all(has('early'), has('none')), false],
  ['all of none', all(), true],
  ['any of two', any(has('none'), has('late')), true],
  ['any where none holds', any(has('none'), has('unheard')), false],
  ['any of none', any(), false],
])('%s', (_, condition, expected) => {
  expect(holds(condition, facts)).toBe(expected);
});
