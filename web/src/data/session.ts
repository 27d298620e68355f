import type { Answer } from '@hotline/shared/api/client';
import type { RoleGroup } from '@hotline/shared/people/roles';
import { computerStore, emptyPersonStores } from './personStore.ts';

type SignedIn = Answer<'session'>;
export type Person = SignedIn['person'];
export type Session =
  | { state: 'asking' | 'out'; notice: string | null }
  | { state: 'in'; person: Person; scopeVersion: number; mustChangePassword?: boolean; demo: boolean }
  /** The server no longer knows the session: the page is hidden, and given back to this person alone. */
  | { state: 'ended'; person: Person; scopeVersion: number; demo: boolean; notice: string };

export const useSession = computerStore<Session>(() => ({ state: 'asking', notice: null }));

/** Whose page it is, also while it is hidden; null: nobody's. */
export const ownerOf = (session: Session): Person | null =>
  session.state === 'in' || session.state === 'ended' ? session.person : null;

// By whichever way a person goes, everything of his goes with him, before anything of the next is drawn.
useSession.subscribe((now, before) => {
  const left = ownerOf(before);
  if (left && left.id !== ownerOf(now)?.id) emptyPersonStores();
});

export const usePerson = (): Person => {
  const person = ownerOf(useSession());
  if (!person) throw new Error('nobody is signed in');
  return person;
};

/** Who is signed in now; null also while the page of somebody whose session has ended is hidden. */
export const currentPerson = (): Person | null => {
  const session = useSession.getState();
  return session.state === 'in' ? session.person : null;
};

export const scopeVersion = (): number => {
  const session = useSession.getState();
  return session.state === 'in' ? session.scopeVersion : 0;
};

export const hasRole = (person: Person, roles: RoleGroup) => person.grants.some((g) => roles.includes(g.role));
