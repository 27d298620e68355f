import {
  deleteDraft,
  demoPeople,
  endSession,
  findDraft,
  insertSession,
  type KnownPerson,
  personByUsername,
  saveDraft,
  setSignInState,
} from '@hotline/db/people';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import { Refusal } from '@hotline/shared/refusal';
import { addMs } from '@hotline/shared/time/instant';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Hotline } from '../hotline.ts';
import type { Hub } from '../live/hub.ts';
import { serve } from '../route.ts';
import { cookieName, forgetSession, refuseForeignOrigin } from './actor.ts';
import { demoPassword } from './demo.ts';
import { hashPassword, newToken, tokenHash, verifyPassword } from './password.ts';

const sessionMs = 12 * 3_600_000;
const maxFailures = 5;
const lockMs = 15 * 60_000;

/** Verified in place of a person who does not exist, so that the time taken tells nothing. */
const decoy = hashPassword('nobody has this password');

export function sessionRoutes(server: FastifyInstance, hotline: Hotline, hub: Hub): void {
  serve(server, hotline, 'signIn', 'public', async ({ body, request, reply }) => {
    refuseForeignOrigin(request);
    const person = await checkPassword(hotline, body.username, body.password);
    const token = newToken();
    const at = hotline.now();
    await hotline.writer.write(async (tx) => {
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
    setCookie(reply, request, token);
    return sessionOf(hotline, person);
  });
  serve(server, hotline, 'session', 'signedIn', async ({ me }) => sessionOf(hotline, me.person));
  serve(server, hotline, 'signOut', 'signedIn', async ({ me, reply }) => {
    const hash = me.tokenHash;
    if (hash !== null) {
      await hotline.writer.write(async (tx) => {
        await endSession(tx, hash, hotline.now());
        return { result: undefined, events: [], deltas: [] };
      });
      forgetSession(hotline, hash);
      hub.dismiss((viewer) => viewer.credential === hash, closeCodes.authEnded);
    }
    void reply.clearCookie(cookieName, { path: '/' }).header('clear-site-data', '"cache"');
    return null;
  });
  serve(server, hotline, 'getDraft', 'signedIn', async ({ me, params }) => {
    const draft = await findDraft(hotline.store.reader, me.person.id, params.key);
    if (!draft) throw new Refusal('notFound', '没有这份草稿。');
    return { key: draft.key, body: JSON.parse(draft.body) as unknown, savedAt: draft.savedAt };
  });
  serve(server, hotline, 'putDraft', 'signedIn', async ({ me, params, body }) => {
    const text = JSON.stringify(body.body);
    if (text.length > 64_000) throw new Refusal('tooLarge', '草稿太大，请减少内容。');
    const savedAt = hotline.now();
    await hotline.writer.write(async (tx) => {
      await saveDraft(tx, me.person.id, params.key, text, savedAt);
      return { result: undefined, events: [], deltas: [] };
    });
    return { key: params.key, savedAt };
  });
  serve(server, hotline, 'deleteDraft', 'signedIn', async ({ me, params }) => {
    await hotline.writer.write(async (tx) => {
      await deleteDraft(tx, me.person.id, params.key);
      return { result: undefined, events: [], deltas: [] };
    });
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

async function checkPassword(hotline: Hotline, username: string, password: string): Promise<KnownPerson> {
  const person = await personByUsername(hotline.store.reader, username);
  const now = hotline.now();
  const right = await verifyPassword(person?.passwordHash ?? (await decoy), password);
  if (person?.lockedUntil && person.lockedUntil > now)
    throw new Refusal('tooMany', '密码连续输错，账号已锁定 15 分钟，请稍后再试或联系管理员。');
  if (person && right && person.disabledAt === null) return person;
  if (person) {
    const failures = person.failedSignIns + 1;
    const locked = failures >= maxFailures;
    await hotline.writer.write(async (tx) => {
      await setSignInState(tx, person.id, locked ? 0 : failures, locked ? addMs(now, lockMs) : null);
      return { result: undefined, events: [], deltas: [] };
    });
  }
  throw new Refusal('unauthenticated', '用户名或密码不正确，请重新输入。');
}

const setCookie = (reply: FastifyReply, request: FastifyRequest, token: string) =>
  void reply.setCookie(cookieName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: sessionMs / 1000,
  });

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
    demo: hotline.demo,
  };
};
