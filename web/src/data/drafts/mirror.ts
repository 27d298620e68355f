import { serverNowMs } from '../liveState.ts';
import { keepFor, keptFor, namesFor } from '../personKeys.ts';
import { currentPerson } from '../session.ts';

/** A draft as this browser has it: what the server took last (`base`), and whether anything was typed since. */
export type Mirror = {
  body: unknown;
  /** By the server's clock, as far as it is known here: this computer's may be wrong. */
  savedAt: string;
  /** `savedAt` of the server's copy this one comes from; null: none was seen. */
  base: string | null;
  isOnServer: boolean;
};

const beginning = 'draft.';

/** Whose drafts are kept: several people share one computer over the day, and each sees only their own. */
export const ownMirror = () => currentPerson()?.id ?? '';

/** What was typed and is not on the server yet. Returns when that was. */
export function mirror(own: string, key: string, text: string): string {
  const savedAt = new Date(serverNowMs()).toISOString();
  const base = readMirror(own, key)?.base ?? null;
  keepMirror(own, key, { body: JSON.parse(text), savedAt, base, isOnServer: false });
  return savedAt;
}

export const keepMirror = (own: string, key: string, kept: Mirror): void =>
  keepFor(own, beginning + key, JSON.stringify(kept));

export function readMirror(own: string, key: string): Mirror | null {
  try {
    return JSON.parse(keptFor(own, beginning + key) ?? 'null') as Mirror | null;
  } catch {
    return null;
  }
}

export const removeMirror = (own: string, key: string): void => keepFor(own, beginning + key, null);

/** Drafts the server has not taken, from any form of any tab, open or not. */
export const unsentMirrors = (own: string): readonly { key: string; text: string }[] =>
  namesFor(own, beginning).flatMap((name) => {
    const key = name.slice(beginning.length);
    const kept = readMirror(own, key);
    return kept && !kept.isOnServer ? [{ key, text: JSON.stringify(kept.body) }] : [];
  });

/**
 * Which of two copies a form begins with. `there` null: the server has none any more, so what it once had was sent or
 * dropped elsewhere. What was typed here and never reached the server outlives both, unless it is the older.
 */
export function newerOf(here: Mirror | null, there: { body: unknown; savedAt: string } | null): Mirror | null {
  const theirs = there && { ...there, base: there.savedAt, isOnServer: true };
  if (!here || here.isOnServer) return theirs;
  if (!theirs || here.base === theirs.savedAt) return here;
  return here.savedAt > theirs.savedAt ? here : theirs;
}
