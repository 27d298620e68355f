import { Refusal } from '@hotline/shared/refusal';
import { api } from '../api.ts';
import { keepMirror, type Mirror, mirror, newerOf, ownMirror, readMirror } from './mirror.ts';

/** `refusal`: why the server did not take it, where it said so. */
export type DraftState = { savedAt: string | null; failed: boolean; refusal?: string | undefined };

export async function readDraft(own: string, key: string): Promise<Mirror | null> {
  const here = readMirror(own, key);
  try {
    const { draft } = await api.call('getDraft', { params: { key } });
    return newerOf(here, draft);
  } catch {
    // Not there is an answer; no answer is not.
    return here;
  }
}

/** Here at once, then on the server, unless its person has gone: it would become a draft of whoever is here now. */
export async function writeDraft(own: string, key: string, text: string): Promise<DraftState> {
  const savedAt = mirror(own, key, text);
  if (own !== ownMirror()) return { savedAt, failed: true };
  const answer = await api.call('putDraft', { params: { key }, body: { body: JSON.parse(text) } }).catch(refusalIn);
  if (answer === null || typeof answer === 'string') return { savedAt, failed: true, refusal: answer ?? undefined };
  const here = readMirror(own, key);
  if (here) {
    // More may have been typed while this was on its way.
    const isOnServer = JSON.stringify(here.body) === text;
    keepMirror(own, key, { ...here, base: answer.savedAt, isOnServer });
  }
  return { savedAt: answer.savedAt, failed: false };
}

/** What no line or a fault of ours says helps nobody here: it is sent again. */
const refusalIn = (error: unknown): string | null =>
  error instanceof Refusal && (error.code === 'conflict' || error.code === 'tooLarge') ? error.message : null;
