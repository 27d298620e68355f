import { audit } from '@hotline/db/people/people';
import { insertTelephonyToken, listTelephonyTokens, revokeTelephonyToken } from '@hotline/db/telephony/telephonyTokens';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../../app/hotline.ts';
import { newId } from '../../app/ids.ts';
import { serve } from '../../app/route.ts';
import { newToken, tokenHash } from '../../sessions/password.ts';
import { centreOf } from '../../tickets/appealRoutes.ts';

/** Tokens by which telephone systems are known; the token itself is shown once, its hash is what is kept. */
export function tokenRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'telephonyTokens', administrators, async ({ me }) => ({
    items: (await listTelephonyTokens(hotline.store.reader, centreOf(hotline, me))).map(({ hmacSecret, ...row }) => ({
      ...row,
      signed: hmacSecret !== null,
    })),
  }));
  serve(server, hotline, 'addTelephonyToken', administrators, async ({ me, body }) => {
    const centreId = centreOf(hotline, me);
    const [id, token, secret] = [newId(), newToken(), body.signed ? newToken() : null];
    const at = hotline.now();
    await hotline.writer.write(async (tx) => {
      await insertTelephonyToken(tx, {
        id,
        centreId,
        name: body.name,
        tokenHash: tokenHash(token),
        hmacSecret: secret,
        createdAt: at,
        createdBy: me.person.id,
        revokedAt: null,
      });
      await audit(tx, { at, personId: me.person.id, act: 'addTelephonyToken', subjectId: id, purpose: body.name });
      return { result: undefined, events: [], deltas: [] };
    });
    return { id, token, secret };
  });
  serve(server, hotline, 'revokeTelephonyToken', administrators, async ({ me, params }) => {
    const at = hotline.now();
    const { result } = await hotline.writer.write(async (tx) => {
      const ended = await revokeTelephonyToken(tx, centreOf(hotline, me), params.id, at);
      const about = { at, personId: me.person.id, subjectId: params.id, purpose: null };
      if (ended > 0) await audit(tx, { ...about, act: 'revokeTelephonyToken' });
      return { result: ended, events: [], deltas: [] };
    });
    if (result === 0) throw new Refusal('notFound', '没有这个令牌，或已停用。');
    return null;
  });
}
