import { describe, expect, test } from 'vitest';
import { takeAction } from '../lifecycle.ts';
import type { Case } from '../model/case.ts';
import { answer, cast, dispatched, does, logged, moment, monday } from '../testing/town.test-support.ts';
import { clockedCase, dispatchClock, shownClock } from './shownClock.ts';

const nobody = new Set<string>();
const about = (c: Case) => ({ dispatchId: c.dispatches[0]?.id ?? '' });
const shown = (c: Case, desk: Parameters<typeof shownClock>[1], mine: ReadonlySet<string> = nobody) => {
  const clock = shownClock(clockedCase(c), desk, mine);
  return clock && [clock.of, clock.unit, clock.dueAt, clock.stopped?.isMet ?? null];
};

describe('which clock a row shows', () => {
  const waiting = logged();
  const sent = dispatched(waiting, 'roads', ['gas']);
  const signed = does(sent, 'roads', 'sign', about(sent));
  const replied = does(signed, 'roads', 'reply', { ...about(sent), ...answer }, '2026-11-17T02:00:00.000Z');
  const accepted = does(replied, 'reviewer', 'acceptReply', about(sent), '2026-11-17T03:00:00.000Z');
  const promised = '2026-11-17T16:00:00.000Z';

  test('the dispatcher’s own time until it is sent out, then the promise', () => {
    expect(shown(waiting, 'dispatch')).toEqual(['dispatching', 'workingHours', '2026-11-02T08:00:00.000Z', null]);
    expect(shown(sent, 'dispatch')).toEqual(['promise', 'workingDays', promised, null]);
  });

  test('a department’s signing, then its reply, of its own dispatch; the last one’s to whoever has none', () => {
    expect(shown(sent, 'inbox', new Set(['roads']))).toEqual([
      'signing',
      'workingDays',
      '2026-11-03T16:00:00.000Z',
      null,
    ]);
    expect(shown(signed, 'inbox', new Set(['roads']))).toEqual([
      'reply',
      'workingDays',
      '2026-11-16T16:00:00.000Z',
      null,
    ]);
    expect(shown(signed, 'inbox')?.[0]).toBe('signing');
    expect(shown(waiting, 'inbox')?.[0]).toBe('promise');
  });

  test('the promise to whoever reviews, the callback to whoever calls and to all once it is awaited', () => {
    expect(shown(replied, 'review')).toEqual(['promise', 'workingDays', promised, null]);
    expect(shown(accepted, 'callback')?.[0]).toBe('callback');
    expect(shown(accepted, 'all')?.[0]).toBe('callback');
    expect(shown(replied, 'callback')?.[0]).toBe('promise');
  });

  test('an order that waits for an answer before the reply that is due first, to the supervisor', () => {
    const ordered = does(signed, 'supervisor', 'supervise', { level: 'city', demand: '请说明进展。', days: 2 });
    expect(shown(ordered, 'supervise')).toEqual(['order', 'workingDays', '2026-11-04T16:00:00.000Z', null]);
    const said = does(ordered, 'roads', 'answerOrder', { orderId: ordered.orders[0]?.id, answer: '正在办理。' });
    // The assist has not signed yet, and that is what it is due with first.
    expect(shown(said, 'supervise')).toEqual(['signing', 'workingDays', '2026-11-03T16:00:00.000Z', null]);
    expect(shown(waiting, 'supervise')?.[0]).toBe('promise');
  });

  test('the asker’s own clock while a request waits, the review while a rework does', () => {
    const words = { days: 2, reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
    expect(shown(does(signed, 'roads', 'requestExtension', { ...about(sent), ...words }), 'decide')?.[0]).toBe('reply');
    const unhappy = { appealId: 'a1', reached: 'reached', satisfaction: 'dissatisfied', reasonCode: 'notSolved' };
    expect(shown(does(accepted, 'callbackAgent', 'recordCallback', unhappy), 'decide')?.[0]).toBe('review');
    expect(shown(waiting, 'decide')?.[0]).toBe('promise');
  });

  test('a dispatch that was taken away has no clock any more', () => {
    const ended = does(signed, 'dispatcher', 'redispatch', { leadId: 'water', note: '职责调整。' });
    expect(ended.dispatches.map((d) => dispatchClock(d)?.of ?? null)).toEqual([null, 'signing', 'signing']);
  });
});

describe('the promise a ticket goes by', () => {
  test('is met once the citizen was answered; in a later round the row shows what that round waits for', () => {
    const sent = dispatched(logged(), 'roads');
    const signed = does(sent, 'roads', 'sign', about(sent));
    const replied = does(signed, 'roads', 'reply', { ...about(sent), ...answer });
    const accepted = does(replied, 'reviewer', 'acceptReply', about(sent));
    const again = does(accepted, 'reviewer', 'rework', { note: '请再核实。' });
    expect(again.ticket.promiseClock?.stopped?.isMet).toBe(true);
    const d2 = { dispatchId: again.dispatches.at(-1)?.id ?? '' };
    const anew = does(again, 'roads', 'sign', d2);
    const told = does(anew, 'roads', 'reply', { ...d2, ...answer });
    for (const desk of ['all', 'dispatch'] as const) {
      expect(shown(again, desk)).toMatchObject(['signing', 'workingDays', expect.any(String), null]);
      expect(shown(anew, desk)?.[0]).toBe('reply');
      expect(shown(told, desk)?.[0]).toBe('review');
    }
    const over = does(told, 'reviewer', 'acceptReply', d2);
    expect(shown(over, 'all')?.[0]).toBe('callback');
    expect(shown(does(over, 'supervisor', 'close', { note: '已多次联系。' }), 'all')?.slice(-1)).toEqual([true]);
    expect(again.ticket.promiseClock).toEqual(again.appeals[0]?.promiseClock);
  });

  test('goes with its appeals when it is merged: nothing is promised for it any more', () => {
    const [from, into] = [dispatched(logged(2), 'roads'), dispatched(logged(1), 'gas')];
    const seen = { into: 't1', intoVersion: into.ticket.version };
    const m = { ...moment(monday, { other: into }), actor: cast.dispatcher };
    const taken = takeAction(from, 'merge', from.ticket.version, seen, m);
    expect(shown(taken.case, 'all')?.[3]).toBe(false);
    expect(taken.other?.case.appeals.map((a) => a.promiseClock.stopped)).toEqual([null, null]);
  });
});

test('a card is dated by the threshold it was earned at, as its entry in the timeline is, however late the clock came', () => {
  const sent = dispatched(logged(), 'roads');
  const late = '2026-12-01T02:00:00.000Z';
  const [yellow] = does(sent, 'clock', 'yellowCard', about(sent), late).cards;
  const [red] = does(sent, 'clock', 'redCard', about(sent), late).cards;
  expect([yellow?.raisedAt, red?.raisedAt]).toEqual([sent.dispatches[0]?.yellowDueAt, sent.dispatches[0]?.dueAt]);
});
