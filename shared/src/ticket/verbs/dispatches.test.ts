import { expect, test } from 'vitest';
import { openActions } from '../lifecycle.ts';
import type { Case } from '../model/case.ts';
import {
  answer,
  cast,
  dispatched,
  does,
  joined,
  logged,
  moment,
  monday,
  type Who,
  why,
} from '../testing/town.test-support.ts';

const reason = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
const dispatch = (c: Case, department: string) => c.dispatches.findLast((d) => d.departmentId === department);
const idOf = (c: Case, department: string) => dispatch(c, department)?.id ?? '';
const about = (c: Case, department: string) => ({ dispatchId: idOf(c, department) });
const signs = (c: Case, who: Who) => does(c, who, 'sign', about(c, who));
/** The department's request is decided by whoever decides it. */
const decided = (c: Case, who: Who, verb: Parameters<typeof does>[2], at = monday) =>
  does(c, who, verb, { requestId: c.requests.at(-1)?.id, decision: '按规定处理。' }, at);

/** Lead roads, assist gas; both signed. Due 24:00 of Monday 16 November, the assist's of Friday 13. */
const sent = dispatched(logged(), 'roads', ['gas']);
const inHand = signs(signs(sent, 'roads'), 'gas');

test('an assist is due 1 working day before its lead; one added on the lead’s last day has half of what is left', () => {
  expect(dispatch(sent, 'roads')?.dueAt).toBe('2026-11-16T16:00:00.000Z');
  expect(dispatch(sent, 'gas')?.dueAt).toBe('2026-11-13T16:00:00.000Z');
  const lastDay = '2026-11-16T02:00:00.000Z';
  const added = does(inHand, 'dispatcher', 'addAssist', { departmentId: 'water' }, lastDay);
  expect(dispatch(added, 'water')?.dueAt).toBe('2026-11-16T09:00:00.000Z');
});

test('the window for a return is frozen with the dispatch: 2 working days, or half of a shorter limit', () => {
  expect(dispatch(sent, 'roads')?.returnDueAt).toBe('2026-11-04T16:00:00.000Z');
  const urgent = dispatched(logged(1, { urgency: 'critical' }), 'roads');
  expect(dispatch(urgent, 'roads')?.returnDueAt).toBe('2026-11-02T03:00:00.000Z');
  expect(
    why(
      sent,
      'roads',
      'requestReturn',
      { ...about(sent, 'roads'), ...reason, reasonCode: 'notOurDuty' },
      '2026-11-04T16:00:00.000Z',
    ),
  ).toBe('returnTooLate');
});

test('the lead returned, its assist goes on: it signs, asks, replies, and has one dispatch only', () => {
  const asked = does(sent, 'roads', 'requestReturn', { ...about(sent, 'roads'), ...reason, reasonCode: 'notOurDuty' });
  const back = decided(asked, 'dispatcher', 'approveReturn');
  expect(back.ticket.status).toBe('awaitingDispatch');
  const signed = signs(back, 'gas');
  expect(why(signed, 'dispatcher', 'dispatch', { leadId: 'gas', assistIds: [] })).toBe('duplicateDepartment');
  const replied = does(signed, 'gas', 'reply', { ...about(signed, 'gas'), ...answer });
  expect(replied.ticket.status).toBe('awaitingDispatch');
  // It was with a department: nobody closes it on the line any more, and no promise is counted anew.
  for (const verb of ['answer', 'decline', 'markInvalid', 'handOff'] as const) {
    const words = { appealId: 'a1', answer: '已说明。', reasonCode: 'court' };
    expect(why(back, 'agent', verb, words), verb).toBe('dispatchedBefore');
  }
  const amended = does(back, 'agent', 'amend', { kind: 'suggestion' });
  expect(amended.appeals[0]?.promisedDueAt).toBe(back.appeals[0]?.promisedDueAt);
  expect(why(back, 'agent', 'askCitizen', { appealId: 'a1', question: '在哪里？' })).toBe('dispatchesOpen');
});

