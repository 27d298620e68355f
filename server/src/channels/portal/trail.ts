import { findCase } from '@hotline/db/cases/cases';
import { eventsOf } from '@hotline/db/cases/events';
import type { Db } from '@hotline/db/store/open';
import type { Directory } from '@hotline/shared/people/directory';
import { type CitizenStep, citizenSteps, type LogEntry } from '@hotline/shared/ticket/citizenSteps';
import type { Case } from '@hotline/shared/ticket/model/case';
import { origins } from '@hotline/shared/ticket/origins';

/**
 * What a citizen is told of what happened to the appeal, through every ticket it was part of: up to a merge or a split on
 * the ticket it came from, from then on where it went.
 */
export async function trailOf(db: Db, directory: Directory, c: Case, appealId: string): Promise<CitizenStep[]> {
  const log = await logOfAppeal(db, c.ticket.id, appealId, Number.POSITIVE_INFINITY);
  const left = [...new Set(log.map((e) => e.ticketId))].filter((id) => id !== c.ticket.id);
  const cases = [c, ...(await Promise.all(left.map((id) => findCase(db, id))))].filter((x) => x !== null);
  const dispatches = cases.flatMap((x) => x.dispatches);
  const requests = cases.flatMap((x) => x.requests);
  return citizenSteps(log, { dispatches, requests }, appealId, directory);
}

type Entry = LogEntry & { readonly ticketId: string; readonly seq: number; readonly linkedTicketId: string | null };

async function logOfAppeal(db: Db, ticketId: string, appealId: string, before: number): Promise<Entry[]> {
  const rows = (await eventsOf(db, ticketId)).filter((e) => e.seq < before);
  const log = rows.map((e) => ({ ...e, ticketId, fields: JSON.parse(e.fields) as string[] }));
  const index = log.findLastIndex((e) => e.linkedTicketId !== null && e.fields.includes(`+${appealId}`));
  const came = log[index];
  // An appeal that could not join was logged with a ticket of its own, which it did not come from.
  if (!came?.linkedTicketId || Object.hasOwn(origins, came.verb)) return log;
  // The two events of a merge or a split follow each other, that of the ticket it left first.
  const earlier = await logOfAppeal(db, came.linkedTicketId, appealId, came.seq - 1);
  return [...earlier, ...log.slice(index)];
}
