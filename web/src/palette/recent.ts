import { currentPerson } from '../data/session.ts';

const most = 12;
const storageKey = () => `hotline.palette.${currentPerson()?.id ?? ''}`;

/** What was chosen last on this computer, the newest first. */
export function recentIds(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey()) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberId(id: string): void {
  try {
    localStorage.setItem(storageKey(), JSON.stringify([id, ...recentIds().filter((r) => r !== id)].slice(0, most)));
  } catch {
    // Nothing is remembered, then.
  }
}
