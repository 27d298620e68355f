import { eventsOf } from '@hotline/db/events';
import { turnsOf } from '@hotline/db/lists';
import type { Db } from '@hotline/db/open';

export type Step = { readonly verb: string; readonly at: string; readonly departmentId: string | null };

/**
 * What happened to one citizen's appeal, through every ticket it was part of: up to a merge or a split on the ticket it
 * came from, from then on where it went. Other citizens' appeals on these tickets are not part of it.
 */
export async function trailOf(db: Db, ticketId: string, appealId: string): Promise<Step[]> {
  const events = (await eventsOfAppeal(db, ticketId, appealId, Number.POSITIVE_INFINITY)).filter(
    (e) => e.verb !== 'log' || e.childId === appealId,
  );
  const turns = await turnsOf(db, [...new Set(events.map((e) => e.ticketId))]);
  return events.map((e) => {
    const turn =
      e.verb === 'merge'
        ? turns.find(
            (d) => d.ticketId === e.ticketId && d.role === 'lead' && d.parentId === null && !hasEnded(d.status),
          )
        : turns.find((d) => d.id === e.childId || e.fields.includes(`"+${d.id}"`));
    return { verb: e.verb, at: e.effectiveAt, departmentId: turn?.departmentId ?? null };
  });
}

type Event = Awaited<ReturnType<typeof eventsOf>>[number] & { ticketId: string };

async function eventsOfAppeal(db: Db, ticketId: string, appealId: string, before: number): Promise<Event[]> {
  const events = (await eventsOf(db, ticketId)).filter((e) => e.seq < before).map((e) => ({ ...e, ticketId }));
  const came = events.findLastIndex((e) => e.linkedTicketId !== null && e.fields.includes(`"+${appealId}"`));
  const from = came < 0 || events[came]?.verb === 'log' ? null : (events[came]?.linkedTicketId ?? null);
  if (from === null) return events;
  return [...(await eventsOfAppeal(db, from, appealId, events[came]?.seq ?? 0)), ...events.slice(came)];
}

const hasEnded = (status: string) => status === 'returned' || status === 'released';
