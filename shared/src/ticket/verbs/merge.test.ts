import { expect, test } from 'vitest';
import { crowd } from '../testing/crowd.test-support.ts';
import { answer, dispatched, does, joined, logged, monday, why } from '../testing/town.test-support.ts';

const into = { into: 't2', intoVersion: 1 };
const other = logged(2);
const sentOther = dispatched(other, 'gas');
const intoSent = { ...into, intoVersion: 2 };
const first = logged();
const sent = dispatched(first, 'water');
const dispatch = { dispatchId: 't1-d1' };
const signed = does(sent, 'water', 'sign', dispatch);
const submitted = does(signed, 'water', 'reply', { ...dispatch, ...answer });

test('the ticket that is further along absorbs the other', () => {
  expect(why(sent, 'agent', 'merge', into, monday, { other })).toBe('mergeTheOther');
  expect(why(sent, 'agent', 'merge', intoSent, monday, { other: sentOther })).toBeNull();
  expect(why(first, 'agent', 'merge', intoSent, monday, { other: sentOther })).toBeNull();
  expect(why(first, 'agent', 'merge', into, monday, { other })).toBeNull();
});

test('what a department has answered is not thrown away; what its own head still holds, or gave back, is no answer', () => {
  const merges = (c: typeof first) => why(c, 'agent', 'merge', intoSent, monday, { other: sentOther });
  expect(merges(submitted)).toBeNull();
  expect(merges(does(submitted, 'head', 'rejectReply', { ...dispatch, note: '请补充。' }))).toBeNull();
  const back = does(submitted, 'head', 'approveReply', dispatch);
  expect(merges(does(back, 'reviewer', 'sendBackReply', { ...dispatch, note: '未答到点上。' }))).toBe('repliedAlready');
});

test('a ticket under an open order stays; one whose order has ended does not', () => {
  const ordered = does(first, 'supervisor', 'supervise', { level: 'city', demand: '请尽快办结。', days: 1 });
  expect(why(ordered, 'agent', 'merge', into, monday, { other })).toBe('supervised');
  // What stands beside the button is what is said, whatever the ticket it was to go into.
  const archived = { ...other, ticket: { ...other.ticket, archivedAt: monday } };
  expect(why(ordered, 'agent', 'merge', into, monday, { other: archived })).toBe('supervised');
  const ended = does(ordered, 'supervisor', 'endSupervision', { orderId: 't1-o1' });
  expect(why(ended, 'agent', 'merge', into, monday, { other })).toBeNull();
});

test('a complaint is not put before those it is about, nor published where it was merged away', () => {
  const about = logged(1, { againstDepartmentId: 'gas' });
  expect(why(about, 'agent', 'merge', intoSent, monday, { other: sentOther })).toBe('againstHandling');
  const gone = does(first, 'agent', 'merge', into, monday, { other });
  expect(why(gone, 'reviewer', 'publish', { title: '夜间施工', text: '已责令停工。' })).toBe('mergedAway');
  expect(why(gone, 'reviewer', 'reopen', { reason: '误并。' })).toBe('mergedAway');
});

test('citizens leave with all that is theirs and nothing that is the others’', () => {
  const { 'three answered': answered } = crowd();
  const two = joined(first, 2) ?? first;
  const told = does(two, 'agent', 'supplement', { appealId: 'a2', text: '在88号门口。' });
  const both = does(told, 'agent', 'supplement', { appealId: 'a1', text: '在86号门口。' });
  const progress = does(dispatched(both, 'gas'), 'agent', 'urge', {});
  const signedGas = does(progress, 'gas', 'sign', dispatch);
  const noted = does(signedGas, 'gas', 'progress', { ...dispatch, text: '正在办理。' });
  const owed = (answered?.callbacks ?? []).map((b) => ({ ...b, ticketId: 't1' }));
  const fresh = { ticketId: 't9', number: '26110200099' };
  const left = does({ ...noted, callbacks: owed }, 'agent', 'split', { appealIds: ['a2'] }, monday, { fresh });
  expect(left.appeals.map((a) => a.id)).toEqual(['a1']);
  expect(left.notes.map((n) => n.text)).toEqual(['在86号门口。', '正在办理。']);
  expect(left.callbacks.map((b) => b.appealId)).toEqual(['a1', 'a3']);
});
