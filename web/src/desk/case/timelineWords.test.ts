import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { verbForms } from '@hotline/shared/api/verbForms';
import { beforeAll, expect, test } from 'vitest';
import { useCatalog } from '../../data/catalog.ts';
import type { Timeline } from './openCase.ts';
import { sentenceOf } from './timelineWords.ts';

beforeAll(() => useCatalog.setState({ verbs: verbForms }));

const answer = {
  dispatches: [
    { id: 'd1', departmentId: '市水务集团', role: 'lead' },
    { id: 'd2', departmentId: '市城管委', role: 'assist' },
  ],
  requests: [{ id: 'q1', dispatchId: 'd1' }],
  orders: [],
  cards: [],
} as unknown as CaseAnswer;
const linked = { id: 't2', number: '26110200002', title: '水管爆裂', status: 'handling' } as const;
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
  originals: [],
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
    '市城管委签收超期，系统自动签收',
    { verb: 'autoSign', actorType: 'system', actorName: null, childId: 'd2', fields: ['d2.status'] },
  ],
  ['派单员小陈修改标题、详细地址', { verb: 'amend', fields: ['ticket.title', 'a1.address', 'a1.promisedDueAt'] }],
  ['市民催办', { verb: 'urge', actorType: 'citizen', actorName: null }],
  ['派单员小陈并入', { verb: '并入' }],
  ['派单员小陈并单', { verb: 'merge', fields: ['-a1'] }],
  ['派单员小陈将本件并入 26110200002', { verb: 'merge', fields: ['ticket.status', '-a1'], linked }],
  ['派单员小陈将 26110200002 并入本件', { verb: 'merge', fields: ['+a1'], linked }],
  ['派单员小陈拆出部分诉求，另立 26110200002', { verb: 'split', fields: ['-a2'], linked }],
  ['派单员小陈由 26110200002 拆出本件', { verb: 'split', fields: ['+a2'], linked }],
  ['派单员小陈登记诉求，与 26110200002 有关', { verb: 'log', fields: ['+a1'], linked }],
])('%s', (sentence, change) => {
  expect(sentenceOf(entry(change), answer, (id) => id, 'zh')).toBe(sentence);
});

test('in English a sentence begins with a capital', () => {
  const urged = entry({ verb: 'urge', actorType: 'citizen', actorName: null });
  expect(sentenceOf(urged, answer, (id) => id, 'en')).toBe('The citizen urged');
});
