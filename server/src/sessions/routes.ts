import { demoPeople, endSession, insertSession, type KnownPerson, setSignInState } from '@hotline/db/people/people';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import { addMs } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { requesterOf } from '../limits/requester.ts';
import type { Broadcaster } from '../live/broadcaster.ts';
import { refuseForeignOrigin } from './actor.ts';
import { checkPassword } from './checkPassword.ts';
import { dropSessionCookie, sessionCookie, setSessionCookie } from './cookie.ts';
import { demoPassword } from './demo.ts';
import { newToken, tokenHash } from './password.ts';

const sessionMs = 12 * 3_600_000;

export function sessionRoutes(server: FastifyInstance, hotline: Hotline, broadcaster: Broadcaster): void {
  const close = (hash: string) => {
    hotline.sessions.end(hash);
    broadcaster.dismiss((viewer) => viewer.credential === hash, closeCodes.authEnded);
  };
  serve(server, hotline, 'signIn', 'public', async ({ body, request, reply }) => {
    refuseForeignOrigin(request);
    const person = await checkPassword(hotline, requesterOf(request), body.username, body.password);
    const token = newToken();
    const at = hotline.now();
    // Whoever was signed in at this browser before is so no longer.
    const replaced = sessionCookie(request);
    const before = replaced === undefined ? null : tokenHash(replaced);
    await hotline.writer.write(async (tx) => {
      if (before !== null) await endSession(tx, before, at);
      await insertSession(tx, {
        tokenHash: tokenHash(token),
        personId: person.id,
        createdAt: at,
        seenAt: at,
        expiresAt: addMs(at, sessionMs),
      });
      await setSignInState(tx, person.id, 0, null);
      return { result: undefined, events: [], deltas: [] };
    });
    if (before !== null) close(before);
    setSessionCookie(reply, request, token, sessionMs / 1000);
    return sessionOf(hotline, person);
  });
  serve(server, hotline, 'session', 'anySession', async ({ me }) => sessionOf(hotline, me.person));
  serve(server, hotline, 'signOut', 'anySession', async ({ me, request, reply }) => {
    const hash = me.tokenHash;
    if (hash !== null) {
      await hotline.writer.write(async (tx) => {
        await endSession(tx, hash, hotline.now());
        return { result: undefined, events: [], deltas: [] };
      });
      close(hash);
    }
    dropSessionCookie(reply, request);
    return null;
  });
  server.get(
    '/api/demo',
    { config: { policy: 'public' }, schema: { summary: 'Demo people, in demo mode only' } },
    async () => {
      const people = hotline.demo ? await demoPeople(hotline.store.reader) : [];
      return {
        demo: hotline.demo,
        password: hotline.demo ? demoPassword : null,
        people: people.map(({ username, name, role, path }) => ({ username, name, role, path })),
      };
    },
  );
}

const sessionOf = (hotline: Hotline, person: KnownPerson) => {
  const { departments } = hotline.catalog.directory();
  const paths = new Set(person.grants.map((g) => g.path));
  return {
    person: {
      id: person.id,
      username: person.username,
      name: person.name,
      grants: person.grants.map(({ role, path }) => ({ role, path })),
      departments: [...departments.values()].filter((d) => paths.has(d.path)).map((d) => d.id),
    },
    scopeVersion: person.scopeVersion,
    mustChangePassword: person.passwordResetAt !== null,
    demo: hotline.demo,
  };
};