test('after two approved returns even a redispatch is a designation: no third return', () => {
  const returned = (c: Case, who: Who) =>
    decided(
      does(c, who, 'requestReturn', { ...about(c, who), ...reason, reasonCode: 'notOurDuty' }),
      'dispatcher',
      'approveReturn',
    );
  const twice = returned(dispatched(returned(dispatched(logged(), 'roads'), 'roads'), 'gas'), 'gas');
  expect(why(twice, 'dispatcher', 'dispatch', { leadId: 'water', assistIds: [] })).toBe('onlyDesignate');
  const named = does(twice, 'dispatcher', 'designate', { leadId: 'water', assistIds: [], note: '按职责指定。' });
  const moved = does(named, 'dispatcher', 'redispatch', { leadId: 'roads', note: '职责调整。' });
  expect(why(moved, 'roads', 'requestReturn', { ...about(moved, 'roads'), ...reason, reasonCode: 'notOurDuty' })).toBe(
    'designatedCannotReturn',
  );
});

test('an extension asked before due may be granted after it: from the old due, and its red card falls alone', () => {
  const asked = does(inHand, 'roads', 'requestExtension', { ...about(inHand, 'roads'), days: 2, ...reason });
  const late = '2026-11-17T02:00:00.000Z';
  const red = (c: Case, department: string) => does(c, 'clock', 'redCard', about(c, department), late);
  const carded = red(red(asked, 'gas'), 'roads');
  const granted = decided(carded, 'reviewer', 'grantExtension', late);
  expect(dispatch(granted, 'roads')).toMatchObject({
    dueAt: '2026-11-18T16:00:00.000Z',
    originalDueAt: '2026-11-16T16:00:00.000Z',
  });
  expect(granted.cards.map((k) => k.revokedAt !== null)).toEqual([false, true]);
  expect(granted.ticket.card).toBe('red');
  expect(why(granted, 'roads', 'requestExtension', { ...about(granted, 'roads'), days: 1, ...reason }, late)).toBe(
    'extensionUsedUp',
  );
});

test('a reply sent while a question holds the clock is measured without the pause, and the promise goes on', () => {
  const questioned = does(inHand, 'roads', 'askQuestion', { ...about(inHand, 'roads'), reason: '需要具体位置。' });
  const put = does(
    questioned,
    'agent',
    'askCitizen',
    { appealId: 'a1', question: '在哪里？' },
    '2026-11-13T02:00:00.000Z',
  );
  const at = '2026-11-17T02:00:00.000Z';
  const gas = does(put, 'gas', 'reply', { ...about(put, 'gas'), ...answer }, at);
  // Friday 13 to Tuesday 17: two working days.
  expect(dispatch(gas, 'gas')).toMatchObject({ repliedAt: at, dueAt: '2026-11-17T16:00:00.000Z' });
  expect(gas.pauses.filter((p) => p.endedAt === null)).toHaveLength(2);
  const replied = does(gas, 'roads', 'reply', { ...about(gas, 'roads'), ...answer }, at);
  expect(dispatch(replied, 'roads')).toMatchObject({ repliedAt: at, dueAt: '2026-11-18T16:00:00.000Z' });
  expect(replied.appeals[0]?.promisedDueAt).toBe('2026-11-19T16:00:00.000Z');
  expect(replied.pauses.every((p) => p.endedAt === at)).toBe(true);
});

test('what a dispatch asked for ends with it: no clock stands still for somebody who is gone', () => {
  const questioned = does(inHand, 'roads', 'askQuestion', { ...about(inHand, 'roads'), reason: '需要具体位置。' });
  const put = does(questioned, 'agent', 'askCitizen', { appealId: 'a1', question: '在哪里？' });
  const next = '2026-11-04T02:00:00.000Z';
  const moved = does(put, 'dispatcher', 'redispatch', { leadId: 'water', note: '职责调整。' }, next);
  expect(moved.pauses.every((p) => p.endedAt === next)).toBe(true);
  expect(dispatch(moved, 'gas')?.dueAt).toBe('2026-11-17T16:00:00.000Z');
  const shelving = { ...about(put, 'roads'), reviewAt: '2026-11-09T02:00:00.000Z', ...reason, reasonCode: 'funds' };
  const shelved = decided(does(put, 'roads', 'requestShelving', shelving), 'manager', 'approveShelving', next);
  expect(shelved.pauses.filter((p) => p.endedAt === null).every((p) => p.reason === 'shelving')).toBe(true);
});

