import { keepFor, keptFor } from '../data/personKeys.ts';
import { currentPerson } from '../data/session.ts';

const most = 12;
const name = 'palette';

/** What the person chose last on this computer, the newest first. */
export function recentIds(): string[] {
  const person = currentPerson();
  if (!person) return [];
  try {
    const kept: unknown = JSON.parse(keptFor(person.id, name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberId(id: string): void {
  const person = currentPerson();
  if (person) keepFor(person.id, name, JSON.stringify([id, ...recentIds().filter((r) => r !== id)].slice(0, most)));
}
