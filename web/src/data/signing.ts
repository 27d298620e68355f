import type { Answer } from '@hotline/shared/api/client';
import { Refusal } from '@hotline/shared/refusal';
import { translate } from '../text/translate.ts';
import { api, whenSignedOut } from './api.ts';
import { sendUnsent, type Unsent } from './drafts/unsent.ts';
import { personStore } from './personStore.ts';
import { ownerOf, type Session, useSession } from './session.ts';
import { sessionToEnd } from './sessionToEnd.ts';
import { useSettings } from './settings.ts';
import { hearTabs, tellTabs } from './tabs.ts';

/** A sign-out does not wait for a server that does not answer. */
const patienceMs = 3_000;

/** Who is signed in, asked of the server. Where it cannot say, whoever is here stays. */
export async function loadSession(): Promise<void> {
  try {
    if (sessionToEnd.read() !== null) await endSession();
    const answer = await api.call('session', {});
    const isNews = ownerOf(useSession.getState())?.id !== answer.person.id;
    take(answer);
    // The tab that signed this person in may have been closed before it told the others. Only news is told, so it ends.
    if (isNews) tellTabs('session', answer.person.id);
  } catch (error) {
    const isNobody = error instanceof Refusal && error.code === 'unauthenticated';
    if (isNobody) sessionEnded();
    // The page of somebody, hidden or not, is not given up for a line that fails.
    if (!ownerOf(useSession.getState())) put({ state: 'out', notice: isNobody ? null : (error as Error).message });
  }
}

/** @throws Refusal with a sentence for the person */
export async function signIn(username: string, password: string): Promise<void> {
  const answer = await api.call('signIn', { body: { username, password } });
  sessionToEnd.done();
  const hidden = ownerOf(useSession.getState());
  if (hidden && hidden.id !== answer.person.id) {
    // Somebody else's page goes, and his address with it, before the next is drawn.
    put({ state: 'asking', notice: null });
    await new Promise((gone) => setTimeout(gone));
  }
  take(answer);
  tellTabs('session', answer.person.id);
}

/** What the person is asked before words are deleted that the server has not taken. */
export const useSigningOut = personStore<{ unsent: Unsent | null }>(() => ({ unsent: null }));

/** Sends what is unsent and signs out; where that cannot be done, the person is asked. */
export async function signOut(): Promise<void> {
  const unsent = await sendUnsent();
  if (unsent.drafts + unsent.requests > 0) useSigningOut.setState({ unsent });
  else await leave();
}

export const staySignedIn = () => useSigningOut.setState({ unsent: null });

/** Signs out, whatever has not been sent. */
export async function leave(): Promise<void> {
  sessionToEnd.keep(ownerOf(useSession.getState())?.id ?? '');
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMs);
  await endSession(stop.signal).catch(() => undefined);
  clearTimeout(timer);
  put({ state: 'out', notice: null });
  tellTabs('session');
}

/** The server no longer knows the session: the page is hidden, and the words in it wait for the same person. */
function sessionEnded(): void {
  const before = useSession.getState();
  if (before.state !== 'in') return;
  const { person, scopeVersion, demo } = before;
  put({ state: 'ended', person, scopeVersion, demo, notice: translate(useSettings.getState().lang, 'session.ended') });
}

/** Follows what other tabs of this browser do to the session, which they share. */
export function followSession(): void {
  whenSignedOut(sessionEnded);
  hearTabs('session', (personId) => {
    const owner = ownerOf(useSession.getState());
    if (personId === '') put({ state: 'out', notice: null });
    else if (owner?.id !== personId) put({ state: 'asking', notice: null });
    if (personId !== '') void loadSession();
  });
}

/** @throws Refusal where the server could not be reached */
async function endSession(signal?: AbortSignal): Promise<void> {
  await api.call('signOut', {}, signal).catch((error: unknown) => {
    // There is none, then.
    if (!(error instanceof Refusal) || error.code !== 'unauthenticated') throw error;
  });
  sessionToEnd.done();
}

const take = ({ person, scopeVersion, mustChangePassword, demo }: Answer<'session'>) =>
  put({ state: 'in', person, scopeVersion, mustChangePassword, demo });
const put = (session: Session) => useSession.setState(session, true);
