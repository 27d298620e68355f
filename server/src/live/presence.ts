import { audienceNow } from '@hotline/db/cases/events';
import {
  type Allowance,
  type At,
  fullAllowance,
  presentTo,
  spend,
  type Visit,
  type Visitor,
  visitAfter,
} from '@hotline/shared/live/presence';
import type { Hotline } from '../app/hotline.ts';
import type { Hub } from './hub.ts';

/** One console that may say where it is and be told who else is there. */
export type Guest = {
  readonly visitor: Visitor;
  readonly buffered: () => number;
  readonly write: (text: string) => void;
};
type Known = { visit: Visit | null; allowance: Allowance; told: string };

/** Who a slow console is told about is the first thing it does without. */
const maxBuffered = 256 * 1024;
/** Comings and goings are told together, at most so often. */
const gatherMs = 200;
const sweepMs = 5_000;
const chunk = 100;
const nobody = JSON.stringify({ people: [], more: 0 });

export type Presence = ReturnType<typeof openPresence>;

/**
 * Who is at which ticket, in memory only: one place a console, so it is no larger than the sockets are many. Each node
 * knows its own consoles. What a ticket's audience is now is read when there is something to tell, so whoever has lost
 * sight of it is told of nobody and told to nobody.
 */
export function openPresence(hotline: Hotline, hub: Hub, log: (error: unknown) => void = () => undefined) {
  const guests = new Map<Guest, Known>();
  const rooms = new Map<string, Set<Guest>>();
  const stirred = new Set<string>();
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let dispatch: Promise<unknown> = Promise.resolve();

  const stir = (ticketId: string) => {
    if (isClosed || !rooms.has(ticketId)) return;
    stirred.add(ticketId);
    gathering ??= setTimeout(() => {
      gathering = undefined;
      // One telling after the other: an audience read earlier must not be told later.
      dispatch = dispatch.then(tell).catch(log);
    }, gatherMs);
  };
  const place = (guest: Guest, known: Known, visit: Visit | null) => {
    const before = known.visit;
    known.visit = visit;
    if (before?.ticketId !== visit?.ticketId) {
      known.told = nobody;
      if (before) leaveRoom(guest, before.ticketId);
      if (visit) rooms.set(visit.ticketId, (rooms.get(visit.ticketId) ?? new Set()).add(guest));
    }
    if (before && before.ticketId !== visit?.ticketId) stir(before.ticketId);
    if (visit && (visit.since !== before?.since || visit.form !== before.form)) stir(visit.ticketId);
  };
  const leaveRoom = (guest: Guest, ticketId: string) => {
    const room = rooms.get(ticketId);
    room?.delete(guest);
    if (room?.size === 0) rooms.delete(ticketId);
  };

  const tell = async () => {
    const ticketIds = [...stirred];
    stirred.clear();
    for (const ticketId of ticketIds) {
      const audience = await audienceNow(hotline.store.reader, ticketId);
      const room = [...(rooms.get(ticketId) ?? [])];
      const visits = room.flatMap((guest) => guests.get(guest)?.visit ?? []);
      for (const [i, guest] of room.entries()) {
        if (i > 0 && i % chunk === 0) await new Promise((next) => setImmediate(next));
        const known = guests.get(guest);
        if (known?.visit?.ticketId !== ticketId) continue;
        const present = audience ? presentTo(guest.visitor, visits, audience, performance.now()) : none;
        const text = JSON.stringify(present);
        if (text === known.told || guest.buffered() > maxBuffered) continue;
        known.told = text;
        guest.write(JSON.stringify({ t: 'present', ticketId, ...present }));
      }
    }
  };

  // Whoever may see a ticket may have changed with it, on whichever node.
  const unfollow = hub.follow((events) => {
    if (rooms.size > 0) for (const { ticketId } of events) stir(ticketId);
  });
  const sweep = setInterval(() => {
    const now = performance.now();
    for (const [guest, known] of guests) if (known.visit && known.visit.untilMs <= now) place(guest, known, null);
  }, sweepMs);
  sweep.unref();

  return {
    /** Where a console says it is. What comes too fast is not heard; its next beat says it again. */
    hear(guest: Guest, frame: At) {
      const ms = performance.now();
      const known = guests.get(guest) ?? { visit: null, allowance: fullAllowance(ms), told: nobody };
      guests.set(guest, known);
      const { allowance, isHeard } = spend(known.allowance, ms);
      known.allowance = allowance;
      if (isHeard) place(guest, known, visitAfter(known.visit, guest.visitor, frame, { at: hotline.now(), ms }));
    },
    /** Its socket is gone, whether it left, was signed out or got other rights: gone at once. */
    leave(guest: Guest) {
      const known = guests.get(guest);
      if (!known) return;
      place(guest, known, null);
      guests.delete(guest);
    },
    close() {
      isClosed = true;
      unfollow();
      clearInterval(sweep);
      clearTimeout(gathering);
      guests.clear();
      rooms.clear();
    },
  };
}

const none = { people: [], more: 0 };