test('a head lets no reply go while an assist, sent back since, still has time to answer', () => {
  const sent = dispatched(logged(), 'water', ['gas']);
  const helped = does(signs(signs(sent, 'water'), 'gas'), 'gas', 'reply', { ...about(sent, 'gas'), ...answer });
  const before = does(helped, 'water', 'reply', { ...about(helped, 'water'), ...answer });
  expect(why(before, 'head', 'approveReply', about(before, 'water'))).toBeNull();
  const back = does(before, 'reviewer', 'sendBackReply', { ...about(before, 'gas'), note: '请补充阀门位置。' });
  expect(why(back, 'head', 'approveReply', about(back, 'water'))).toBe('assistsOutstanding');
  // As for whoever writes it: nobody waits for an assist whose time is over.
  const late = dispatch(back, 'gas')?.dueAt ?? '';
  expect(why(back, 'head', 'approveReply', about(back, 'water'), late)).toBeNull();
});

test('several levels down the parent judges: it accepts or sends back, and not once it has replied itself', () => {
  const water = signs(dispatched(logged(), 'water'), 'water');
  const passed = signs(does(water, 'water', 'subDispatch', { ...about(water, 'water'), departmentId: 'east' }), 'east');
  const child = about(passed, 'east');
  expect((dispatch(passed, 'east')?.dueAt ?? '') < (dispatch(passed, 'water')?.dueAt ?? '')).toBe(true);
  const replied = does(passed, 'east', 'reply', { ...child, ...answer, contactedBy: undefined });
  expect(why(replied, 'reviewer', 'acceptReply', child)).toBe('notAllowed');
  const back = does(replied, 'water', 'sendBackReply', { ...child, note: '请补充现场照片。' });
  expect(dispatch(back, 'east')).toMatchObject({ status: 'handling', repliedAt: null });
  expect(why(back, 'water', 'reply', { ...about(back, 'water'), ...answer })).toBe('childrenOutstanding');
  const again = does(back, 'east', 'reply', { ...child, ...answer });
  const submitted = does(again, 'water', 'reply', { ...about(again, 'water'), ...answer });
  expect(why(submitted, 'head', 'sendBackReply', { ...child, note: '再补充。' })).toBeNull();
  const doubted = does(submitted, 'head', 'sendBackReply', { ...child, note: '再补充。' });
  expect(why(doubted, 'head', 'approveReply', about(doubted, 'water'))).toBe('childrenOutstanding');
  const better = does(doubted, 'east', 'reply', { ...child, ...answer });
  expect(why(better, 'head', 'approveReply', about(better, 'water'))).toBeNull();
  const sentOn = does(submitted, 'head', 'approveReply', about(submitted, 'water'));
  expect(why(sentOn, 'head', 'sendBackReply', { ...child, note: '再补充。' })).toBe('parentReplied');
  // With the lead's reply everything below it stands too.
  const accepted = does(sentOn, 'reviewer', 'acceptReply', about(sentOn, 'water'));
  expect(accepted.dispatches.map((d) => d.status)).toEqual(['accepted', 'accepted']);
});

test('a raised urgency shortens lead, assist and time to sign together, in their order', () => {
  const raised = does(sent, 'agent', 'amend', { urgency: 'urgent' });
  const [lead, assist] = [dispatch(raised, 'roads'), dispatch(raised, 'gas')];
  expect(lead?.dueAt).toBe('2026-11-03T02:00:00.000Z');
  expect(assist?.dueAt).toBe('2026-11-02T14:00:00.000Z');
  expect(lead?.signDueAt).toBe('2026-11-02T02:30:00.000Z');
  expect(raised.appeals[0]?.promisedDueAt).toBe(sent.appeals[0]?.promisedDueAt);
});

