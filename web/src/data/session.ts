import type { Answer } from '@hotline/shared/api/client';
import type { RoleGroup } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { create } from 'zustand';
import { api } from './api.ts';
import { keepAll } from './drafts/keepAll.ts';

type SignedIn = Answer<'session'>;
export type Person = SignedIn['person'];
type Session =
  | { state: 'asking' | 'out'; notice: string | null }
  | { state: 'in'; person: Person; scopeVersion: number; mustChangePassword?: boolean; demo: boolean };

export const useSession = create<Session>(() => ({ state: 'asking', notice: null }));

export async function loadSession(): Promise<void> {
  try {
    take(await api.call('session', {}));
  } catch (error) {
    const expected = error instanceof Refusal && error.code === 'unauthenticated';
    put({ state: 'out', notice: expected ? null : (error as Error).message });
  }
}

/** @throws Refusal with a sentence for the person */
export const signIn = async (username: string, password: string) =>
  take(await api.call('signIn', { body: { username, password } }));

export async function signOut(): Promise<void> {
  // What was typed in the last second is written while there still is a session to write it with.
  await keepAll();
  await api.call('signOut', {}).catch(() => null);
  put({ state: 'out', notice: null });
}

/** The server no longer knows the session; what was typed is kept in drafts. */
export function sessionEnded(notice: string): void {
  if (useSession.getState().state === 'in') put({ state: 'out', notice });
}

export const usePerson = (): Person => {
  const session = useSession();
  if (session.state !== 'in') throw new Error('nobody is signed in');
  return session.person;
};

export const currentPerson = (): Person | null => {
  const session = useSession.getState();
  return session.state === 'in' ? session.person : null;
};

export const scopeVersion = (): number => {
  const session = useSession.getState();
  return session.state === 'in' ? session.scopeVersion : 0;
};

export const hasRole = (person: Person, roles: RoleGroup) => person.grants.some((g) => roles.includes(g.role));

const take = ({ person, scopeVersion: version, mustChangePassword, demo }: SignedIn) =>
  put({ state: 'in', person, scopeVersion: version, mustChangePassword, demo });
const put = (session: Session) => useSession.setState(session, true);
