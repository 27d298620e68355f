import { expect, test } from 'vitest';
import { Refusal } from '../../refusal.ts';
import { changedFields, openActions, takeAction } from '../lifecycle.ts';
import type { Case } from '../model/case.ts';
import type { VerbName } from '../verbs/index.ts';
import { answer, cast, dispatched, does, logged, moment, type Who, why } from './town.test-support.ts';

const taken = (c: Case, who: Who, verb: VerbName, version: number | null, input: Record<string, unknown>) => {
  try {
    return takeAction(c, verb, version, input, moment(undefined, { actor: cast[who] })).fields;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message, details: error.details };
    throw error;
  }
};
const sent = dispatched(logged(), 'gas', ['roads']);
const dispatch = (c: Case, id: string) => c.dispatches.find((d) => d.departmentId === id);
const gas = { dispatchId: 't1-d1' };

test('who saw the ticket before somebody decided is told so, with what he saw and what there is now', () => {
  const amended = does(logged(), 'agent', 'amend', { title: '夜间施工扰民' });
  const urged = does(amended, 'citizen', 'urge', {});
  const sending = { leadId: 'gas', assistIds: [] };
  const stale = {
    code: 'stale',
    message: '该工单已被他人更新，请查看最新内容后重试。您填写的内容已保留。',
  };
  expect([amended.ticket.version, amended.ticket.decidedVersion]).toEqual([2, 2]);
  expect([urged.ticket.version, urged.ticket.decidedVersion]).toEqual([3, 2]);
  const seen = (version: number | null) => taken(urged, 'dispatcher', 'dispatch', version, sending);
  const details = { ticketId: 't1', version: 3 };
  expect(seen(1)).toEqual({ ...stale, details: { ...details, seen: 1 } });
  expect(seen(null)).toEqual({ ...stale, details: { ...details, seen: null } });
  expect(seen(4)).toEqual({ ...stale, details: { ...details, seen: 4 } });
  // That it was urged meanwhile makes nobody stale.
  expect(seen(2)).toContain('ticket.status');
  expect(seen(3)).toContain('ticket.status');
});

test('a dispatch is stale only by what was decided about it; what is added needs no version, nor does the clock', () => {
  const signed = does(sent, 'gas', 'sign', gas);
  expect(dispatch(signed, 'gas')?.version).toBe(2);
  expect(dispatch(signed, 'roads')?.version).toBe(1);
  expect(taken(signed, 'gas', 'requestExtension', 1, { ...gas, ...complex, days: 1 })).toMatchObject({ code: 'stale' });
  expect(taken(signed, 'gas', 'requestExtension', 2, { ...gas, ...complex, days: 1 })).toEqual(['+t1-q1']);
  expect(taken(signed, 'roads', 'sign', 1, { dispatchId: 't1-d2' })).toContain('t1-d2.status');
  expect(taken(signed, 'gas', 'progress', null, { ...gas, text: '正在办理。' })).toEqual(['+t1-n1']);
  expect(taken(sent, 'clock', 'autoSign', null, gas)).toMatchObject({ code: 'conflict' });
  // A question about a dispatch and its answer: the request guards itself.
  const asked = does(signed, 'gas', 'requestExtension', { ...gas, ...complex, days: 1 });
  expect(dispatch(asked, 'gas')?.version).toBe(3);
  expect(taken(asked, 'reviewer', 'denyExtension', null, { requestId: 't1-q1', decision: '请按期办结。' })).toEqual([
    't1-q1.status',
    't1-q1.decidedBy',
    't1-q1.decidedAt',
    't1-q1.decision',
  ]);
});

test('buttons carry the version they must be pressed with', () => {
  const signed = does(sent, 'gas', 'sign', gas);
  const versions = (who: Who, c: Case) =>
    Object.fromEntries(
      openActions(c, moment(undefined, { actor: cast[who] })).map((a) => [`${a.name} ${a.target}`, a.version]),
    );
  expect(versions('gas', signed)).toMatchObject({
    'reply t1-d1': 2,
    'progress t1-d1': null,
    'claim null': null,
  });
  expect(versions('dispatcher', signed)).toMatchObject({
    'redispatch null': 3,
    'releaseAssist t1-d2': 1,
    'withdraw a1': 3,
  });
  const asked = does(signed, 'gas', 'requestExtension', { ...gas, ...complex, days: 1 });
  expect(versions('reviewer', asked)).toMatchObject({ 'grantExtension t1-q1': null });
});

