import { Refusal } from '@hotline/shared/refusal';
import { api } from '../api.ts';
import { keepMirror, type Mirror, mirror, newerOf, ownMirror, readMirror } from './mirror.ts';

export type DraftState = { savedAt: string | null; failed: boolean };

export async function readDraft(own: string, key: string): Promise<Mirror | null> {
  const here = readMirror(own, key);
  try {
    return newerOf(here, await api.call('getDraft', { params: { key } }));
  } catch (error) {
    // Not there is an answer; no answer is not.
    return error instanceof Refusal && error.code === 'notFound' ? newerOf(here, null) : here;
  }
}

/** Here at once, then on the server, unless its person has gone: it would become a draft of whoever is here now. */
export async function writeDraft(own: string, key: string, text: string): Promise<DraftState> {
  const savedAt = mirror(own, key, text);
  if (own !== ownMirror()) return { savedAt, failed: true };
  const answer = await api.call('putDraft', { params: { key }, body: { body: JSON.parse(text) } }).catch(() => null);
  if (!answer) return { savedAt, failed: true };
  const here = readMirror(own, key);
  if (here) {
    // More may have been typed while this was on its way.
    const isOnServer = JSON.stringify(here.body) === text;
    keepMirror(own, key, { ...here, base: answer.savedAt, isOnServer });
  }
  return { savedAt: answer.savedAt, failed: false };
}
