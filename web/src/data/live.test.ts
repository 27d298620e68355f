import { closeCodes } from '@hotline/shared/live/closeCodes';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startLive } from './live.ts';
import { nobodySignedIn, signedInAs } from './testing/signedInAs.ts';

let opened: Socket[];
/** A socket that does what the test says and nothing else. */
class Socket {
  static readonly OPEN = 1;
  readyState = 1;
  onopen?: () => void;
  onmessage?: (message: { data: string }) => void;
  onclose?: (event: { code: number }) => void;
  constructor() {
    opened.push(this);
  }
  send() {}
  close() {}
}

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  vi.stubGlobal('WebSocket', Socket);
  nobodySignedIn();
  signedInAs('lin');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a server that says goodbye is left alone for as long as it asked', () => {
  const stop = startLive();
  const [first] = opened;
  first?.onopen?.();
  first?.onmessage?.({ data: JSON.stringify({ t: 'bye', code: closeCodes.restart, retryAfter: 5 }) });
  first?.onclose?.({ code: closeCodes.restart });
  vi.advanceTimersByTime(4999);
  expect(opened).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(opened).toHaveLength(2);
  stop();
});

test('a line that breaks without a word is taken up again at once', () => {
  const stop = startLive();
  const [first] = opened;
  first?.onopen?.();
  first?.onmessage?.({ data: JSON.stringify({ t: 'hb', epoch: 'e', upTo: 1, now: '2026-11-02T02:00:00.000Z' }) });
  first?.onclose?.({ code: 1006 });
  vi.advanceTimersByTime(1);
  expect(opened).toHaveLength(2);
  stop();
});
