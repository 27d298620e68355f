import { namesOf } from '@hotline/db/people/people';
import type { Case } from '@hotline/shared/ticket/model/case';
import type { Hotline } from '../app/hotline.ts';

/** Nobody is renamed: a name that was read once holds. */
const known = new WeakMap<Hotline, Map<string, string>>();

/** The names of those who have the case in hand: its owner and the clerks of its dispatches. */
export async function namesIn(hotline: Hotline, c: Case): Promise<Record<string, string>> {
  const names = known.get(hotline) ?? new Map<string, string>();
  known.set(hotline, names);
  const ids = [c.ticket.ownerId, ...c.dispatches.map((d) => d.clerkId)].filter((id) => id !== null);
  const unknown = ids.filter((id) => !names.has(id));
  for (const [id, name] of Object.entries(await namesOf(hotline.store.reader, unknown))) names.set(id, name);
  return Object.fromEntries(ids.map((id) => [id, names.get(id) ?? id]));
}
