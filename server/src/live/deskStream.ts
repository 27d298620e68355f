import { type DeskFrame, deskTopic } from '@hotline/shared/live/desks';
import type { Audience } from '@hotline/shared/people/scope';
import type { Hotline } from '../app/hotline.ts';
import { type Broadcaster, each } from './broadcaster.ts';
import { type Connection, written } from './connection.ts';
import { type Desks, openDeskBook } from './deskBook.ts';
import type { TicketStream } from './ticketStream.ts';

/** Changes of so many milliseconds are counted together. */
const gatherMs = 500;
/** As often the clock is looked at, by which things become overdue. */
const lookMs = 1_000;

/**
 * Tells the consoles how many wait at their desks. The counts of each scope are kept in memory: read once when its first
 * console comes, then changed by the tickets that changed, each read again as it stands, so that the order in which things
 * are heard and read does not matter.
 */
export function openDeskStream(hotline: Hotline, broadcaster: Broadcaster, tickets: TicketStream): void {
  const book = openDeskBook(hotline.readers);
  /** Tickets that changed since the last turn, with whom they concerned before and after. */
  let changed = new Map<string, Audience[]>();

  const { wake, between } = broadcaster.carry({
    turn,
    gatherMs,
    lookMs,
    hear(connection, frame) {
      if (frame.t !== 'hello' && frame.t !== 'subscribe') return;
      if (!frame.subscribe.includes(deskTopic)) return leave(connection);
      return isListening(connection) ? undefined : between(() => join(connection));
    },
    leave,
    close: tickets.follow((events) => {
      for (const { ticketId, audienceBefore, audienceAfter } of events) note(ticketId, [audienceBefore, audienceAfter]);
      wake();
    }),
  });

  function note(ticketId: string, audiences: readonly (Audience | null)[]): void {
    const known = changed.get(ticketId) ?? [];
    known.push(...audiences.filter((audience) => audience !== null));
    changed.set(ticketId, known);
  }

  async function turn(): Promise<boolean> {
    const these = changed;
    changed = new Map();
    try {
      await book.readChanged(these);
    } catch (error) {
      // Not lost: the turn that follows reads them.
      for (const [id, audiences] of these) note(id, audiences);
      throw error;
    }
    const isMore = await book.readOn();
    const now = hotline.now();
    for (const one of book.all()) if (one.toRead === null) await tell(one, now);
    book.forgetIdle();
    return isMore;
  }

  async function join(connection: Connection): Promise<void> {
    const { scope } = connection.viewer;
    const one = book.of(scope) ?? (await book.open(scope));
    if (!connection.isOpen()) return;
    one.listeners.add(connection);
    if (one.told && one.toRead === null) connection.send(one.told.frame);
    else wake();
  }

  function isListening(connection: Connection): boolean {
    return book.of(connection.viewer.scope)?.listeners.has(connection) === true;
  }

  function leave(connection: Connection): void {
    const one = book.of(connection.viewer.scope);
    if (one?.listeners.delete(connection)) one.leftMs = performance.now();
  }
}

/** What its consoles do not know yet. */
async function tell(one: Desks, now: string): Promise<void> {
  const nextAt = one.tally.nextAt();
  if (!one.isChanged && (nextAt === null || nextAt > now)) return;
  one.isChanged = false;
  const counts = one.tally.counts(now);
  const text = JSON.stringify(counts);
  if (text === one.told?.text) return;
  const frame = written({ t: 'desks', counts, asOf: now } satisfies DeskFrame);
  one.told = { text, frame };
  await each(one.listeners, (connection) => connection.send(frame));
}
