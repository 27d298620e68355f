import { type Person, useSession } from '../session.ts';

/** For tests: the page of a person, as after signing in. */
export function signedInAs(id: string, role: Person['grants'][number]['role'] = 'agent'): void {
  const person = { id, username: id, name: id, grants: [{ role, path: 'fz.' }], departments: [] };
  useSession.setState({ state: 'in', person, scopeVersion: 1, demo: false }, true);
}

/** For tests: the server no longer knows the session of whoever is here. */
export function sessionEnds(): void {
  const session = useSession.getState();
  if (session.state !== 'in') throw new Error('nobody is signed in');
  const { person, scopeVersion, demo } = session;
  useSession.setState({ state: 'ended', person, scopeVersion, demo, notice: '' }, true);
}

/** For tests: nobody is at the page. */
export const nobodySignedIn = (): void => useSession.setState({ state: 'out', notice: null }, true);
