import { closeCodes } from '@hotline/shared/live/closeCodes';
import { ClientFrame } from '@hotline/shared/live/frames';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import type { Hotline } from '../app/hotline.ts';
import { signedIn } from '../sessions/actor.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import type { Broadcaster } from './broadcaster.ts';

const frames = Compile(ClientFrame);
const maxConsolesEach = 20;

/** `GET /api/live`: authorised before the upgrade, so a stranger gets 401 and no socket. */
export function liveRoutes(server: FastifyInstance, hotline: Hotline, broadcaster: Broadcaster): void {
  const open = new Map<string, number>();
  const admitted = new WeakMap<FastifyRequest, SignedIn>();
  server.get(
    '/api/live',
    {
      websocket: true,
      config: { policy: 'signedIn' },
      schema: { hide: true } as object,
      preValidation: async (request) => {
        const me = await signedIn(hotline, request);
        if ((open.get(me.person.id) ?? 0) >= maxConsolesEach)
          throw new Refusal('tooMany', '打开的页面太多，请关闭一些后重试。');
        admitted.set(request, me);
      },
    },
    // Not async: a hello that came together with the upgrade must find its listener.
    (socket, request) => {
      const me = admitted.get(request);
      if (!me) return socket.close(closeCodes.authEnded, 'not signed in');
      const { person, actor, credential } = me;
      const viewer = { actor, credential, scope: scopeOf(actor), scopeVersion: person.scopeVersion };
      open.set(person.id, (open.get(person.id) ?? 0) + 1);
      const console = broadcaster.join(socket, viewer);
      socket.on('close', () => {
        console.closed();
        const left = (open.get(person.id) ?? 1) - 1;
        if (left > 0) open.set(person.id, left);
        else open.delete(person.id);
      });
      socket.on('error', console.failed);
      socket.on('pong', console.answered);
      socket.on('message', (data: Buffer) => console.hear(parse(String(data))));
    },
  );
}

function parse(text: string): ClientFrame | null {
  try {
    const value: unknown = JSON.parse(text);
    return frames.Check(value) ? value : null;
  } catch {
    return null;
  }
}
