import { eventsAfter, type LoggedEvent, readHead } from '@hotline/db/cases/events';
import type { Db } from '@hotline/db/store/open';

/** Reads the log on from a place, without a gap and in order. */
export type LogReader = {
  /** The last event that was passed. */
  position(): number;
  /** Goes to the end of the log as it is now. */
  toHead(): Promise<void>;
  /** Committed by this node: need not be read, where nobody else wrote in between. */
  announce(events: readonly LoggedEvent[]): void;
  /** What comes next; the place moves on only with `passed`, so that what fails is read again. */
  next(): Promise<{ readonly events: readonly LoggedEvent[]; readonly isMore: boolean }>;
  passed(seq: number): void;
  /** What is in (`from`, `to`]; ends early after more than `maxTickets` tickets. */
  between(from: number, to: number, maxTickets?: number): Promise<readonly LoggedEvent[]>;
};

/** So many events are read at once. */
const page = 5_000;
const replayPage = 1_000;

export function openLogReader(db: Db): LogReader {
  let position = 0;
  let announced: LoggedEvent[] = [];
  return {
    position: () => position,
    async toHead() {
      position = (await readHead(db)).seq;
    },
    announce: (events) => void announced.push(...events),
    async next() {
      const fresh = announced.filter((e) => e.seq > position).sort((a, b) => a.seq - b.seq);
      announced = [];
      // On PostgreSQL announcements of several lanes overtake each other, and other nodes write too.
      if (fresh.length > 0 && fresh.every((e, i) => e.seq === position + 1 + i))
        return { events: fresh, isMore: false };
      const events = await eventsAfter(db, position, page);
      return { events, isMore: events.length === page };
    },
    passed(seq) {
      position = seq;
    },
    async between(from, to, maxTickets = Number.POSITIVE_INFINITY) {
      const events: LoggedEvent[] = [];
      const tickets = new Set<string>();
      for (let seq = from; seq < to && tickets.size <= maxTickets; ) {
        const some = (await eventsAfter(db, seq, replayPage)).filter((e) => e.seq <= to);
        if (some.length === 0) break;
        events.push(...some);
        for (const e of some) tickets.add(e.ticketId);
        seq = some.at(-1)?.seq ?? to;
      }
      return events;
    },
  };
}
