import { expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import { scenes } from '../testing/scenes.test-support.ts';
import { answer, why } from '../testing/town.test-support.ts';
import { asksContact } from './replyNeeds.ts';

const { contactedBy: _, ...uncontacted } = answer;
const appeal = { status: 'open', identity: 'named', phone: '+8613900000077' } as const;
const lead = { role: 'lead', parentId: null } as const;

test('a sub-dispatched lead need not say how the citizen was contacted; the top-level lead must', () => {
  const c = scenes()['sent on'] as Case;
  const child = c.dispatches.find((d) => d.parentId !== null);
  expect(child?.role).toBe('lead');
  expect(child && asksContact(child, c.appeals)).toBe(false);
  const alone = scenes()['one department'] as Case;
  expect(why(alone, 'gas', 'reply', { dispatchId: 't1-d1', ...uncontacted })).toBe('needContact');
});

test('nobody is asked how an anonymous citizen, one without a number, or one who is answered was contacted', () => {
  expect(asksContact(lead, [appeal])).toBe(true);
  expect(asksContact({ ...lead, role: 'assist' }, [appeal])).toBe(false);
  expect(asksContact(lead, [{ ...appeal, identity: 'confidential' }])).toBe(false);
  expect(asksContact(lead, [{ ...appeal, phone: null }])).toBe(false);
  expect(asksContact(lead, [{ ...appeal, status: 'answered' }])).toBe(false);
  expect(asksContact(lead, [{ ...appeal, status: 'closed' }, appeal])).toBe(true);
});
