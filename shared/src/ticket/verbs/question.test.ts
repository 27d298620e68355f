import { expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import { crowd } from '../testing/crowd.test-support.ts';
import { does } from '../testing/town.test-support.ts';

const { 'the second citizen asked': asked, 'two citizens': two, 'three shelved': shelved } = crowd();
if (!asked || !two || !shelved) throw new Error('no scene');
const wednesday = '2026-11-04T02:00:00.000Z';
const fresh = { ticketId: 't9', number: '26110200099' };
const open = (c: Case) => c.pauses.filter((p) => p.endedAt === null).length;

test('whoever was asked answers, leaves or withdraws: the clocks go on, and only then', () => {
  const words = { text: '在88号门口。' };
  expect(open(asked)).toBeGreaterThan(1);
  expect(open(does(asked, 'agent', 'supplement', { appealId: 'a2', ...words }, wednesday))).toBe(0);
  expect(open(does(asked, 'agent', 'supplement', { appealId: 'a1', ...words }, wednesday))).toBe(open(asked));
  const leaves = (appealId: string, c = asked) =>
    open(does(c, 'agent', 'withdraw', { appealId, reason: '已自行解决。' }, wednesday));
  expect(leaves('a2')).toBe(0);
  expect(leaves('a1')).toBe(open(asked));
  const splits = (id: string) => open(does(asked, 'agent', 'split', { appealIds: [id] }, wednesday, { fresh }));
  expect(splits('a2')).toBe(0);
  expect(splits('a1')).toBe(open(asked));
});

test('a citizen who withdraws from a shelved ticket is not waited for, while the others’ promises stand still', () => {
  const left = does(shelved, 'agent', 'withdraw', { appealId: 'a1', reason: '已自行解决。' }, wednesday);
  expect(left.ticket.status).toBe('shelved');
  expect(left.pauses.filter((p) => p.endedAt === null).map((p) => p.appealId ?? p.dispatchId)).not.toContain('a1');
  expect(left.appeals.map((a) => a.promiseClock.pausedAt === null).slice(0, 2)).toEqual([true, false]);
});

test('a question asked before dispatch is answered by whom it was put to, and falls away when he leaves', () => {
  const put = does(two, 'agent', 'askCitizen', { appealId: 'a2', question: '请补充具体位置。' });
  const [question] = put.requests;
  if (!question) throw new Error('no question');
  const others = [
    { ...question, id: 'x1', status: 'refused' as const },
    { ...question, id: 'x2', type: 'rework' as const },
    { ...question, id: 'x3', dispatchId: 't1-d9' },
    { ...question, id: 'x4', appealId: 'a1' },
  ];
  const c = { ...put, requests: [question, ...others] };
  const told = does(c, 'agent', 'supplement', { appealId: 'a2', text: '在88号门口。' });
  expect(told.requests).toEqual([
    { ...question, status: 'approved', decision: null, decidedBy: 'agent', decidedAt: question.askedAt },
    ...others,
  ]);
  const waiting = { ...c, ticket: { ...c.ticket, status: 'awaitingDispatch' as const } };
  const left = does(waiting, 'agent', 'split', { appealIds: ['a2'] }, wednesday, { fresh });
  expect(left.requests.map((r) => [r.id, r.status])).toEqual([
    [question.id, 'cancelled'],
    ['x1', 'refused'],
    ['x2', 'cancelled'],
    ['x3', 'cancelled'],
    ['x4', 'open'],
  ]);
});
