import type { TicketRow } from '@hotline/shared/api/tickets';
import { backoffMs } from '@hotline/shared/live/backoff';
import type { CallFrame, callTopic } from '@hotline/shared/live/calls';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import { type DeskFrame, deskTopic } from '@hotline/shared/live/desks';
import type { ClientFrame, ServerFrame } from '@hotline/shared/live/frames';
import type { PresentAt } from '@hotline/shared/live/presence';
import { cursorOf, disconnected } from '@hotline/shared/live/replica';
import { callsCut, hearCalls } from '../calls/board.ts';
import { hearDesks } from './counts.ts';
import { type FiguresHeard, hearFigures, sayShown } from './figuresOnShow.ts';
import { heardServerClock, setLiveState } from './liveState.ts';
import { personValue, whenPersonLeaves } from './personStore.ts';
import { hearPresent, sayWhere } from './presence.ts';
import { currentPerson } from './session.ts';
import { loadSession } from './signing.ts';
import { setReplica, takeFrames, useTickets } from './tickets.ts';

const batchMs = 100;
/** So many frames are applied in one go; after a break thousands may come at once, and the page stays usable. */
const atOnce = 250;
const silenceMs = 40_000;
/** After so many failed attempts the pill says that we are offline and no longer that we are connecting. */
const patience = 3;

type Heard = ServerFrame<TicketRow> | CallFrame | DeskFrame | FiguresHeard | PresentAt;

type Timer = ReturnType<typeof setTimeout>;
/** What is told only to those who ask for it; changes of tickets reach everybody who may see them. */
type Topic = typeof callTopic | typeof deskTopic;
type Line = {
  socket: WebSocket | null;
  /** Heard and not applied yet. */
  waiting: ServerFrame<TicketRow>[];
  attempt: number;
  /** The server that said goodbye asked for so long; milliseconds, for the next attempt only. */
  leastMs: number;
  running: boolean;
  /** What the page wants to hear. */
  topics: ReadonlySet<Topic>;
  batch?: Timer | undefined;
  retry?: Timer;
  watchdog?: Timer;
};
const line = personValue<Line>(() => ({
  socket: null,
  waiting: [],
  attempt: 0,
  leastMs: 0,
  running: false,
  topics: new Set<Topic>([deskTopic]),
}));
const topics = () => [...line.current.topics];
whenPersonLeaves(() => {
  line.current.running = false;
  clearTimeout(line.current.retry);
  drop(1000);
});

/** Keeps the tickets on show up to date while somebody is signed in; returns how to stop. */
export function startLive(): () => void {
  line.current.running = true;
  connect();
  window.addEventListener('online', reconnectNow);
  window.addEventListener('offline', lost);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    line.current.running = false;
    clearTimeout(line.current.retry);
    window.removeEventListener('online', reconnectNow);
    window.removeEventListener('offline', lost);
    document.removeEventListener('visibilitychange', onVisible);
    drop(1000);
  };
}

/** Whether the page wants to hear of it; all else stays as it was asked for. */
export function hearTopic(topic: Topic, isWanted: boolean): void {
  const others = topics().filter((known) => known !== topic);
  line.current.topics = new Set(isWanted ? [...others, topic] : others);
  if (line.current.socket?.readyState === WebSocket.OPEN) say({ t: 'subscribe', subscribe: topics() });
}

/** Closes and says hello again with the cursor held: the server replays what was missed. */
export function resync(): void {
  drop(closeCodes.gap);
  schedule();
}

function connect(): void {
  clearTimeout(line.current.retry);
  const person = currentPerson();
  if (!line.current.running || line.current.socket || !person) return;
  // Another tab may have signed somebody else in: the server lets nobody but the person meant on this line.
  const address = `${location.host}/api/live?person=${encodeURIComponent(person.id)}`;
  const opened = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${address}`);
  line.current.socket = opened;
  opened.onopen = () => {
    watch();
    say({ t: 'hello', cursor: cursorOf(useTickets.getState().replica), subscribe: topics() });
    sayWhere(say);
    sayShown(say);
  };
  opened.onmessage = ({ data }) => {
    if (line.current.socket === opened) hear(JSON.parse(String(data)) as Heard);
  };
  opened.onclose = ({ code }) => {
    if (line.current.socket !== opened) return;
    drop();
    if (code === closeCodes.authEnded || code === closeCodes.scopeChanged) void loadSession();
    schedule();
  };
}

function hear(frame: Heard): void {
  watch();
  line.current.attempt = 0;
  setLiveState('online');
  // A telephone rings now: calls wait for no batch.
  if (frame.t === 'call' || frame.t === 'calls') {
    hearCalls(frame);
    return;
  }
  if (frame.t === 'desks') {
    hearDesks(frame);
    return;
  }
  if (frame.t === 'figures') {
    hearFigures(frame);
    return;
  }
  if (frame.t === 'present') {
    hearPresent(frame);
    return;
  }
  if (frame.t === 'bye') line.current.leastMs = frame.retryAfter * 1000;
  if (frame.t === 'hb') heardServerClock(frame.now);
  line.current.waiting.push(frame);
  line.current.batch ??= setTimeout(flush, batchMs);
}

function flush(): void {
  const { waiting } = line.current;
  line.current.batch = undefined;
  const frames = waiting.splice(0, atOnce);
  if (waiting.length > 0) line.current.batch = setTimeout(flush);
  if (frames.length > 0 && takeFrames(frames).reconnect) resync();
}

/** Lets the socket go without waiting for its farewell; frames not applied yet are replayed from the cursor held. */
function drop(code?: number): void {
  const now = line.current;
  clearTimeout(now.batch);
  clearTimeout(now.watchdog);
  const old = now.socket;
  Object.assign(now, { waiting: [], batch: undefined, socket: null } satisfies Partial<Line>);
  if (old && code !== undefined) old.close(code);
  sayWhere(null);
  sayShown(null);
  setReplica(disconnected);
  callsCut();
}

function schedule(): void {
  const now = line.current;
  if (!now.running) return;
  setLiveState(now.attempt >= patience || !navigator.onLine ? 'offline' : 'connecting');
  clearTimeout(now.retry);
  now.retry = setTimeout(connect, Math.max(now.leastMs, backoffMs(now.attempt, Math.random())));
  now.attempt += 1;
  now.leastMs = 0;
}

function watch(): void {
  clearTimeout(line.current.watchdog);
  line.current.watchdog = setTimeout(resync, silenceMs);
}

function lost(): void {
  drop(closeCodes.gap);
  setLiveState('offline');
}

function reconnectNow(): void {
  line.current.attempt = 0;
  connect();
}

const onVisible = () => {
  if (document.visibilityState === 'visible' && !line.current.socket) reconnectNow();
};
/** A socket that is closing takes nothing any more: what it would have been told is said anew on the next one. */
const say = (frame: ClientFrame) => {
  const { socket } = line.current;
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
};
