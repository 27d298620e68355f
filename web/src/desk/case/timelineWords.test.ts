import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { expect, test } from 'vitest';
import type { Timeline } from './openCase.ts';
import { sentenceOf } from './timelineWords.ts';

const answer = {
  dispatches: [
    { id: 'd1', departmentId: '市水务集团', role: 'lead' },
    { id: 'd2', departmentId: '市城管委', role: 'assist' },
  ],
  requests: [{ id: 'q1', dispatchId: 'd1' }],
  orders: [],
  cards: [],
} as unknown as CaseAnswer;
type Entry = Timeline[number];
const entry = (change: Partial<Entry>): Entry => ({
  seq: 1,
  version: 1,
  verb: 'log',
  actorType: 'person',
  actorName: '派单员小陈',
  at: '2026-11-23T02:00:00.000Z',
  effectiveAt: '2026-11-23T02:00:00.000Z',
  fields: [],
  childId: null,
  linked: null,
  ...change,
});

test.each<[string, Partial<Entry>]>([
  [
    '派单员小陈派单：市水务集团（主办）、市城管委（协办）',
    { verb: 'dispatch', fields: ['ticket.status', '+d1', '+d2'] },
  ],
  ['派单员小陈派单：市水务集团', { verb: 'dispatch', fields: ['+d1'] }],
  ['派单员小陈同意市水务集团退单', { verb: 'approveReturn', childId: 'q1' }],
  [
    '市城管委逾期未签收，系统自动签收',
    { verb: 'autoSign', actorType: 'system', actorName: null, childId: 'd2', fields: ['d2.status'] },
  ],
  ['派单员小陈修改标题、详细地址', { verb: 'amend', fields: ['ticket.title', 'a1.address', 'a1.promisedDueAt'] }],
  ['市民催办', { verb: 'urge', actorType: 'citizen', actorName: null }],
  ['派单员小陈并入', { verb: '并入' }],
])('%s', (sentence, change) => {
  expect(sentenceOf(entry(change), answer, (id) => id, 'zh')).toBe(sentence);
});

test('in English a sentence begins with a capital', () => {
  const urged = entry({ verb: 'urge', actorType: 'citizen', actorName: null });
  expect(sentenceOf(urged, answer, (id) => id, 'en')).toBe('The citizen urged');
});
