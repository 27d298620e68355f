import { asideKey } from '@hotline/shared/people/draftKey';
import { Refusal } from '@hotline/shared/refusal';
import { api } from '../api.ts';
import { personValue } from '../personStore.ts';
import { keepMirror, type Mirror, mirror, newerOf, ownMirror, readMirror, removeMirror } from './mirror.ts';

/**
 * `refusal`: why the server did not take it, where it said so. `isOtherAside`: another draft stood there, which this form had
 * not seen; the server keeps it aside, among all drafts of the person.
 */
export type DraftState = {
  savedAt: string | null;
  failed: boolean;
  refusal?: string | undefined;
  isOtherAside?: boolean | undefined;
};

/** The newer of what is kept here and there; what is only here and older than what was written elsewhere is kept aside. */
export async function readDraft(own: string, key: string): Promise<Mirror | null> {
  const here = readMirror(own, key);
  try {
    const { draft } = await api.call('getDraft', { params: { key } });
    const chosen = newerOf(here, draft);
    if (here && !here.isOnServer && chosen !== here && chosen !== null) await keepAside(own, key, here);
    return chosen;
  } catch {
    // Not there is an answer; no answer is not.
    return here;
  }
}

/** Made from no draft, it goes aside where one stands. */
async function keepAside(own: string, key: string, { body, savedAt }: Mirror): Promise<void> {
  const aside = asideKey(key, savedAt);
  const { failed } = await writeDraft(own, aside, JSON.stringify(body));
  // What the server did not take stays here, and goes with the next sign-out.
  if (!failed) removeMirror(own, aside);
}

/** Writes on their way, by draft: one waits for the one before, whose answer tells what it is made from. */
const lines = personValue(() => new Map<string, Promise<unknown>>());
/** What was sent and not answered: the server may have it or not. */
const unanswered = personValue(() => new Map<string, string>());

/** Here at once, then on the server, unless its person has gone: it would become a draft of whoever is here now. */
export async function writeDraft(own: string, key: string, text: string): Promise<DraftState> {
  const savedAt = mirror(own, key, text);
  if (own !== ownMirror()) return { savedAt, failed: true };
  const line = lines.current;
  const answer = (line.get(key) ?? Promise.resolve()).then(() => put(own, key, text));
  line.set(key, answer);
  return { savedAt, ...(await answer) };
}

async function put(
  own: string,
  key: string,
  text: string,
): Promise<Omit<DraftState, 'savedAt'> & { savedAt?: string }> {
  if (own !== ownMirror()) return { failed: true };
  await seenAgain(own, key);
  const mine = readMirror(own, key);
  // Dropped while it waited: what was typed has been sent.
  if (mine === null) return { failed: false };
  const { base } = mine;
  const answer = await api
    .call('putDraft', { params: { key }, body: { body: JSON.parse(text), base } })
    .catch(refusalIn);
  if (answer === null) unanswered.current.set(key, text);
  if (answer === null || typeof answer === 'string') return { failed: true, refusal: answer ?? undefined };
  unanswered.current.delete(key);
  const here = readMirror(own, key);
  if (here) {
    // More may have been typed while this was on its way.
    const isOnServer = JSON.stringify(here.body) === text;
    keepMirror(own, key, { ...here, base: answer.savedAt, isOnServer });
  }
  return { savedAt: answer.savedAt, failed: false, ...(answer.aside ? { isOtherAside: true } : {}) };
}

/** What this form sent without hearing of it is not taken for somebody else's. */
async function seenAgain(own: string, key: string): Promise<void> {
  const sent = unanswered.current.get(key);
  if (sent === undefined) return;
  const there = await api.call('getDraft', { params: { key } }).catch(() => null);
  const here = readMirror(own, key);
  if (here && there?.draft && JSON.stringify(there.draft.body) === sent)
    keepMirror(own, key, { ...here, base: there.draft.savedAt });
}

/** What no line or a fault of ours says helps nobody here: it is sent again. */
const refusalIn = (error: unknown): string | null =>
  error instanceof Refusal && (error.code === 'conflict' || error.code === 'tooLarge') ? error.message : null;
