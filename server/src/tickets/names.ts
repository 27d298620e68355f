import { namesOf } from '@hotline/db/people/people';
import type { Db } from '@hotline/db/store/open';
import type { Case } from '@hotline/shared/ticket/model/case';

/** The names of those who have a case in hand: its owner and the clerks of its dispatches. */
export type Names = (c: Case) => Promise<Record<string, string>>;

/** Nobody is renamed: a name that was read once holds. */
export function openNames(reader: Db): Names {
  const known = new Map<string, string>();
  return async (c) => {
    const ids = [c.ticket.ownerId, ...c.dispatches.map((d) => d.clerkId)].filter((id) => id !== null);
    const unknown = ids.filter((id) => !known.has(id));
    for (const [id, name] of Object.entries(await namesOf(reader, unknown))) known.set(id, name);
    return Object.fromEntries(ids.map((id) => [id, known.get(id) ?? id]));
  };
}
