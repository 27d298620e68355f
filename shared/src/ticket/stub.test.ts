import { expect, test } from 'vitest';
import { stubOf } from './stub.ts';
import { cast, dispatched, does, logged, monday } from './testing/town.test-support.ts';

const sent = dispatched(logged(), 'gas', ['roads']);
const reason = { reasonCode: 'notOurDuty', reason: '不属于本单位职责范围。' };
const asked = does(sent, 'gas', 'requestReturn', { dispatchId: 't1-d1', ...reason });
const helped = does(asked, 'roads', 'requestReturn', { dispatchId: 't1-d2', ...reason });
const tuesday = '2026-11-03T02:00:00.000Z';
const taken = does(helped, 'dispatcher', 'approveReturn', { requestId: 't1-q1' }, tuesday);

test('a department keeps the number, its own dispatch and its requests of what was taken from it, and nothing else', () => {
  expect(stubOf(taken, cast.gas)).toEqual({
    ...{ ticketId: 't1', number: taken.ticket.number, endedAt: tuesday },
    dispatches: taken.dispatches.slice(0, 1),
    requests: taken.requests.slice(0, 1),
  });
});

test('whoever sees the ticket, never had a dispatch, or is complained of, has no stub', () => {
  expect(stubOf(sent, cast.gas)).toBeNull();
  for (const who of ['roads', 'water', 'dispatcher', 'citizen', 'clock'] as const)
    expect(stubOf(taken, cast[who]), who).toBeNull();
  const about = { ...taken, ticket: { ...taken.ticket, againstPath: 't.gas.' } };
  expect(stubOf(about, cast.gas)).toBeNull();
});

test('of several dispatches the last end tells when; a dispatch whose end nobody wrote down ended when it was sent', () => {
  const [dispatch] = taken.dispatches;
  if (!dispatch) throw new Error('no dispatch');
  const earlier = { ...dispatch, id: 'x1', endedAt: monday };
  const unknown = { ...dispatch, id: 'x2', endedAt: null, sentAt: '2026-11-05T02:00:00.000Z' };
  const asks = taken.requests.map((r) => ({ ...r, id: 'x3', dispatchId: null }));
  const c = {
    ...taken,
    dispatches: [dispatch, earlier, ...taken.dispatches.slice(1)],
    requests: [...taken.requests, ...asks],
  };
  expect(stubOf(c, cast.gas)).toMatchObject({ endedAt: tuesday, dispatches: [{ id: 't1-d1' }, { id: 'x1' }] });
  expect(stubOf(c, cast.gas)?.requests.map((r) => r.id)).toEqual(['t1-q1']);
  expect(stubOf({ ...c, dispatches: [unknown] }, cast.gas)?.endedAt).toBe(unknown.sentAt);
});
