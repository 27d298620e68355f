import { expect, test } from 'vitest';
import { isAuditAct } from '../admin/audit/acts.ts';
import { queryOf } from './searchQuery.ts';

test.each(['constructor', '__proto__', 'toString'])('%s in the address is no word of a closed list', (word) => {
  expect(queryOf(new URLSearchParams({ q: '路灯', kind: word }))).toEqual({ q: '路灯' });
  expect(isAuditAct(word)).toBe(false);
});
