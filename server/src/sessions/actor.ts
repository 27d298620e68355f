import { type KnownPerson, keyPerson, sessionPerson } from '@hotline/db/people/people';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyRequest } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { sessionCookie } from './cookie.ts';
import { isClosedDemo } from './demo.ts';
import { tokenHash } from './password.ts';
import type { SignedIn } from './signedIn.ts';

/**
 * The person behind a request: session cookie or `Authorization: Bearer <key>`. Whose password somebody else gave can do
 * nothing but choose his own. @throws Refusal unauthenticated, forbidden
 */
export async function signedIn(hotline: Hotline, request: FastifyRequest): Promise<SignedIn> {
  const me = await anySession(hotline, request);
  if (me.tokenHash !== null && me.person.passwordResetAt !== null)
    throw new Refusal('forbidden', '您的密码是管理员设置的，请先改成只有自己知道的密码。');
  return me;
}

/** As `signedIn`, before the password was changed too. @throws Refusal unauthenticated */
export async function anySession(hotline: Hotline, request: FastifyRequest): Promise<SignedIn> {
  const { token, isBearer: bearer } = shownToken(request);
  if (!token) throw new Refusal('unauthenticated', '请先登录。');
  const hash = tokenHash(token);
  if (!bearer) refuseForeignOrigin(request);
  const known = hotline.sessions.find(hash);
  if (known) return counted(hotline, meant(request, known));
  const person = bearer
    ? await keyPerson(hotline.store.reader, hash)
    : await sessionPerson(hotline.store.reader, hash, hotline.now());
  if (!person || isClosedDemo(hotline, person) || hotline.sessions.find(hash) === null)
    throw new Refusal('unauthenticated', '登录已失效，请重新登录。您填写的内容已保存为草稿。');
  const signedIn: SignedIn = { person, actor: actorOf(person), tokenHash: bearer ? null : hash, credential: hash };
  hotline.sessions.keep(hash, signedIn);
  return counted(hotline, meant(request, signedIn));
}

/** @throws Refusal tooMany */
function counted({ limits }: Hotline, signedIn: SignedIn): SignedIn {
  limits.request('session', signedIn.credential);
  limits.request('account', signedIn.person.id);
  return signedIn;
}

/** What a request shows to be known by: a machine's key, or the cookie of a session. */
export function shownToken(request: FastifyRequest): { token: string | undefined; isBearer: boolean } {
  const bearer = /^Bearer (.{16,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return { token: bearer ?? sessionCookie(request), isBearer: bearer !== undefined };
}

/** The tabs of a browser share one cookie: what a tab asks for one person is never done as another. @throws Refusal */
function meant(request: FastifyRequest, signedIn: SignedIn): SignedIn {
  const header = request.headers['x-hotline-person'];
  // A browser's websocket carries no header of ours.
  const asked = (request.query as { person?: unknown } | undefined)?.person;
  const named = typeof header === 'string' ? decoded(header) : request.headers.upgrade ? asked : undefined;
  if (named !== undefined && named !== signedIn.person.id)
    throw new Refusal('unauthenticated', '这台电脑上已有其他人登录，请重新登录。');
  return signedIn;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export const actorOf = (person: KnownPerson): SignedIn['actor'] => ({
  type: 'person',
  id: person.id,
  name: person.name,
  grants: person.grants,
});

/** A page of another site may not act with somebody's cookie; `SameSite=Strict` says so too. */
export function refuseForeignOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' && request.headers.upgrade === undefined) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new Refusal('forbidden', '请从本系统的页面操作。');
  }
}
