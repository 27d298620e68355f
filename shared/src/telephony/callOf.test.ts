import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMs, toMs } from '../time/instant.ts';
import { callOf } from './callOf.ts';
import type { Signal, SignalEvent } from './signal.ts';
import { callTimes } from './times.ts';

const monday = '2026-11-02T02:00:00.000Z';
const say = (event: SignalEvent, seconds: number, more: Partial<Signal> = {}): Signal => ({
  event,
  at: addMs(monday, seconds * 1000),
  direction: 'in',
  phone: '+8613800138000',
  phoneExtension: null,
  phoneRaw: null,
  line: '12345',
  queue: null,
  agentId: null,
  cause: null,
  recording: null,
  ...more,
});
const lin = { agentId: 'lin' };
const chen = { agentId: 'chen' };
const call = (...signals: [Signal, ...Signal[]]) => callOf(signals);

test('a call rings at Lin, is answered, held once and hung up', () => {
  const told = call(
    say('newCall', 0, { queue: '综合' }),
    say('ring', 4, lin),
    say('answer', 9, lin),
    say('hold', 30),
    say('resume', 50),
    say('hangup', 99, { cause: 'normalClearing' }),
  );
  expect(told).toMatchObject({ status: 'ended', outcome: 'answered', agentId: 'lin', queue: '综合', ringing: [] });
  expect(callTimes(told, monday)).toEqual({ waitMs: 9_000, talkMs: 70_000, holdMs: 20_000 });
});

test('a hangup that overtakes its answer, and a recording hours later, tell the same call', () => {
  const [ring, answer, hangup] = [say('newCall', 0, lin), say('answer', 5, lin), say('hangup', 60)];
  const recording = say('recording', 9_000, { recording: 'a.wav' });
  expect(call(hangup, answer, recording, ring)).toEqual(call(ring, answer, hangup, recording));
  expect(call(hangup, answer, ring)).toMatchObject({ status: 'ended', outcome: 'answered', recording: null });
});

test('an answer received without its time after the hangup still says that somebody answered', () => {
  const told = call(say('newCall', 0), say('hangup', 30), say('answer', 31, lin));
  expect(told).toMatchObject({ outcome: 'answered', agentId: 'lin', answeredAt: addMs(monday, 30_000) });
});

test('two telephones ring at once and one answers: the other stops; a transfer rings the third', () => {
  const both = [say('newCall', 0), say('ring', 1, lin), say('ring', 1, chen)] as const;
  expect(call(...both).ringing).toEqual(['chen', 'lin']);
  const answered = [...both, say('answer', 3, lin)] as const;
  expect(call(...answered)).toMatchObject({ status: 'talking', ringing: [], agentId: 'lin' });
  const onward = [...answered, say('ring', 40, { agentId: 'wu' })] as const;
  expect(call(...onward)).toMatchObject({ status: 'talking', ringing: ['wu'], agentId: 'lin' });
  expect(call(...onward, say('answer', 44, { agentId: 'wu' }))).toMatchObject({ ringing: [], agentId: 'wu' });
});

test('Lin does not pick up, Chen is rung, then Lin again', () => {
  const told = [say('newCall', 0), say('ring', 1, lin), say('ringEnd', 16, lin), say('ring', 17, chen)] as const;
  expect(call(...told).ringing).toEqual(['chen']);
  expect(call(...told, say('ringEnd', 32, chen), say('ring', 33, lin)).ringing).toEqual(['lin']);
});

test.each([
  ['cancel', 'abandoned'],
  ['abandoned', 'abandoned'],
  ['16', 'abandoned'],
  [null, 'abandoned'],
  ['noAnswer', 'missed'],
  ['BUSY', 'missed'],
  ['19', 'missed'],
  ['congestion', 'missed'],
])('nobody answered and the cause is %s: %s', (cause, outcome) => {
  expect(call(say('newCall', 0), say('hangup', 20, { cause })).outcome).toBe(outcome);
});

const anySignal = fc
  .record({
    event: fc.constantFrom<SignalEvent>(
      'newCall',
      'ring',
      'ringEnd',
      'answer',
      'hold',
      'resume',
      'hangup',
      'recording',
    ),
    seconds: fc.nat({ max: 300 }),
    agentId: fc.constantFrom(null, 'lin', 'chen'),
  })
  .map(({ event, seconds, agentId }) =>
    say(event, seconds, { agentId, recording: event === 'recording' ? 'a' : null }),
  );
/** As the store keeps them: what makes a repeat came once. */
const aCall = fc.uniqueArray(anySignal, {
  minLength: 1,
  maxLength: 12,
  selector: (s) =>
    ['newCall', 'hangup', 'recording'].includes(s.event)
      ? s.event
      : s.event === 'answer'
        ? `a${s.agentId}`
        : `${s.event}${s.agentId}${s.at}`,
}) as fc.Arbitrary<[Signal, ...Signal[]]>;

test('in whatever order and however often its signals come, it is the same call', () => {
  fc.assert(
    fc.property(
      aCall.chain((signals) =>
        fc.tuple(
          fc.constant(signals),
          fc.shuffledSubarray([...signals, ...signals], { minLength: signals.length * 2 }),
        ),
      ),
      ([signals, mixed]) => {
        expect(callOf(mixed as [Signal, ...Signal[]])).toEqual(callOf(signals));
      },
    ),
  );
});

test('whatever is told, times go forward and nothing rings or is held after the end', () => {
  fc.assert(
    fc.property(aCall, (signals) => {
      const told = callOf(signals);
      const { ringingAt, answeredAt, endedAt } = told;
      expect(answeredAt === null || answeredAt >= ringingAt).toBe(true);
      expect(endedAt === null || endedAt >= (answeredAt ?? ringingAt)).toBe(true);
      expect(endedAt === null).toBe(told.status !== 'ended');
      expect(endedAt === null).toBe(told.outcome === null);
      if (endedAt !== null) expect([told.ringing, told.heldAt]).toEqual([[], null]);
      const { waitMs, talkMs, holdMs } = callTimes(told, addMs(monday, 400_000));
      if (endedAt !== null && answeredAt !== null && holdMs <= toMs(endedAt) - toMs(answeredAt))
        expect(waitMs + talkMs + holdMs).toBe(toMs(endedAt) - toMs(ringingAt));
    }),
  );
});
