import { appealChildId, type Case, childId, ownNotes } from '../model/case.ts';
import type { Note } from '../model/children.ts';
import type { Moment } from '../verb.ts';

type About = { readonly appealId?: string; readonly dispatchId?: string };

/** The notes of the case with these words added, about one appeal, one dispatch or the ticket; as they are without words. */
export function noted(
  c: Case,
  kind: Note['kind'],
  text: string | null | undefined,
  { appealId, dispatchId }: About,
  m: Moment,
): readonly Note[] {
  if (!text) return c.notes;
  const id = appealId ? appealChildId(appealId, 'n', c.notes) : childId(c, 'n', ownNotes(c));
  const about = { ticketId: c.ticket.id, dispatchId: dispatchId ?? null, appealId: appealId ?? null };
  return [...c.notes, { ...about, id, kind, text, by: m.actor.id, at: m.at }];
}
