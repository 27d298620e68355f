import { telephonyToken } from '@hotline/db/telephony/telephonyTokens';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../../app/hotline.ts';
import { serve } from '../../app/route.ts';
import { readJsonAsUtf8 } from '../../app/utf8.ts';
import { demoTelephonyToken } from '../../sessions/demo.ts';
import { tokenHash } from '../../sessions/password.ts';
import { recordReport } from './record.ts';
import { checkSignature } from './signature.ts';

/** `POST /api/telephony/:token`: any telephone system that can call a web hook. */
export async function telephonyEndpoint(server: FastifyInstance, hotline: Hotline): Promise<void> {
  await server.register((scope, _, done) => {
    const bodies = new WeakMap<object, Buffer>();
    // A signature covers the body as it was sent, not as it was understood.
    readJsonAsUtf8(scope, (request, body) => bodies.set(request, body));
    serve(scope, hotline, 'telephony', 'public', async ({ params, body, request }) => {
      const token = await telephonyToken(hotline.store.reader, tokenHash(params.token));
      const isPublic = !hotline.demo && params.token === demoTelephonyToken;
      if (!token || isPublic) throw new Refusal('unauthenticated', '电话系统的令牌无效或已停用，请联系管理员。');
      if (token.hmacSecret !== null)
        checkSignature(token.hmacSecret, request.headers, bodies.get(request) ?? Buffer.alloc(0), hotline.now());
      const { call, repeated } = await recordReport(hotline, token.centreId, body);
      return { id: call.id, status: call.status, agentKnown: call.agentId !== null, repeated };
    });
    done();
  });
}
