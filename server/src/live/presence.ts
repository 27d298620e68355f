import { audienceNow } from '@hotline/db/cases/events';
import {
  type Allowance,
  type At,
  fullAllowance,
  isUnseen,
  presentTo,
  spend,
  type Visit,
  type Visitor,
  visitAfter,
} from '@hotline/shared/live/presence';
import type { Directory } from '@hotline/shared/people/directory';
import type { Scope } from '@hotline/shared/people/scope';
import type { Hotline } from '../app/hotline.ts';
import { type Broadcaster, each } from './broadcaster.ts';
import { type Connection, type Viewer, written } from './connection.ts';
import type { TicketStream } from './ticketStream.ts';

/** What is known of one console that has said where it is. */
type Guest = { readonly visitor: Visitor; visit: Visit | null; allowance: Allowance; told: string };

/** Comings and goings are told together, at most so often. */
const gatherMs = 200;
/** Leases that have lapsed are looked for so often. */
const lookMs = 5_000;
const nobody = { people: [], more: 0 };
const nobodyTold = JSON.stringify(nobody);

/**
 * Who is at which ticket, in memory only: one place a console, so it is no larger than the sockets are many. Each node
 * knows its own consoles. What a ticket's audience is now is read when there is something to tell, so whoever has lost
 * sight of it is told of nobody and told to nobody.
 */
export function openPresence(hotline: Hotline, broadcaster: Broadcaster, tickets: TicketStream): void {
  const guests = new Map<Connection, Guest>();
  const rooms = new Map<string, Set<Connection>>();
  const stirred = new Set<string>();

  // Whoever may see a ticket may have changed with it, on whichever node.
  const unfollow = tickets.follow((events) => {
    if (rooms.size > 0) for (const { ticketId } of events) stir(ticketId);
  });
  const { wake } = broadcaster.carry({
    turn: async () => {
      endLapsed();
      await tell();
      return false;
    },
    gatherMs,
    lookMs,
    hear: (connection, frame) => (frame.t === 'at' ? hear(connection, frame) : undefined),
    leave(connection) {
      const guest = guests.get(connection);
      if (guest) place(connection, guest, null);
      guests.delete(connection);
    },
    close: unfollow,
  });

  /** Where a console says it is. What comes too fast is not heard; its next beat says it again. */
  function hear(connection: Connection, frame: At): void {
    const ms = performance.now();
    const guest = guests.get(connection) ?? newGuest(hotline, connection.viewer, ms);
    guests.set(connection, guest);
    const { allowance, isHeard } = spend(guest.allowance, ms);
    guest.allowance = allowance;
    if (!isHeard) return;
    place(connection, guest, visitAfter(guest.visit, guest.visitor, frame, { at: hotline.now(), ms }));
  }

  function place(connection: Connection, guest: Guest, visit: Visit | null): void {
    const before = guest.visit;
    guest.visit = visit;
    if (before?.ticketId !== visit?.ticketId) {
      guest.told = nobodyTold;
      if (before) leaveRoom(connection, before.ticketId);
      if (visit) rooms.set(visit.ticketId, (rooms.get(visit.ticketId) ?? new Set()).add(connection));
    }
    if (before && before.ticketId !== visit?.ticketId) stir(before.ticketId);
    if (visit && (visit.since !== before?.since || visit.form !== before.form)) stir(visit.ticketId);
  }

  function leaveRoom(connection: Connection, ticketId: string): void {
    const room = rooms.get(ticketId);
    room?.delete(connection);
    if (room?.size === 0) rooms.delete(ticketId);
  }

  function stir(ticketId: string): void {
    if (!rooms.has(ticketId)) return;
    stirred.add(ticketId);
    wake();
  }

  function endLapsed(): void {
    const now = performance.now();
    for (const [connection, guest] of guests)
      if (guest.visit && guest.visit.untilMs <= now) place(connection, guest, null);
  }

  async function tell(): Promise<void> {
    for (const ticketId of [...stirred]) {
      // Before the audience is read: what stirs it meanwhile is told in the next turn.
      stirred.delete(ticketId);
      try {
        await tellRoom(ticketId);
      } catch (error) {
        stirred.add(ticketId);
        throw error;
      }
    }
  }

  async function tellRoom(ticketId: string): Promise<void> {
    const audience = await audienceNow(hotline.store.reader, ticketId);
    const room = [...(rooms.get(ticketId) ?? [])];
    const visits = room.flatMap((connection) => guests.get(connection)?.visit ?? []);
    await each(room, (connection) => {
      const guest = guests.get(connection);
      if (guest?.visit?.ticketId !== ticketId) return;
      const present = audience ? presentTo(guest.visitor, visits, audience, performance.now()) : nobody;
      const text = JSON.stringify(present);
      // Who a slow console is told about is the first thing it does without.
      if (text === guest.told || !connection.offer(written({ t: 'present', ticketId, ...present }))) return;
      guest.told = text;
    });
  }
}

function newGuest({ catalog }: Hotline, { actor, scope }: Viewer, ms: number): Guest {
  const visitor = {
    personId: actor.id,
    name: actor.name,
    unit: unitOf(catalog.directory(), scope),
    scope,
    isUnseen: isUnseen(actor.grants),
  };
  return { visitor, visit: null, allowance: fullAllowance(ms), told: nobodyTold };
}

/** The name under which colleagues know somebody: that of the outermost organisation he works for. */
function unitOf({ centres, departments }: Directory, scope: Scope): string {
  const path = scope.centres[0] ?? scope.departments[0];
  const centre = [...centres.values()].find((c) => c.path === path);
  const department = [...departments.values()].find((d) => d.path === path);
  return department?.shortName ?? centre?.name ?? '';
}
