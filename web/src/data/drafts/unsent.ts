import { sendNow, useOutbox } from '../outbox/outbox.ts';
import { keepAll } from './keepAll.ts';
import { readDraft, writeDraft } from './keptDraft.ts';
import { ownMirror, removeMirror, unsentMirrors } from './mirror.ts';

/** How much the server has not taken: drafts, and requests that wait for the line. */
export type Unsent = { drafts: number; requests: number };

/** A sign-out does not wait for a server that does not answer. */
const patienceMs = 3_000;

/** Sends everything of the signed-in person that only this browser has; returns what is left. */
export async function sendUnsent(): Promise<Unsent> {
  const own = ownMirror();
  const all = async () => {
    sendNow();
    await keepAll();
    await Promise.all(unsentMirrors(own).map(({ key, text }) => sendDraft(own, key, text)));
  };
  await Promise.race([all(), new Promise((done) => setTimeout(done, patienceMs))]);
  return { drafts: unsentMirrors(own).length, requests: useOutbox.getState().waiting.length };
}

/** Unless the person went on with it elsewhere since: the newer one stays. */
async function sendDraft(own: string, key: string, text: string): Promise<void> {
  const newest = await readDraft(own, key);
  if (newest?.isOnServer) removeMirror(own, key);
  else await writeDraft(own, key, text);
}
