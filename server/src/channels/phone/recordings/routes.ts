import { byId } from '@hotline/shared/api/route';
import { Refusal } from '@hotline/shared/refusal';
import { object, Purpose } from '@hotline/shared/schema';
import { mayListen } from '@hotline/shared/telephony/callScope';
import type { FastifyInstance } from 'fastify';
import type * as Type from 'typebox';
import type { Hotline } from '../../../app/hotline.ts';
import { signedIn } from '../../../sessions/actor.ts';
import { auditCall } from '../callbacks.ts';
import { seenCall } from '../calls.ts';
import { recordingSource } from './source.ts';

const query = object({ purpose: Purpose });

/**
 * `GET /api/calls/:id/recording?purpose=…`: sound, whole or in ranges. Each request is audited with its purpose before
 * the first byte leaves: whoever asks from the middle has heard something too.
 */
export function recordingRoutes(server: FastifyInstance, hotline: Hotline, where: string | undefined): void {
  const source = where ? recordingSource(where) : null;
  server.get(
    '/api/calls/:id/recording',
    {
      config: { policy: 'signedIn' },
      compress: false,
      schema: { summary: 'Listen to a call, with a purpose; audited', params: byId, querystring: query },
    },
    async (request, reply) => {
      const me = await signedIn(hotline, request);
      const { id } = request.params as Type.Static<typeof byId>;
      const { purpose } = request.query as Type.Static<typeof query>;
      const call = await seenCall(hotline, me, id);
      if (!mayListen(me.actor, call)) throw new Refusal('forbidden', '您没有收听这段录音的权限。');
      if (call.recording === null) throw new Refusal('notFound', '这通电话没有录音。');
      if (!source) throw new Refusal('unavailable', '还没有设置录音的存放位置，请联系管理员设置 HOTLINE_RECORDINGS。');
      const sound = await source.open(call.recording, request.headers.range);
      await auditCall(hotline, me, 'playRecording', call, purpose).catch((error: unknown) => {
        sound.body.destroy();
        throw error;
      });
      void reply
        .code(sound.status)
        .type(sound.mediaType)
        .header('accept-ranges', 'bytes')
        .header('content-disposition', 'inline')
        .header('cache-control', 'no-store');
      if (sound.length !== null) void reply.header('content-length', sound.length);
      if (sound.contentRange !== null) void reply.header('content-range', sound.contentRange);
      return reply.send(sound.body);
    },
  );
}
