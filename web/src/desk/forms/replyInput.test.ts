import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { expect, test } from 'vitest';
import { asksHowContacted } from './replyInput.ts';

const answer = {
  appeals: [{ id: 'a1', status: 'open', identity: 'named', phone: '138****0077' }],
  dispatches: [
    { id: 'd1', role: 'lead', parentId: null },
    { id: 'd2', role: 'assist', parentId: null },
    { id: 'd3', role: 'lead', parentId: 'd1' },
  ],
} as unknown as CaseAnswer;

test('the reply form asks how the citizen was contacted of the top-level lead only, as the rule does', () => {
  expect(['d1', 'd2', 'd3', null].map((id) => asksHowContacted(answer, id))).toEqual([true, false, false, false]);
});