test('what changes nothing is no event; nothing at all is done on an archived ticket, nor about what is not there', () => {
  const first = logged();
  expect(why(first, 'agent', 'amend', { title: first.ticket.title })).toBe('nothingChanged');
  expect(why(first, 'agent', 'withdraw', { appealId: 'a9', reason: '已解决。' })).toBe('notTarget');
  expect(why(first, 'agent', 'sign', {})).toBe('notTarget');
  const closed = does(first, 'agent', 'answer', { appealId: 'a1', answer: '您好，已说明。' });
  const archived = does(closed, 'supervisor', 'archive');
  expect(why(archived, 'reviewer', 'reopen', { reason: '误办结。' })).toBe('archived');
  expect(openActions(archived, moment(undefined, { actor: cast.reviewer }))).toEqual([]);
  expect(why(closed, 'agent', 'answer', { appealId: 'a1', answer: '您好，已说明。' })).toBe('wrongStatus');
  expect(why(closed, 'gas', 'reopen', { reason: '误办结。' })).toBe('notAllowed');
});

test('two tickets become one only if both are seen as they are, and by somebody who may', () => {
  const merges = (other: Case | undefined, input: object, who: Who = 'agent') =>
    why(logged(), who, 'merge', { into: 't2', intoVersion: 1, ...input }, undefined, other ? { other } : {});
  const second = logged(2);
  expect(merges(second, {})).toBeNull();
  expect(merges(second, { into: 't1' })).toBe('mergeSelf');
  expect(merges(undefined, {})).toBe('noOther');
  expect(merges(second, {}, 'reviewer')).toBe('notAllowed');
  expect(merges(second, { intoVersion: 2 })).toContain('要并入的工单已被他人更新');
  const elsewhere = { ...second, ticket: { ...second.ticket, centrePath: 'c.' } };
  expect(merges(elsewhere, {})).toBe('notAllowed');
  const otherCentre = { ...second, ticket: { ...second.ticket, centreId: 'city' } };
  expect(merges(otherCentre, {})).toBe('otherCentre');
  const answered = does(second, 'agent', 'answer', { appealId: 'a2', answer: '您好，已说明。' });
  expect(merges(answered, { intoVersion: 2 })).toBe('cannotMergeInto');
  expect(merges(does(answered, 'supervisor', 'archive'), { intoVersion: 3 })).toBe('archived');
});

test('a second ticket is changed like the first: its version, its alarms, and what is written of it', () => {
  const second = dispatched(logged(2), 'gas');
  const input = { into: 't2', intoVersion: 2 };
  const { other, childId, fields } = takeAction(
    logged(),
    'merge',
    1,
    input,
    moment(undefined, { actor: cast.agent, other: second }),
  );
  expect(childId).toBeNull();
  expect(fields).toEqual(['ticket.status', 'ticket.outcome', 'ticket.mergedIntoId', 'ticket.closedAt', '-a1']);
  expect(other?.before).toBe(second);
  expect(other?.fields).toEqual(['+a1']);
  expect(other?.case.ticket).toMatchObject({ version: 3, decidedVersion: 3 });
});

test('a new row is named, one that left is named, one that is the same is not', () => {
  const first = logged();
  expect(changedFields(null, first)).toEqual(['+a1']);
  const names = ['ticket.status', 'ticket.firstLeadId', 'ticket.firstDispatchedAt', '+t1-d1', '+t1-d2'];
  expect(changedFields(first, sent)).toEqual(names);
  expect(changedFields(sent, { ...sent, dispatches: sent.dispatches.slice(1) })).toEqual(['-t1-d1']);
  expect(changedFields(sent, { ...sent, dispatches: sent.dispatches.map((d) => ({ ...d })) })).toEqual([]);
  const replied = does(does(sent, 'gas', 'sign', gas), 'gas', 'progress', { ...gas, text: '正在办理。' });
  expect(changedFields(sent, replied)).toEqual(['t1-d1.status', 't1-d1.clerkId', 't1-d1.signedAt', '+t1-n1']);
});

const complex = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };

test('the child an event is about is the one its verb names', () => {
  const signed = takeAction(sent, 'sign', 1, gas, moment(undefined, { actor: cast.gas }));
  expect(signed.childId).toBe('t1-d1');
  const reply = takeAction(
    does(logged(), 'agent', 'urge'),
    'answer',
    1,
    { appealId: 'a1', answer: answer.handling },
    moment(undefined, { actor: cast.agent }),
  );
  expect(reply.childId).toBe('a1');
});
