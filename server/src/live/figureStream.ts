import { routes } from '@hotline/shared/api/routes';
import type { FiguresFrame } from '@hotline/shared/live/figures';
import { figureReaders } from '@hotline/shared/people/roles';
import { scopeKey } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { Compile } from 'typebox/compile';
import { Convert } from 'typebox/value';
import type { Hotline } from '../app/hotline.ts';
import { mayCall } from '../app/route.ts';
import { readBoard, readFigure } from '../reports/board.ts';
import type { Reader } from '../reports/question.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { type Broadcaster, each } from './broadcaster.ts';
import { type Connection, written } from './connection.ts';
import type { TicketStream } from './ticketStream.ts';

/** A read that is on show somewhere: one computation for all who may see the same. */
type Kept = {
  readonly url: string;
  readonly read: () => Promise<{ asOf: string }>;
  readonly listeners: Set<Connection>;
  /** What was told last: the answer without its moment, and the frame it went out in. */
  told: { readonly text: string; readonly frame: Buffer } | null;
  isChanged: boolean;
  /** On the monotonic clock: not again before, and again by then even if nothing has changed, for dues pass. */
  restMs: number;
  renewMs: number;
};

const gatherMs = 1_000;
const lookMs = 1_000;
const renewMs = 15_000;
/** A read rests so many times as long as it took: none takes more than a tenth of a core. */
const restTimes = 10;

/** Tells the consoles how the figures on their screens stand, computed once however many look. */
export function openFigureStream(hotline: Hotline, broadcaster: Broadcaster, tickets: TicketStream): void {
  const kept = new Map<string, Kept>();
  const { wake } = broadcaster.carry({
    turn,
    gatherMs,
    lookMs,
    hear: (connection, frame) => (frame.t === 'watch' ? watch(connection, frame.urls) : undefined),
    leave: (connection) => void watch(connection, []),
    close: tickets.follow(() => {
      for (const one of kept.values()) one.isChanged = true;
      wake();
    }),
  });

  function watch(connection: Connection, urls: readonly string[]): void {
    const { actor, scope } = connection.viewer;
    const mayRead = mayCall(actor, figureReaders);
    const keyOf = (url: string) => `${mayRead ? centreOf(hotline, { actor }) : ''} ${scopeKey(scope)} ${url}`;
    const wanted = new Set(urls.map(keyOf));
    for (const [key, one] of kept) {
      if (wanted.has(key) || !one.listeners.delete(connection)) continue;
      if (one.listeners.size === 0) kept.delete(key);
    }
    if (!mayRead) return;
    for (const url of urls) {
      const key = keyOf(url);
      const one = kept.get(key) ?? open(hotline, { actor }, url);
      if (!one || one.listeners.has(connection)) continue;
      kept.set(key, one);
      one.listeners.add(connection);
      if (one.told) connection.send(one.told.frame);
      else wake();
    }
  }

  async function turn(): Promise<boolean> {
    for (const one of [...kept.values()]) {
      const nowMs = performance.now();
      if (nowMs < one.restMs || (!one.isChanged && nowMs < one.renewMs)) continue;
      one.isChanged = false;
      await tell(one);
      const tookMs = performance.now() - nowMs;
      one.restMs = performance.now() + tookMs * restTimes;
      one.renewMs = performance.now() + renewMs;
    }
    return false;
  }
}

/** Null: no read of figures. */
function open(hotline: Hotline, me: Reader, url: string): Kept | null {
  const read = readOf(hotline, me, url);
  return read && { url, read, listeners: new Set(), told: null, isChanged: true, restMs: 0, renewMs: 0 };
}

function readOf(hotline: Hotline, me: Reader, url: string): Kept['read'] | null {
  if (!URL.canParse(url, here)) return null;
  const { pathname, searchParams } = new URL(url, here);
  const asked = Object.fromEntries(searchParams);
  if (pathname === routes.board.path) {
    const query = Convert(routes.board.query, asked);
    return boards.Check(query) ? () => readBoard(hotline, me, query) : null;
  }
  const [, name] = figurePath.exec(pathname) ?? [];
  const query = Convert(routes.figure.query, asked);
  return name !== undefined && figures.Check(query) ? () => readFigure(hotline, me, name, query) : null;
}
const here = 'http://hotline';
const figurePath = new RegExp(`^${routes.figure.path.replace(':name', '(\\w{1,64})')}$`);
const boards = Compile(routes.board.query);
const figures = Compile(routes.figure.query);

/** What its consoles do not know yet. What is refused is told by the route. */
async function tell(one: Kept): Promise<void> {
  const answer = await one.read().catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (answer === null) return;
  // Every link of an answer names the moment it is of.
  const text = JSON.stringify(answer).replaceAll(answer.asOf, '').replaceAll(encodeURIComponent(answer.asOf), '');
  if (text === one.told?.text) return;
  const frame = written({ t: 'figures', url: one.url, answer } satisfies FiguresFrame);
  one.told = { text, frame };
  await each(one.listeners, (connection) => connection.send(frame));
}
