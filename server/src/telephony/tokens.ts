import { insertTelephonyToken, listTelephonyTokens, revokeTelephonyToken } from '@hotline/db/telephonyTokens';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import { centreOf } from '../appeals/routes.ts';
import type { Hotline } from '../hotline.ts';
import { newId } from '../ids.ts';
import { serve } from '../route.ts';
import { newToken, tokenHash } from '../sessions/password.ts';

/** Tokens by which telephone systems are known; the token itself is shown once, its hash is what is kept. */
export function tokenRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'telephonyTokens', ['administrator'], async ({ me }) => ({
    items: (await listTelephonyTokens(hotline.store.reader, centreOf(hotline, me))).map(({ hmacSecret, ...row }) => ({
      ...row,
      signed: hmacSecret !== null,
    })),
  }));
  serve(server, hotline, 'addTelephonyToken', ['administrator'], async ({ me, body }) => {
    const centreId = centreOf(hotline, me);
    const [id, token, secret] = [newId(), newToken(), body.signed ? newToken() : null];
    await hotline.writer.write(async (tx) => {
      await insertTelephonyToken(tx, {
        id,
        centreId,
        name: body.name,
        tokenHash: tokenHash(token),
        hmacSecret: secret,
        createdAt: hotline.now(),
        createdBy: me.person.id,
        revokedAt: null,
      });
      return { result: undefined, events: [], deltas: [] };
    });
    return { id, token, secret };
  });
  serve(server, hotline, 'revokeTelephonyToken', ['administrator'], async ({ me, params }) => {
    const { result } = await hotline.writer.write(async (tx) => ({
      result: await revokeTelephonyToken(tx, centreOf(hotline, me), params.id, hotline.now()),
      events: [],
      deltas: [],
    }));
    if (result === 0) throw new Refusal('notFound', '没有这个令牌，或已停用。');
    return null;
  });
}
