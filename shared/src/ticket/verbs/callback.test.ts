import { describe, expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import { crowd } from '../testing/crowd.test-support.ts';
import { does, monday, type Who, why } from '../testing/town.test-support.ts';

const { 'three answered': answered, 'one of three dissatisfied': unhappy, 'three in a second round': again } = crowd();
if (!answered || !unhappy || !again) throw new Error('no scene');
const tuesday = '2026-11-03T02:00:00.000Z';
const calls = (c: Case, who: Who, said: object, appealId = 'a1', at = tuesday) =>
  does(c, who, 'recordCallback', { appealId, ...said }, at);
const refused = (c: Case, who: Who, said: object, appealId = 'a1') =>
  why(c, who, 'recordCallback', { appealId, ...said });
const of = (c: Case, appealId = 'a1') => c.callbacks.findLast((b) => b.appealId === appealId);
const appeal = (c: Case, id = 'a1') => c.appeals.find((a) => a.id === id);
const changed = (c: Case, id: string, more: object): Case => ({
  ...c,
  appeals: c.appeals.map((a) => (a.id === id ? { ...a, ...more } : a)),
});
const yes = { reached: 'reached', solved: 'yes', satisfaction: 'satisfied' };
const no = { reached: 'reached', solved: 'no', satisfaction: 'dissatisfied' };

describe('who is called back', () => {
  test('is somebody who has been answered, by the agents until the ticket closes, and once', () => {
    expect(refused(changed(answered, 'a1', { status: 'open' }), 'callbackAgent', yes)).toBe('notAnswered');
    const done = calls(answered, 'callbackAgent', yes);
    expect(refused(done, 'callbackAgent', yes)).toBe('callbackDone');
    expect(refused(done, 'callbackAgent', yes, 'a2')).toBeNull();
    expect(refused(done, 'agent', yes, 'a2')).toBe('notAllowed');
  });

  test('rates a department’s answer himself, however it closed, but not what was withdrawn or told on the line', () => {
    const closed = (outcome: string) => changed(answered, 'a1', { status: 'closed', closedAt: monday, outcome });
    for (const outcome of ['resolved', 'explained', 'unresolved'])
      expect(refused(closed(outcome), 'citizen', yes), outcome).toBeNull();
    for (const outcome of ['withdrawn', 'answered', 'declined'])
      expect(refused(closed(outcome), 'citizen', yes), outcome).toBe('callbackDone');
    expect(refused(closed('resolved'), 'callbackAgent', yes)).toBe('callbackDone');
  });

  test('is not asked again by anybody once he has rated this round; his neighbour is, and he in the next', () => {
    const rated = calls(answered, 'citizen', yes);
    expect(of(rated)).toMatchObject({ source: 'citizen', attempts: 0 });
    expect(refused(rated, 'citizen', no)).toBe('callbackDone');
    expect(refused(rated, 'callbackAgent', yes, 'a2')).toBeNull();
    const reopened = changed(rated, 'a1', { status: 'answered', closedAt: null });
    expect(refused(reopened, 'callbackAgent', yes)).toBe('callbackDone');
    const nextRound = { ...reopened, ticket: { ...reopened.ticket, round: 2 } };
    expect(refused(nextRound, 'callbackAgent', yes)).toBeNull();
  });
});

describe('what is written down', () => {
  test('of an attempt: that it was one, and nothing he is said to have said', () => {
    const once = calls(answered, 'callbackAgent', {
      reached: 'unreachable',
      satisfaction: 'satisfied',
      note: '关机。',
    });
    expect(of(once)).toMatchObject({
      attempts: 1,
      completedAt: null,
      reached: null,
      satisfaction: 'none',
      note: '关机。',
    });
    const twice = calls(once, 'callbackAgent', { reached: 'reached', solved: 'yes', callId: 'k1' });
    expect(of(twice)).toMatchObject({ attempts: 2, completedAt: tuesday, satisfaction: 'none', callId: 'k1' });
    expect(twice.notes).toMatchObject([
      { id: 'a1-n1', appealId: 'a1', dispatchId: null, kind: 'remark', text: '关机。' },
    ]);
    const third = [1, 2].reduce((c) => calls(c, 'callbackAgent', { reached: 'unreachable' }), once);
    expect(of(third)).toMatchObject({ attempts: 3, completedAt: tuesday, reached: 'unreachable' });
    expect(appeal(third)).toMatchObject({ status: 'closed', closedAt: tuesday });
  });

  test('of a callback that nobody owed: a row of its own, due when the ticket’s are, or now', () => {
    const nobody = { ...answered, callbacks: [] };
    expect(calls(nobody, 'callbackAgent', yes).callbacks).toMatchObject([
      { id: 'a1-b1', attempts: 1, dueAt: answered.ticket.callbackDueAt, completedAt: tuesday, round: 1 },
    ]);
    const undated = { ...nobody, ticket: { ...nobody.ticket, callbackClock: null, callbackDueAt: null } };
    expect(of(calls(undated, 'callbackAgent', yes))?.dueAt).toBe(tuesday);
  });

  test('when he rates after the call: his words, and the time of the call', () => {
    const called = calls(answered, 'callbackAgent', yes, 'a1', monday);
    const rated = calls(called, 'citizen', { reached: 'reached', solved: 'no', satisfaction: 'fairlySatisfied' });
    expect(of(rated)).toMatchObject({
      source: 'citizen',
      completedAt: monday,
      attempts: 1,
      satisfaction: 'fairlySatisfied',
    });
    expect(appeal(rated)?.closedAt).toBe(monday);
  });

  test('in another round: a row beside the one of the round before', () => {
    const second = { ...unhappy, ticket: { ...unhappy.ticket, round: 2, status: 'awaitingCallback' as const } };
    const called = calls(second, 'callbackAgent', yes);
    expect(called.callbacks.filter((b) => b.appealId === 'a1').map((b) => [b.id, b.round, b.solved])).toEqual([
      ['a1-b1', 1, 'no'],
      ['a1-b2', 2, 'yes'],
    ]);
  });
});

describe('another round is asked for', () => {
  const asks = (who: Who, said: object) => calls(answered, who, said).ticket.status === 'awaitingReview';
  test('where he is dissatisfied for a reason that reopens; a citizen need name none', () => {
    expect(asks('callbackAgent', { ...no, reasonCode: 'notSolved' })).toBe(true);
    expect(asks('callbackAgent', { ...no, reasonCode: 'policy' })).toBe(false);
    expect(asks('callbackAgent', no)).toBe(false);
    expect(asks('callbackAgent', { ...yes, reasonCode: 'notSolved' })).toBe(false);
    expect(asks('citizen', no)).toBe(true);
    expect(asks('citizen', { ...no, solved: 'yes' })).toBe(false);
    expect(asks('citizen', { ...no, satisfaction: 'satisfied' })).toBe(false);
    expect(of(calls(answered, 'citizen', { ...no, solved: 'yes' }))?.reasonCode).toBeNull();
    expect(of(calls(answered, 'citizen', { ...no, satisfaction: 'satisfied' }))?.reasonCode).toBeNull();
  });

  test('and refused to those who asked: their appeals close unresolved, the others wait for their call', () => {
    const [asked] = unhappy.requests.filter((r) => r.type === 'rework');
    if (!asked) throw new Error('no request');
    const others = [
      { ...asked, id: 'x1', appealId: 'a2', status: 'refused' as const, decision: '已答复。' },
      { ...asked, id: 'x2', appealId: 'a3', type: 'question' as const },
    ];
    const more = { ...unhappy, requests: [...unhappy.requests, ...others] };
    const refusal = does(more, 'reviewer', 'refuseRework', { decision: '超出政策范围。' }, tuesday);
    expect(refusal.appeals.map((a) => [a.status, a.outcome])).toEqual([
      ['closed', 'unresolved'],
      ['answered', null],
      ['answered', null],
    ]);
    expect(refusal.requests.filter((r) => r.id.startsWith('x'))).toEqual(others);
    expect(why({ ...more, requests: others }, 'reviewer', 'refuseRework', { decision: '超出政策范围。' })).toBe(
      'noRework',
    );
    const withdrawn = changed(more, 'a1', { status: 'closed', outcome: 'withdrawn', closedAt: monday });
    expect(appeal(does(withdrawn, 'reviewer', 'refuseRework', { decision: '超出政策范围。' }))?.outcome).toBe(
      'withdrawn',
    );
  });

  test('and granted: to the same lead, with a limit of its own, and callbacks not yet made fall away', () => {
    expect(again.dispatches.at(-1)).toMatchObject({ departmentId: 'roads', role: 'lead', round: 2 });
    expect(again.dispatches.at(-1)?.replyClock.limits).toEqual([{ amount: 3, unit: 'workingDays' }]);
    expect(again.callbacks.map((b) => [b.appealId, b.cancelledAt])).toEqual([
      ['a1', null],
      ['a2', tuesday],
      ['a3', tuesday],
    ]);
  });
});

test.each([
  ['solved', 'yes', 'resolved'],
  ['solved', 'no', 'unresolved'],
  ['solved', undefined, 'resolved'],
  ['explained', 'no', 'explained'],
  ['explained', 'yes', 'resolved'],
  ['unsolved', 'yes', 'resolved'],
  ['unsolved', 'no', 'unresolved'],
  ['partly', undefined, 'unresolved'],
] as const)('a department says %s, the citizen says %s: the appeal ends %s', (claimed, solved, outcome) => {
  const [first, ...rest] = answered.replies.toReversed();
  if (!first) throw new Error('no reply');
  // A reply that was not accepted says nothing of the matter, be it earlier or later.
  const replies = [...rest.map((r) => ({ ...r, status: 'sentBack' as const })), { ...first, solved: claimed }];
  const other = {
    ...first,
    id: 'r9',
    status: 'sentBack' as const,
    solved: claimed === 'solved' ? 'explained' : 'solved',
  };
  const c = { ...answered, replies: [...replies, other] } as Case;
  expect(appeal(calls(c, 'callbackAgent', { reached: 'reached', solved, satisfaction: 'satisfied' }))?.outcome).toBe(
    outcome,
  );
});
