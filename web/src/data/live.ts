import type { TicketRow } from '@hotline/shared/api/tickets';
import { backoffMs } from '@hotline/shared/live/backoff';
import type { CallFrame } from '@hotline/shared/live/calls';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import type { ClientFrame, ServerFrame } from '@hotline/shared/live/frames';
import type { PresentAt } from '@hotline/shared/live/presence';
import { cursorOf, disconnected } from '@hotline/shared/live/replica';
import { callsCut, hearCalls } from '../calls/board.ts';
import { heardServerClock, setLiveState } from './liveState.ts';
import { hearPresent, sayWhere } from './presence.ts';
import { loadSession } from './session.ts';
import { setReplica, takeFrames, useTickets } from './tickets.ts';

const batchMs = 100;
/** So many frames are applied in one go; after a break thousands may come at once, and the page stays usable. */
const atOnce = 250;
const silenceMs = 40_000;
/** After so many failed attempts the pill says that we are offline and no longer that we are connecting. */
const patience = 3;

type Heard = ServerFrame<TicketRow> | CallFrame | PresentAt;

let socket: WebSocket | null = null;
let waiting: ServerFrame<TicketRow>[] = [];
let attempt = 0;
let running = false;
const parts = new Map<string, readonly string[]>([['desk', ['queue']]]);
const topics = () => [...parts.values()].flat();
let batch: ReturnType<typeof setTimeout> | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let watchdog: ReturnType<typeof setTimeout> | undefined;

/** Keeps the tickets on show up to date while somebody is signed in; returns how to stop. */
export function startLive(): () => void {
  running = true;
  connect();
  window.addEventListener('online', reconnectNow);
  window.addEventListener('offline', lost);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    running = false;
    window.removeEventListener('online', reconnectNow);
    window.removeEventListener('offline', lost);
    document.removeEventListener('visibilitychange', onVisible);
    drop(1000);
  };
}

/** What one part of the page wants to hear; the others keep what they asked for. */
export function subscribeTo(part: 'desk' | 'calls', wanted: readonly string[]): void {
  parts.set(part, wanted);
  if (socket?.readyState === WebSocket.OPEN) say({ t: 'subscribe', subscribe: topics() });
}

/** Closes and says hello again with the cursor held: the server replays what was missed. */
export function resync(): void {
  drop(closeCodes.gap);
  schedule();
}

function connect(): void {
  clearTimeout(retry);
  if (!running || socket) return;
  const opened = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`);
  socket = opened;
  opened.onopen = () => {
    watch();
    say({ t: 'hello', cursor: cursorOf(useTickets.getState().replica), subscribe: topics() });
    sayWhere(say);
  };
  opened.onmessage = ({ data }) => {
    if (socket === opened) hear(JSON.parse(String(data)) as Heard);
  };
  opened.onclose = ({ code }) => {
    if (socket !== opened) return;
    drop();
    if (code === closeCodes.authEnded || code === closeCodes.scopeChanged) void loadSession();
    schedule();
  };
}

function hear(frame: Heard): void {
  watch();
  attempt = 0;
  setLiveState('online');
  // A telephone rings now: calls wait for no batch.
  if (frame.t === 'call' || frame.t === 'calls') {
    hearCalls(frame);
    return;
  }
  if (frame.t === 'present') {
    hearPresent(frame);
    return;
  }
  if (frame.t === 'hb') heardServerClock(frame.now);
  waiting.push(frame);
  batch ??= setTimeout(flush, batchMs);
}

function flush(): void {
  batch = undefined;
  const frames = waiting.splice(0, atOnce);
  if (waiting.length > 0) batch = setTimeout(flush);
  if (frames.length > 0 && takeFrames(frames).reconnect) resync();
}

/** Lets the socket go without waiting for its farewell; frames not applied yet are replayed from the cursor held. */
function drop(code?: number): void {
  waiting = [];
  clearTimeout(batch);
  clearTimeout(watchdog);
  batch = undefined;
  const old = socket;
  socket = null;
  if (old && code !== undefined) old.close(code);
  sayWhere(null);
  setReplica(disconnected);
  callsCut();
}

function schedule(): void {
  if (!running) return;
  setLiveState(attempt >= patience || !navigator.onLine ? 'offline' : 'connecting');
  clearTimeout(retry);
  retry = setTimeout(connect, backoffMs(attempt, Math.random()));
  attempt += 1;
}

function watch(): void {
  clearTimeout(watchdog);
  watchdog = setTimeout(resync, silenceMs);
}

function lost(): void {
  drop(closeCodes.gap);
  setLiveState('offline');
}

function reconnectNow(): void {
  attempt = 0;
  connect();
}

const onVisible = () => {
  if (document.visibilityState === 'visible' && !socket) reconnectNow();
};
const say = (frame: ClientFrame) => socket?.send(JSON.stringify(frame));
