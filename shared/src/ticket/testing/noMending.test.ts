import { expect, test } from 'vitest';
import type { Case } from '../model/case.ts';
import { viewCase } from '../view.ts';
import { answer, cast, dispatched, does, joined, logged, moment, type Who, why } from './town.test-support.ts';

const reason = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
const dispatch = (c: Case, department: string) => c.dispatches.findLast((d) => d.departmentId === department);
const about = (c: Case, department: string) => ({ dispatchId: dispatch(c, department)?.id ?? '' });
const signs = (c: Case, who: Who, at?: string) => does(c, who, 'sign', about(c, who), at);
const replies = (c: Case, who: Who, at?: string) => does(c, who, 'reply', { ...about(c, who), ...answer }, at);
const accepts = (c: Case, who: Who, at?: string) => does(c, 'reviewer', 'acceptReply', about(c, who), at);

/** Promised for 24:00 of Tuesday 17 November. */
const first = logged();
const promise = '2026-11-17T16:00:00.000Z';

test('an extension asked for after the promise was broken does not mend it: the new lead’s due moves alone', () => {
  const gone = dispatched(first, 'gas');
  const late = '2026-11-18T02:00:00.000Z';
  const moved = signs(
    does(gone, 'dispatcher', 'redispatch', { leadId: 'roads', note: '职责调整。' }, late),
    'roads',
    late,
  );
  const before = dispatch(moved, 'roads')?.dueAt ?? '';
  const asked = does(moved, 'roads', 'requestExtension', { ...about(moved, 'roads'), days: 3, ...reason }, late);
  const granted = does(asked, 'reviewer', 'grantExtension', { requestId: asked.requests.at(-1)?.id }, late);
  expect((dispatch(granted, 'roads')?.dueAt ?? '') > before).toBe(true);
  expect(granted.appeals[0]?.promisedDueAt).toBe(promise);
});

test('an extension of the rework leaves alone the promise that round 1 has already kept or broken', () => {
  const late = '2026-11-18T02:00:00.000Z';
  for (const at of ['2026-11-04T02:00:00.000Z', late]) {
    const accepted = accepts(replies(signs(dispatched(first, 'roads'), 'roads'), 'roads', at), 'roads', at);
    const again = signs(does(accepted, 'reviewer', 'rework', { note: '请再办。' }, at), 'roads', at);
    const asked = does(again, 'roads', 'requestExtension', { ...about(again, 'roads'), days: 1, ...reason }, at);
    const granted = does(asked, 'reviewer', 'grantExtension', { requestId: asked.requests.at(-1)?.id }, at);
    expect(granted.appeals[0], at).toMatchObject({ answeredAt: at, promisedDueAt: promise });
  }
});

test('an amendment counts a promise anew only where the rules look, each by its own appeal, and mends none', () => {
  const inquiry = { kind: 'inquiry', service: 'consumer', channel: 'web' } as const;
  const two = joined(logged(1, { kind: 'inquiry' }), 2, inquiry);
  if (!two) throw new Error('could not join');
  const titled = does(two, 'agent', 'amend', { title: '夜间施工扰民' });
  expect(titled.appeals.map((a) => a.promisedDueAt)).toEqual(two.appeals.map((a) => a.promisedDueAt));
  const late = '2026-11-06T02:00:00.000Z';
  expect(two.appeals.every((a) => a.promisedDueAt < late)).toBe(true);
  const longer = does(two, 'agent', 'amend', { kind: 'complaint' }, late);
  expect(longer.appeals.map((a) => a.promisedDueAt)).toEqual(two.appeals.map((a) => a.promisedDueAt));
});

test('a matter found to be critical before dispatch is to be sent out within minutes, never later than it was', () => {
  const raised = does(first, 'agent', 'amend', { urgency: 'critical' });
  expect(raised.ticket.dispatchDueAt).toBe('2026-11-02T02:10:00.000Z');
  const late = '2026-11-02T07:59:00.000Z';
  expect(does(first, 'agent', 'amend', { urgency: 'critical' }, late).ticket.dispatchDueAt).toBe(
    first.ticket.dispatchDueAt,
  );
});

test('an assist gets no more time than its lead, which waits for it; one extended first makes room', () => {
  const sent = signs(signs(dispatched(first, 'roads', ['gas']), 'roads'), 'gas');
  const asks = (c: Case, who: Who) => does(c, who, 'requestExtension', { ...about(c, who), days: 3, ...reason });
  const both = asks(asks(sent, 'gas'), 'roads');
  const [ofAssist, ofLead] = both.requests.map((r) => ({ requestId: r.id }));
  expect(why(both, 'reviewer', 'grantExtension', ofAssist)).toBe('beyondLead');
  const longer = does(both, 'reviewer', 'grantExtension', ofLead);
  expect(why(longer, 'reviewer', 'grantExtension', ofAssist)).toBeNull();
});

test('what became of a matter is what its last appeal came to, not that another citizen withdrew before', () => {
  const two = joined(first, 2);
  if (!two) throw new Error('could not join');
  const left = does(two, 'citizen', 'withdraw', { appealId: 'a1' });
  const told = does(left, 'agent', 'answer', { appealId: 'a2', answer: '您好，已说明。' });
  expect(told.ticket).toMatchObject({ status: 'closed', outcome: 'answered' });
});

