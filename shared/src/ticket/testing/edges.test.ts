import { describe, expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import type { VerbName } from '../verbs/index.ts';
import { crowd } from './crowd.test-support.ts';
import { scenes } from './scenes.test-support.ts';
import { answer, dispatched, does, joined, logged, moment, monday, type Who, why } from './town.test-support.ts';

const reason = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
const before = (at: string | null | undefined) => new Date(Date.parse(at ?? '') - 1).toISOString();
const dispatch = (c: Case, id: string) => c.dispatches.findLast((d) => d.departmentId === id);
const about = (c: Case, id: string) => ({ dispatchId: dispatch(c, id)?.id ?? '' });
const sent = dispatched(logged(), 'gas', ['roads']);
const signed = does(sent, 'gas', 'sign', about(sent, 'gas'));
const lead = dispatch(signed, 'gas');
const first = about(signed, 'gas');
const scene = (name: string): Case => {
  const c = { ...scenes(), ...crowd() }[name];
  if (!c) throw new Error(`no scene ${name}`);
  return c;
};

/** What is said on the last millisecond before an instant, and at it. */
const around = (at: string | null | undefined, c: Case, who: Who, verb: VerbName, input: object = {}) => [
  why(c, who, verb, { ...input }, before(at)),
  why(c, who, verb, { ...input }, at ?? ''),
];

describe('a due is the first instant that is late', () => {
  test('the clock acts at it, not a millisecond before', () => {
    expect(around(dispatch(sent, 'gas')?.signDueAt, sent, 'clock', 'autoSign', first)).toEqual(['notDueYet', null]);
    expect(around(lead?.yellowDueAt, signed, 'clock', 'yellowCard', first)).toEqual(['notDueYet', null]);
    expect(around(lead?.dueAt, signed, 'clock', 'redCard', first)).toEqual(['notDueYet', null]);
    const accepted = scene('accepted');
    expect(around(accepted.ticket.callbackDueAt, accepted, 'clock', 'close')).toEqual(['notDueYet', null]);
    const shelved = scene('shelved');
    expect(around(shelved.pauses[0]?.untilAt, shelved, 'clock', 'endShelving')).toEqual(['notDueYet', null]);
    const asked = scene('question put');
    expect(around(asked.pauses[0]?.untilAt, asked, 'clock', 'endQuestion')).toEqual(['notDueYet', null]);
  });

  test('a department may ask, and be helped, until it, and no longer at it', () => {
    const extension = { ...first, ...reason, days: 1 };
    expect(around(lead?.dueAt, signed, 'gas', 'requestExtension', extension)).toEqual([null, 'overdueAlready']);
    const shelving = { ...first, ...reason, reasonCode: 'funds', reviewAt: '2026-12-01T02:00:00.000Z' };
    expect(around(lead?.dueAt, signed, 'gas', 'requestShelving', shelving)).toEqual([null, 'overdueAlready']);
    const back = { ...first, ...reason, reasonCode: 'notOurDuty' };
    expect(around(lead?.returnDueAt, signed, 'gas', 'requestReturn', back)).toEqual([null, 'returnTooLate']);
    const assist = { departmentId: 'west' };
    expect(around(lead?.dueAt, signed, 'dispatcher', 'addAssist', assist)).toEqual([null, 'wrongStatus']);
    const water = scene('signed');
    const below = { ...about(water, 'water'), departmentId: 'east' };
    expect(around(dispatch(water, 'water')?.dueAt, water, 'water', 'subDispatch', below)).toEqual([
      null,
      'overdueAlready',
    ]);
    // The lead waits for its assist until that is late.
    const waiting = { ...first, ...answer };
    expect(around(dispatch(signed, 'roads')?.dueAt, signed, 'gas', 'reply', waiting)).toEqual([
      'assistsOutstanding',
      null,
    ]);
  });

  test('shelving is approved for a clock that runs, until a day that is still to come', () => {
    const asked = (reviewAt: string) =>
      does(signed, 'gas', 'requestShelving', { ...first, ...reason, reasonCode: 'funds', reviewAt });
    const request = { requestId: 't1-q1' };
    const soon = '2026-11-05T02:00:00.000Z';
    expect(around(soon, asked(soon), 'manager', 'approveShelving', request)).toEqual([null, 'reviewDatePast']);
    const far = asked('2026-12-01T02:00:00.000Z');
    expect(around(lead?.dueAt, far, 'manager', 'approveShelving', request)).toEqual([null, 'clockRunOut']);
  });
});

describe('an order', () => {
  const issued = (dispatchId?: string) =>
    does(signed, 'supervisor', 'supervise', { level: 'city', demand: '请尽快办结。', days: 1, dispatchId });
  const says = { orderId: 't1-o1', answer: '已办理。' };

  test('to one department is answered by that one, an order to all by any', () => {
    const toGas = issued(lead?.id);
    expect(why(toGas, 'gas', 'answerOrder', says)).toBeNull();
    expect(why(toGas, 'roads', 'answerOrder', says)).toBe('notAllowed');
    expect(why(issued(), 'roads', 'answerOrder', says)).toBeNull();
    expect(why(issued(), 'water', 'answerOrder', says)).toBe('notAllowed');
  });

  test('is not answered by who no longer has a part in it, nor twice, nor once it has ended', () => {
    const released = does(issued(), 'dispatcher', 'releaseAssist', about(signed, 'roads'));
    expect(why(released, 'roads', 'answerOrder', says)).toBe('notAllowed');
    expect(why(does(issued(), 'gas', 'answerOrder', says), 'gas', 'answerOrder', says)).toBe('orderAnswered');
    const ended = does(issued(), 'supervisor', 'endSupervision', { orderId: 't1-o1' });
    expect(why(ended, 'gas', 'answerOrder', says)).toBe('orderEnded');
    expect(why(ended, 'supervisor', 'endSupervision', { orderId: 't1-o1' })).toBe('orderEnded');
  });
});

describe('an amendment under rules that were changed since', () => {
  const slower = {
    ...moment().rules,
    version: 2,
    rules: moment().rules.rules.map((r) => ({ ...r, replyLimit: { amount: 20, unit: 'workingDays' as const } })),
  };
  const two = joined(logged(), 2, { kind: 'inquiry', service: 'consumer' }) ?? logged();
  const promises = (input: object) =>
    does(two, 'agent', 'amend', { ...input }, undefined, { rules: slower }).appeals.map(
      (a) => a.promiseClock.rule?.version,
    );

  test('counts the promise anew of the appeal the rules look at, and of no other', () => {
    expect(promises({ title: '夜间施工扰民' })).toEqual([1, 1]);
    expect(promises({ kind: 'report' })).toEqual([2, 1]);
    expect(promises({ appealId: 'a2', kind: 'report' })).toEqual([1, 2]);
    expect(promises({ appealId: 'a2', service: 'general' })).toEqual([1, 2]);
    expect(promises({ service: 'consumer' })).toEqual([2, 1]);
    expect(promises({ urgency: 'urgent' })).toEqual([2, 2]);
    expect(promises({ categoryId: 'noise' })).toEqual([2, 2]);
  });

  test('leaves the promise of an appeal that has ended', () => {
    const left = does(two, 'citizen', 'withdraw', { appealId: 'a1' });
    const amended = does(left, 'agent', 'amend', { urgency: 'urgent' }, undefined, { rules: slower });
    expect(amended.appeals.map((a) => a.promiseClock.rule?.version)).toEqual([1, 2]);
  });
});

describe('closing', () => {
  test('leaves an appeal that had ended as it ended, and tells the others by what was accepted', () => {
    const two = joined(logged(), 2) ?? logged();
    const gone = does(two, 'citizen', 'withdraw', { appealId: 'a1' });
    const out = dispatched(gone, 'gas');
    const inHand = does(out, 'gas', 'sign', about(out, 'gas'));
    const said = (c: Case, solved: string) =>
      does(c, 'gas', 'reply', { ...about(c, 'gas'), ...answer, solved, unsolvedReason: '须待汛期后施工。' });
    const back = does(said(inHand, 'unsolved'), 'reviewer', 'sendBackReply', {
      ...about(out, 'gas'),
      note: '未答到点上。',
    });
    const accepted = does(said(back, 'solved'), 'reviewer', 'acceptReply', about(out, 'gas'));
    const closed = does(accepted, 'reviewer', 'close', {}, '2026-11-04T02:00:00.000Z');
    expect(closed.appeals.map((a) => [a.outcome, a.closedAt])).toEqual([
      ['withdrawn', monday],
      ['resolved', '2026-11-04T02:00:00.000Z'],
    ]);
    expect(closed.replies.map((r) => r.status)).toEqual(['sentBack', 'accepted']);
  });
});

test('a return approved of an assist leaves the ticket with its lead', () => {
  const asked = does(signed, 'roads', 'requestReturn', {
    ...about(signed, 'roads'),
    ...reason,
    reasonCode: 'notOurDuty',
  });
  const back = does(asked, 'dispatcher', 'approveReturn', { requestId: 't1-q1' });
  expect(back.ticket.status).toBe('handling');
  expect(back.dispatches.map((d) => d.status)).toEqual(['handling', 'returned']);
});

describe('an extension', () => {
  const asks = (c: Case, who: Who, days: number, at?: string) =>
    does(c, who, 'requestExtension', { ...about(c, who), ...reason, days }, at);
  const grants = { requestId: 't1-q1' };

  test('ends its dispatch’s card of that due, and no other', () => {
    const red = (c: Case, who: string) => does(c, 'clock', 'redCard', about(c, who), '2026-11-18T02:00:00.000Z');
    const carded = red(red(asks(signed, 'gas', 3), 'gas'), 'roads');
    const [ofGas, ofRoads] = carded.cards;
    if (!ofGas || !ofRoads) throw new Error('no cards');
    const others = [
      { ...ofGas, id: 'earlier', dueAt: monday },
      { ...ofGas, id: 'revoked', revokedAt: monday, revokedBy: 'supervisor', reason: '系统故障。' },
      { ...ofRoads, id: 'sameDue', dueAt: ofGas.dueAt },
    ];
    const c = { ...carded, cards: [...carded.cards, ...others] };
    const granted = does(c, 'reviewer', 'grantExtension', grants, '2026-11-18T03:00:00.000Z');
    expect(granted.cards.slice(1)).toEqual([ofRoads, ...others]);
    expect(granted.cards[0]).toMatchObject({
      ...{ revokedAt: '2026-11-18T03:00:00.000Z', revokedBy: 'reviewer', reason: '已同意延期' },
    });
  });

  test('of a child ends with its parent at the latest, of an assist with its lead', () => {
    const water = scene('three at work');
    const passed = does(water, 'water', 'subDispatch', { ...about(water, 'water'), departmentId: 'east' });
    const below = does(passed, 'east', 'sign', about(passed, 'east'));
    // Friday 13 to Monday 16: the day its parent is due.
    expect(why(asks(below, 'east', 1), 'water', 'grantExtension', grants)).toBeNull();
    expect(why(asks(below, 'east', 2), 'water', 'grantExtension', grants)).toBe('beyondParent');
    const both = does(signed, 'roads', 'sign', about(signed, 'roads'));
    expect(why(asks(both, 'roads', 1), 'reviewer', 'grantExtension', grants)).toBeNull();
    expect(why(asks(both, 'roads', 2), 'reviewer', 'grantExtension', grants)).toBe('beyondLead');
  });

  test('is not granted to a dispatch that has ended meanwhile', () => {
    const ended = { ...asks(signed, 'gas', 1) };
    const dispatches = ended.dispatches.map((d) => ({ ...d, status: 'returned' as const }));
    expect(why({ ...ended, dispatches }, 'reviewer', 'grantExtension', grants)).toBe('notTarget');
  });
});

test('shelving ends by itself only when what was shelved is due, whatever else stood still', () => {
  const shelved = scene('shelved');
  const [pause] = shelved.pauses;
  if (!pause) throw new Error('no pause');
  const others = [
    { ...pause, id: 'ended', endedAt: monday, untilAt: monday },
    { ...pause, id: 'question', reason: 'question' as const, untilAt: monday },
  ];
  const c = { ...shelved, pauses: [...others, ...shelved.pauses] };
  expect(why(c, 'clock', 'endShelving', {}, before(pause.untilAt))).toBe('notDueYet');
  expect(why(c, 'clock', 'endShelving', {}, pause.untilAt)).toBeNull();
  const asked = scene('question put');
  const over = { ...asked, pauses: asked.pauses.map((p) => ({ ...p, endedAt: p.untilAt })) };
  expect(why(over, 'clock', 'endQuestion', {}, pause.untilAt)).toBe('notDueYet');
});

test('everybody and everything excused, nothing is left to excuse', () => {
  const all = (c: Case, input: object) => does(c, 'supervisor', 'excuse', { reason: '系统故障，附说明。', ...input });
  const dispatches = all(all(signed, { dispatchId: 't1-d1' }), { dispatchId: 't1-d2' });
  expect(why(dispatches, 'supervisor', 'excuse', { reason: '系统故障。' })).toBe('nothingToExcuse');
  const both = all(dispatches, { appealId: 'a1' });
  expect(why(both, 'supervisor', 'excuse', { reason: '系统故障。' })).toBe('alreadyExcused');
});
