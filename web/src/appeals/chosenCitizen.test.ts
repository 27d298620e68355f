import type { Caller } from '@hotline/shared/api/calls';
import { expect, test } from 'vitest';
import { chosenCitizen } from './chosenCitizen.ts';
import { emptyLog } from './logDraft.ts';

const known = (...ids: string[]): Caller => ({
  phone: '138****8000',
  people: ids.map((id) => ({ id, name: '陈**', appeals: 1, lastAt: null })),
  appeals: [],
  openAppeals: 0,
});

test.each([
  ['nobody is known', known(), {}, null],
  ['the only one known is taken', known('chen'), {}, 'chen'],
  ['of two the agent chooses', known('chen', 'lin'), {}, null],
  ['the one chosen', known('chen', 'lin'), { citizenId: 'lin' }, 'lin'],
  ['it is somebody else', known('chen'), { citizenId: null }, null],
  ['a name was typed', known('chen'), { name: '王' }, null],
  ['another number was typed', known('chen'), { phone: '139' }, null],
  ['who stays anonymous is nobody', known('chen'), { identity: 'anonymous' as const }, null],
  ['a draft from another number', known('chen'), { citizenId: 'wu' }, null],
])('%s', (_, caller, change, chosen) => {
  expect(chosenCitizen({ ...emptyLog, ...change }, caller)).toBe(chosen);
});