test('a red card is still shown when another department gets a yellow one', () => {
  const sent = dispatched(first, 'roads', ['gas']);
  const day = '2026-11-15T02:00:00.000Z';
  const red = does(sent, 'clock', 'redCard', about(sent, 'gas'), day);
  const both = does(red, 'clock', 'yellowCard', about(red, 'roads'), day);
  expect(both.cards.map((k) => k.colour)).toEqual(['red', 'yellow']);
  expect(both.ticket.card).toBe('red');
});

test('a missed callback stays missed when its ticket is reopened', () => {
  const accepted = accepts(replies(signs(dispatched(first, 'roads'), 'roads'), 'roads'), 'roads');
  const due = accepted.callbacks[0]?.dueAt;
  const after = '2026-12-01T02:00:00.000Z';
  const closed = does(accepted, 'clock', 'close', {}, after);
  expect(does(closed, 'reviewer', 'reopen', { reason: '误办结。' }, after).callbacks[0]?.dueAt).toBe(due);
});

test('a ticket whose citizen never answers is sent out without his answer, and it counts as sent out', () => {
  const asked = does(first, 'agent', 'askCitizen', { appealId: 'a1', question: '在哪里？' });
  const sent = dispatched(asked, 'roads');
  expect(sent.ticket).toMatchObject({ status: 'handling', firstLeadId: 'roads' });
  expect(sent.requests).toMatchObject([{ type: 'question', status: 'cancelled' }]);
});

test('a designation is a dispatch: it counts as sent out, and is not amended or answered as if it never was', () => {
  const rules = { ...moment().rules, rules: moment().rules.rules.map((r) => ({ ...r, maxLeadReturns: 0 })) };
  const input = { leadId: 'gas', assistIds: [], note: '按职责指定。' };
  const named = does(first, 'dispatcher', 'designate', input, undefined, { rules });
  expect(named.ticket).toMatchObject({ firstLeadId: 'gas', firstDispatchedAt: named.dispatches[0]?.sentAt });
});

test('no reason given for a step is lost, nor the words a reviewer or the next call wrote over', () => {
  const kept = (c: Case) => c.notes.map((n) => `${n.kind}: ${n.text}`);
  expect(kept(does(first, 'citizen', 'withdraw', { appealId: 'a1', reason: '已自行解决。' }))).toEqual([
    'remark: 已自行解决。',
  ]);
  const sent = dispatched(first, 'roads', ['gas']);
  expect(kept(does(sent, 'dispatcher', 'releaseAssist', { ...about(sent, 'gas'), note: '不涉及。' }))).toEqual([
    'remark: 不涉及。',
  ]);
  const replied = replies(signs(dispatched(first, 'roads'), 'roads'), 'roads');
  const told = { ...about(replied, 'roads'), publicReply: '您好，已责令停工并处罚。' };
  const accepted = does(replied, 'reviewer', 'acceptReply', told);
  expect(kept(accepted)).toEqual([`correction: ${answer.publicReply}`]);
  expect(accepted.appeals[0]?.answer).toBe(told.publicReply);
  const calls = (c: Case, note: string) =>
    does(c, 'callbackAgent', 'recordCallback', { appealId: 'a1', reached: 'unreachable', note });
  const called = calls(calls(accepted, '关机。'), '占线。');
  expect(kept(called)).toContain('remark: 关机。');
  expect(called.callbacks[0]?.note).toBe('占线。');
  const closed = does(called, 'reviewer', 'close', { note: '已多次联系。' });
  const reopened = does(closed, 'reviewer', 'reopen', { reason: '误办结。' });
  expect(kept(reopened)).toEqual(expect.arrayContaining(['remark: 已多次联系。', 'remark: 误办结。']));
});

test('a unit below the lead reads its own account, not those of the assists', () => {
  const sent = signs(signs(dispatched(first, 'water', ['gas']), 'water'), 'gas');
  const passed = does(sent, 'water', 'subDispatch', { ...about(sent, 'water'), departmentId: 'east' });
  const replied = replies(passed, 'gas');
  expect(viewCase(replied, cast.east).replies).toEqual([]);
  expect(viewCase(replied, cast.water).replies).toHaveLength(1);
});

test('a reason is one of the list: a code nobody knows would reopen nothing and explain nothing', () => {
  const words = { appealId: 'a1', answer: '您好，不予受理。' };
  expect(why(first, 'agent', 'decline', { ...words, reasonCode: 'whatever' })).toBe('unknownReason');
  expect(why(first, 'agent', 'decline', { ...words, reasonCode: 'emergency' })).toBeNull();
});

test('staff withdraw in a citizen’s name only with his reason; he himself owes none', () => {
  expect(why(first, 'agent', 'withdraw', { appealId: 'a1' })).toBe('needWithdrawReason');
  expect(why(first, 'citizen', 'withdraw', { appealId: 'a1' })).toBeNull();
});

test('a ticket with an open supervision order is not archived: nobody could end it any more', () => {
  const ordered = does(first, 'supervisor', 'supervise', { level: 'city', demand: '请尽快办结。', days: 1 });
  const closed = does(ordered, 'citizen', 'withdraw', { appealId: 'a1' });
  expect(why(closed, 'supervisor', 'archive')).toBe('orderOpen');
  const ended = does(closed, 'supervisor', 'endSupervision', { orderId: closed.orders[0]?.id });
  expect(why(ended, 'supervisor', 'archive')).toBeNull();
});
