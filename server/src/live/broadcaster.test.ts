import { closeCodes } from '@hotline/shared/live/closeCodes';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { beatMs, each, openBroadcaster } from './broadcaster.ts';
import { maxBuffered, type Viewer, type Wire, written } from './connection.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const chen: Viewer = {
  actor: { type: 'person', id: 'p-chen', name: '陈', grants: [] },
  credential: 'session-of-chen',
  scope: { centres: ['fz.'], departments: [] },
  scopeVersion: 1,
};

/** A socket that takes everything at once, until told otherwise. */
function aWire() {
  const wire = {
    bufferedAmount: 0,
    heard: [] as Record<string, unknown>[],
    pings: 0,
    ended: null as number | 'cut' | null,
    send: (frame: Buffer) => void wire.heard.push(JSON.parse(String(frame)) as Record<string, unknown>),
    ping: () => {
      wire.pings += 1;
    },
    close: (code: number) => {
      wire.ended = code;
    },
    terminate: () => {
      wire.ended = 'cut';
    },
  };
  return wire satisfies Wire;
}
const aTurnOfTheLoop = () => new Promise((next) => setImmediate(next));
const beats = async (count: number) => {
  for (let i = 0; i < count; i++) {
    vi.advanceTimersByTime(beatMs);
    await aTurnOfTheLoop();
    await aTurnOfTheLoop();
  }
};

describe('a console that gives no sign of life', () => {
  test('is cut at the second beat, and every stream lets go of it; whoever answers stays', async () => {
    const broadcaster = openBroadcaster();
    const left = vi.fn();
    broadcaster.carry({ turn: async () => false, leave: (connection) => left(connection.viewer.credential) });
    const [dead, alive] = [aWire(), aWire()];
    broadcaster.join(dead, { ...chen, credential: 'dead' });
    const console = broadcaster.join(alive, { ...chen, credential: 'alive' });
    await beats(1);
    console.answered();
    expect([dead.pings, alive.pings, broadcaster.size()]).toEqual([1, 1, 2]);
    await beats(1);
    expect([dead.ended, alive.ended, broadcaster.size()]).toEqual(['cut', null, 1]);
    expect(left.mock.calls).toEqual([['dead']]);
  });

  test('whatever it says is a sign of life, and so is that it goes on taking what was sent', async () => {
    const broadcaster = openBroadcaster();
    const [talking, slow] = [aWire(), aWire()];
    const console = broadcaster.join(talking, chen);
    broadcaster.join(slow, chen);
    for (const waiting of [900_000, 600_000, 300_000]) {
      slow.bufferedAmount = waiting;
      await beats(1);
      console.hear({ t: 'ping' });
    }
    expect([talking.ended, slow.ended]).toEqual([null, null]);
    await beats(1);
    expect([talking.ended, slow.ended]).toEqual([null, 'cut']);
  });

  test('a server that was held up reads the answers that lie there before it takes anybody for dead', async () => {
    const broadcaster = openBroadcaster();
    const wire = aWire();
    const console = broadcaster.join(wire, chen);
    await beats(1);
    vi.advanceTimersByTime(beatMs);
    // The event loop comes to its sockets between the timer and what the timer asked for.
    console.answered();
    await aTurnOfTheLoop();
    expect(wire.ended).toBeNull();
  });
});

describe('the budget of a console', () => {
  const kilobyte = written({ t: 'ev', text: 'x'.repeat(1_000) });

  test('one that does not read is cut before more than a megabyte waits for it; the others hear everything', async () => {
    const broadcaster = openBroadcaster();
    const [stuck, other] = [aWire(), aWire()];
    let most = 0;
    stuck.send = (frame) => {
      stuck.bufferedAmount += frame.length;
      most = Math.max(most, stuck.bufferedAmount);
    };
    for (const wire of [stuck, other]) broadcaster.join(wire, chen);
    for (let i = 0; i < 1_200; i++) for (const connection of broadcaster.connections()) connection.send(kilobyte);
    expect(stuck.ended).toBe(closeCodes.slow);
    expect(most).toBeLessThanOrEqual(maxBuffered);
    expect(most).toBeGreaterThan(maxBuffered - kilobyte.length);
    expect([other.heard.length, other.ended]).toEqual([1_200, null]);
  });

  test('what one can do without is left out long before, and nobody is cut for it', () => {
    const broadcaster = openBroadcaster();
    const wire = aWire();
    broadcaster.join(wire, chen);
    const [connection] = broadcaster.connections();
    wire.bufferedAmount = maxBuffered / 2;
    expect(connection?.offer(kilobyte)).toBe(false);
    wire.bufferedAmount = 0;
    expect(connection?.offer(kilobyte)).toBe(true);
    expect([wire.heard.length, wire.ended]).toEqual([1, null]);
  });
});

