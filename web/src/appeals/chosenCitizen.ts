import type { Caller } from '@hotline/shared/api/calls';
import type { LogDraft } from './logDraft.ts';

/**
 * Who of those known under the number of the call is speaking: whom the agent chose, or the only one there is. Nobody
 * where another number or a name was typed, and not for who stays anonymous.
 */
export function chosenCitizen(draft: LogDraft, caller: Caller | null): string | null {
  if (draft.phone.trim() !== '' || draft.name.trim() !== '' || draft.identity === 'anonymous') return null;
  const people = caller?.people ?? [];
  if (draft.citizenId !== undefined) return people.some((p) => p.id === draft.citizenId) ? draft.citizenId : null;
  return people.length === 1 ? (people[0]?.id ?? null) : null;
}
