import { expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import type { Dispatch } from '../model/dispatch.ts';
import { crowd } from '../testing/crowd.test-support.ts';
import { answer, dispatched, does, logged, monday, why } from '../testing/town.test-support.ts';

const { 'three answered': answered, 'one of three dissatisfied': unhappy } = crowd();
const [dispatch] = answered?.dispatches ?? [];
if (!answered || !unhappy || !dispatch) throw new Error('no scene');
const tuesday = '2026-11-03T02:00:00.000Z';
const note = { note: '请重新核实。' };
const having = (...dispatches: Partial<Dispatch>[]): Case => ({
  ...unhappy,
  dispatches: dispatches.map((d, i) => ({ ...dispatch, id: `t1-d${i + 1}`, status: 'accepted', ...d })),
});

test('the matter goes again to the lead whose reply was accepted in this round, whoever else had a part in it', () => {
  const others: Partial<Dispatch>[] = [
    { departmentId: 'gas', role: 'assist' },
    { departmentId: 'east', parentId: 't1-d9' },
    { departmentId: 'water', status: 'returned' },
    { departmentId: 'west', round: 2 },
  ];
  const again = does(having(...others, { departmentId: 'roads' }), 'reviewer', 'rework', note, tuesday);
  expect(again.dispatches.at(-1)).toMatchObject({ departmentId: 'roads', role: 'lead', round: 2, note: note.note });
  expect(why(having(...others), 'reviewer', 'rework', note)).toBe('noRework');
  const open = { ...unhappy, appeals: unhappy.appeals.map((a) => ({ ...a, status: 'closed' as const })) };
  expect(why(open, 'reviewer', 'rework', note)).toBe('noRework');
});

test('it goes to nobody who has been dissolved, or was complained of meanwhile', () => {
  expect(why(having({ departmentId: 'office' }), 'reviewer', 'rework', note)).toBe('unknownDepartment');
  const about = having({ departmentId: 'roads' });
  expect(why({ ...about, ticket: { ...about.ticket, againstPath: 't.roads.' } }, 'reviewer', 'rework', note)).toBe(
    'againstDepartment',
  );
});

test('appeals that were answered are open again, one that was withdrawn is not; only the wish for it is granted', () => {
  const [asked] = unhappy.requests;
  const [callback] = unhappy.callbacks;
  if (!asked || !callback) throw new Error('no request');
  const others = [
    { ...asked, id: 'x1', status: 'refused' as const },
    { ...asked, id: 'x2', type: 'question' as const },
  ];
  const clock = { ...callback.clock, stopped: null };
  const earlier = { ...callback, id: 'b9', round: 0, clock, completedAt: null };
  const c = {
    ...unhappy,
    appeals: unhappy.appeals.map((a) => (a.id === 'a3' ? { ...a, status: 'closed' as const } : a)),
    requests: [...unhappy.requests, ...others],
    callbacks: [...unhappy.callbacks, earlier],
  };
  const again = does(c, 'reviewer', 'rework', note, tuesday);
  expect(again.appeals.map((a) => a.status)).toEqual(['open', 'open', 'closed']);
  expect(again.requests.slice(1)).toEqual(others);
  expect(again.requests[0]).toMatchObject({ status: 'approved', decision: note.note, decidedBy: 'reviewer' });
  expect(again.callbacks.find((b) => b.id === 'b9')).toEqual(earlier);
});

test('a mistaken close is undone for whatever closed with it, and only for that', () => {
  const gone = (c: Case) => does(c, 'agent', 'withdraw', { appealId: 'a3', reason: '已自行解决。' }, monday);
  const sent = gone(dispatched(crowd()['three citizens'] ?? logged(), 'gas'));
  const about = { dispatchId: 't1-d1' };
  const replied = does(does(sent, 'gas', 'sign', about), 'gas', 'reply', { ...about, ...answer });
  const accepted = does(replied, 'reviewer', 'acceptReply', about);
  const closed = does(accepted, 'reviewer', 'close', {}, tuesday);
  const reopened = does(closed, 'reviewer', 'reopen', { reason: '误办结。' }, tuesday);
  expect(reopened.ticket).toMatchObject({ status: 'awaitingCallback', outcome: null, closedAt: null });
  expect(reopened.appeals.map((a) => [a.status, a.outcome])).toEqual([
    ['answered', null],
    ['answered', null],
    ['closed', 'withdrawn'],
  ]);
});

test('a lead that gave the matter back as often as it may is asked to handle it; an assist or a child is not', () => {
  const reason = { reasonCode: 'notOurDuty', reason: '需会同多个单位现场核查。' };
  const twice = crowd()['three at work'];
  if (!twice) throw new Error('no scene');
  const given = [1, 2].map((n) => ({ ...dispatch, id: `x${n}`, role: 'lead' as const, status: 'returned' as const }));
  const c = { ...twice, dispatches: [...twice.dispatches, ...given] };
  const asks = (who: 'water' | 'gas') => {
    const dispatchId = c.dispatches.find((d) => d.departmentId === who)?.id;
    return why(c, who, 'requestReturn', { dispatchId, ...reason });
  };
  expect(asks('water')).toBe('returnsUsedUp');
  expect(asks('gas')).toBeNull();
  const passed = does(c, 'water', 'subDispatch', { dispatchId: 't1-d1', departmentId: 'east' });
  expect(why(passed, 'east', 'requestReturn', { dispatchId: passed.dispatches.at(-1)?.id, ...reason })).toBeNull();
  const once = { ...twice, dispatches: [...twice.dispatches, ...given.slice(1)] };
  expect(why(once, 'water', 'requestReturn', { dispatchId: 't1-d1', ...reason })).toBeNull();
});

test('a ticket withdrawn while its lead’s reply was reviewed is reopened before the reviewer, not for a second lead', () => {
  const sent = dispatched(logged(), 'roads');
  const about = { dispatchId: sent.dispatches[0]?.id ?? '' };
  const signed = does(sent, 'roads', 'sign', about);
  const replied = does(signed, 'roads', 'reply', { ...about, ...answer });
  const gone = does(replied, 'citizen', 'withdraw', { appealId: 'a1' });
  const again = does(gone, 'reviewer', 'reopen', { reason: '误撤。' }, tuesday);
  expect(again.ticket).toMatchObject({ status: 'awaitingReview', reviewDueAt: '2026-11-04T16:00:00.000Z' });
  expect(does(again, 'reviewer', 'acceptReply', about, tuesday).ticket.status).toBe('awaitingCallback');
});