test('the last open appeal withdrawn ends every dispatch and every request', () => {
  const asked = does(inHand, 'roads', 'requestExtension', { ...about(inHand, 'roads'), days: 2, ...reason });
  const gone = does(asked, 'citizen', 'withdraw', { appealId: 'a1' });
  expect(gone.ticket).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
  expect(gone.dispatches.map((d) => d.status)).toEqual(['released', 'released']);
  expect(gone.requests.map((r) => r.status)).toEqual(['cancelled']);
});

test('the citizen’s own rating outranks the agent’s, once, and silence is never satisfied', () => {
  const plain = signs(dispatched(logged(), 'roads'), 'roads');
  const replied = does(plain, 'roads', 'reply', { ...about(plain, 'roads'), ...answer });
  const accepted = does(replied, 'reviewer', 'acceptReply', about(replied, 'roads'));
  const called = (c: Case, who: Who, more: object) => does(c, who, 'recordCallback', { appealId: 'a1', ...more });
  let silent = accepted;
  for (let i = 0; i < 3; i++) silent = called(silent, 'callbackAgent', { reached: 'unreachable' });
  expect(silent.callbacks).toMatchObject([{ attempts: 3, reached: 'unreachable', satisfaction: 'none' }]);
  expect(silent.ticket.status).toBe('closed');
  const happy = { reached: 'reached', solved: 'yes', satisfaction: 'satisfied' };
  const byAgent = called(accepted, 'callbackAgent', happy);
  const rated = called(byAgent, 'citizen', { reached: 'reached', solved: 'no', satisfaction: 'fairlySatisfied' });
  expect(rated.callbacks).toMatchObject([{ source: 'citizen', satisfaction: 'fairlySatisfied', solved: 'no' }]);
  expect(rated.appeals[0]).toMatchObject({ status: 'closed', outcome: 'unresolved' });
  expect(why(rated, 'citizen', 'recordCallback', { appealId: 'a1', ...happy })).toBe('callbackDone');
  const reopened = does(rated, 'reviewer', 'reopen', { reason: '误办结。' });
  expect(why(reopened, 'callbackAgent', 'recordCallback', { appealId: 'a1', ...happy })).toBe('callbackDone');
  // He is asked for no code: not solved and dissatisfied is what a reviewer has to look at.
  const angry = { reached: 'reached', solved: 'no', satisfaction: 'dissatisfied' };
  expect(called(byAgent, 'citizen', angry)).toMatchObject({
    ticket: { status: 'awaitingReview', closedAt: null },
    requests: [{ type: 'rework', status: 'open', reasonCode: 'notSolved' }],
  });
});

test('a rework refused leaves the other citizens a callback that ends by itself', () => {
  const two = joined(logged(), 2);
  if (!two) throw new Error('could not join');
  const plain = signs(dispatched(two, 'roads'), 'roads');
  const replied = does(plain, 'roads', 'reply', { ...about(plain, 'roads'), ...answer });
  const accepted = does(replied, 'reviewer', 'acceptReply', about(replied, 'roads'));
  const angry = { appealId: 'a1', reached: 'reached', satisfaction: 'dissatisfied', reasonCode: 'notSolved' };
  const asked = does(accepted, 'callbackAgent', 'recordCallback', angry);
  const refused = does(asked, 'reviewer', 'refuseRework', { decision: '诉求超出政策范围。' });
  expect(refused.appeals.map((a) => a.status)).toEqual(['closed', 'answered']);
  expect(refused.ticket).toMatchObject({ status: 'awaitingCallback', callbackDueAt: '2026-11-09T16:00:00.000Z' });
});