describe('a stream', () => {
  test('takes one turn for all that wakes it at once, one turn at a time, and lets in only between two', async () => {
    const broadcaster = openBroadcaster();
    const told: string[] = [];
    const turn = async () => {
      told.push('begins');
      await aTurnOfTheLoop();
      told.push('ends');
      return false;
    };
    const { wake, between } = broadcaster.carry({ turn });
    for (let i = 0; i < 10; i++) wake();
    await aTurnOfTheLoop();
    wake();
    await between(async () => void told.push('let in'));
    await vi.waitFor(() => expect(told).toHaveLength(5));
    expect(told).toEqual(['begins', 'ends', 'let in', 'begins', 'ends']);
  });

  test('goes on at once while more is waiting, and again after a while when it failed', async () => {
    const log = vi.fn();
    const broadcaster = openBroadcaster(log);
    const outcomes = [true, true, new Error('the store is away'), false];
    const turn = vi.fn(async () => {
      const outcome = outcomes.shift() ?? false;
      if (outcome instanceof Error) throw outcome;
      return outcome;
    });
    broadcaster.carry({ turn }).wake();
    for (let i = 0; i < 10; i++) await aTurnOfTheLoop();
    expect([turn.mock.calls.length, log.mock.calls.length]).toEqual([3, 1]);
    vi.advanceTimersByTime(1_000);
    for (let i = 0; i < 10; i++) await aTurnOfTheLoop();
    expect([turn.mock.calls.length, log.mock.calls.length]).toEqual([4, 1]);
  });

  test('that took long rests before the next one, a tenth of a second at most, and what wakes it meanwhile is one turn', async () => {
    const broadcaster = openBroadcaster();
    const turn = vi.fn(async () => {
      for (const began = performance.now(); performance.now() - began < 30; );
      return false;
    });
    const { wake } = broadcaster.carry({ turn });
    wake();
    for (let i = 0; i < 5; i++) await aTurnOfTheLoop();
    for (let i = 0; i < 3; i++) wake();
    for (let i = 0; i < 5; i++) await aTurnOfTheLoop();
    expect(turn).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    for (let i = 0; i < 5; i++) await aTurnOfTheLoop();
    expect(turn).toHaveBeenCalledTimes(2);
  });

  test('that fails at what a console said ends that console and no other', async () => {
    const broadcaster = openBroadcaster();
    const [one, other] = [aWire(), aWire()];
    const said = broadcaster.join(one, chen);
    broadcaster.join(other, chen);
    const hear = () => Promise.reject(new Error('the store is away'));
    broadcaster.carry({ turn: async () => false, hear });
    said.hear({ t: 'hello', cursor: null, subscribe: [] });
    await aTurnOfTheLoop();
    expect([one.ended, other.ended]).toEqual([closeCodes.failed, null]);
  });
});

test('telling a thousand consoles lets the event loop turn after every two hundred, and who left meanwhile is passed over', async () => {
  const consoles = new Set(Array.from({ length: 1_000 }, (_, i) => i));
  const told: number[] = [];
  const toldAtTurns: number[] = [];
  const count = () => {
    toldAtTurns.push(told.length);
    if (told.length < 1_000) setImmediate(count);
    consoles.delete(999);
  };
  setImmediate(count);
  await each(consoles, (i) => void told.push(i));
  expect(toldAtTurns).toEqual([200, 400, 600, 800]);
  expect(told).toHaveLength(999);
});

test('at shutdown each console hears farewell and when to come again; one that does not go is cut, none comes in', async () => {
  const broadcaster = openBroadcaster();
  const [going, staying, late] = [aWire(), aWire(), aWire()];
  const console = broadcaster.join(going, chen);
  broadcaster.join(staying, chen);
  const closed = broadcaster.close();
  for (const wire of [going, staying]) {
    expect(wire.heard).toEqual([{ t: 'bye', code: closeCodes.restart, retryAfter: 1 }]);
    expect(wire.ended).toBe(closeCodes.restart);
  }
  broadcaster.join(late, chen);
  expect([late.ended, broadcaster.size()]).toEqual([closeCodes.restart, 0]);
  console.closed();
  vi.advanceTimersByTime(2_000);
  await closed;
  expect([going.ended, staying.ended]).toEqual([closeCodes.restart, 'cut']);
});
