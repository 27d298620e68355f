import { eventsOf } from '@hotline/db/cases/events';
import { dispatchesOf } from '@hotline/db/lists/lists';
import type { Db } from '@hotline/db/store/open';
import { type VerbName, verbs } from '@hotline/shared/ticket/verbs/index';

export type Step = { readonly verb: string; readonly at: string; readonly departmentId: string | null };

/**
 * What happened to one citizen's appeal, through every ticket it was part of: up to a merge or a split on the ticket it
 * came from, from then on where it went. Other citizens' appeals on these tickets are not part of it.
 */
export async function trailOf(db: Db, ticketId: string, appealId: string): Promise<Step[]> {
  const events = (await eventsOfAppeal(db, ticketId, appealId, Number.POSITIVE_INFINITY)).filter((e) =>
    isAbout(e, appealId),
  );
  const dispatches = await dispatchesOf(db, [...new Set(events.map((e) => e.ticketId))]);
  return events.map((e) => {
    const dispatch =
      e.verb === 'merge'
        ? dispatches.find(
            (d) => d.ticketId === e.ticketId && d.role === 'lead' && d.parentId === null && !hasEnded(d.status),
          )
        : dispatches.find((d) => d.id === e.childId || e.fields.includes(`"+${d.id}"`));
    return { verb: e.verb, at: e.effectiveAt, departmentId: dispatch?.departmentId ?? null };
  });
}

type Event = Awaited<ReturnType<typeof eventsOf>>[number] & { ticketId: string };

async function eventsOfAppeal(db: Db, ticketId: string, appealId: string, before: number): Promise<Event[]> {
  const events = (await eventsOf(db, ticketId)).filter((e) => e.seq < before).map((e) => ({ ...e, ticketId }));
  const index = events.findLastIndex((e) => e.verb !== 'log' && e.fields.includes(`"+${appealId}"`));
  const came = events[index];
  if (!came?.linkedTicketId) return events;
  // The two events of a merge or a split follow each other, that of the ticket it left first.
  const earlier = await eventsOfAppeal(db, came.linkedTicketId, appealId, came.seq - 1);
  return [...earlier, ...events.slice(index)];
}

/** Of this citizen's appeal, or of the ticket as a whole: what other citizens did with theirs is their own affair. */
function isAbout(e: Event, appealId: string): boolean {
  if (e.verb === 'urge' && e.actorType === 'citizen') return e.actorId === `citizen:${appealId}`;
  const { about }: { about?: string } = verbs[e.verb as VerbName] ?? {};
  return e.childId === appealId || (e.verb !== 'log' && about !== 'appeal');
}

const hasEnded = (status: string) => status === 'returned' || status === 'released';