test('a clerk claims his department’s dispatch, and every disabled action says why and what it is about', () => {
  const claimed = does(sent, 'gas', 'claim');
  expect(dispatch(claimed, 'gas')?.clerkId).toBe('gas');
  expect(claimed.ticket.ownerId).toBeNull();
  for (const c of [sent, inHand, claimed]) {
    for (const who of Object.keys(cast) as Who[]) {
      for (const action of openActions(c, moment(undefined, { actor: cast[who] }))) {
        expect(action.about === 'ticket' ? null : typeof action.target, action.name).toBe(
          action.about === 'ticket' ? null : 'string',
        );
        if (action.disabledReason !== null) expect(action.disabledReason.length, action.name).toBeGreaterThan(4);
      }
    }
  }
});

test('a clock that has run out is not set going again by a question or by shelving', () => {
  const alone = signs(dispatched(logged(), 'roads'), 'roads');
  const late = '2026-11-18T02:00:00.000Z';
  const asked = does(
    alone,
    'roads',
    'askQuestion',
    { ...about(alone, 'roads'), reason: '需要市民补充具体位置。' },
    late,
  );
  const put = does(asked, 'agent', 'askCitizen', { appealId: 'a1', question: '请补充具体位置。' }, late);
  const told = does(put, 'agent', 'supplement', { appealId: 'a1', text: '在88号门口。' }, '2026-11-20T02:00:00.000Z');
  expect(told.pauses).toEqual([]);
  expect([told.dispatches[0]?.dueAt, told.appeals[0]?.promisedDueAt]).toEqual([
    alone.dispatches[0]?.dueAt,
    alone.appeals[0]?.promisedDueAt,
  ]);
  const shelving = { ...about(alone, 'roads'), ...reason, reasonCode: 'funds', reviewAt: '2026-12-01T02:00:00.000Z' };
  const inTime = does(alone, 'roads', 'requestShelving', shelving);
  const request = { requestId: inTime.requests.at(-1)?.id };
  expect(why(inTime, 'manager', 'approveShelving', request, late)).toBe('clockRunOut');
  expect(does(inTime, 'manager', 'approveShelving', request).ticket.status).toBe('shelved');
});

test('work is handed to a colleague who may do it: the ticket within the centre, a dispatch within its department', () => {
  const sent = dispatched(logged(), 'water', ['gas']);
  const owned = does(sent, 'supervisor', 'assign', { personId: 'dispatcher' });
  expect(owned.ticket).toMatchObject({ ownerId: 'dispatcher', claimedAt: monday });
  expect(does(owned, 'manager', 'assign', { personId: null }).ticket).toMatchObject({ ownerId: null, claimedAt: null });

  const handed = does(sent, 'head', 'assign', { personId: 'water' });
  expect(handed.dispatches.map((d) => d.clerkId)).toEqual(['water', null]);
  expect(handed.ticket.ownerId).toBeNull();
  expect(does(handed, 'water', 'assign', { personId: null }).dispatches.map((d) => d.clerkId)).toEqual([null, null]);

  for (const [who, personId] of [
    ['supervisor', 'water'],
    ['supervisor', 'manager'],
    ['supervisor', 'nobody'],
    ['head', 'gas'],
    ['head', 'dispatcher'],
    ['gas', 'head'],
  ] as const)
    expect(why(sent, who, 'assign', { personId }), `${who} to ${personId}`).toBe('notAssignable');
});

test('an assist that answered and leads by now is not sent back to what it answered before', () => {
  const sent = dispatched(logged(), 'water', ['gas']);
  const d2 = { dispatchId: 't1-d2' };
  const helped = does(does(sent, 'gas', 'sign', d2), 'gas', 'reply', { ...d2, ...answer });
  const asked = does(helped, 'water', 'requestReturn', { dispatchId: 't1-d1', ...reason, reasonCode: 'notOurDuty' });
  const back = does(asked, 'dispatcher', 'approveReturn', { requestId: asked.requests[0]?.id });
  const leads = does(back, 'dispatcher', 'dispatch', { leadId: 'gas', assistIds: [] });
  expect(why(leads, 'reviewer', 'sendBackReply', { ...d2, note: '未答到点上。' })).toBe('holdsAnother');
  expect(why(helped, 'reviewer', 'sendBackReply', { ...d2, note: '未答到点上。' })).toBeNull();
});
