import { callTopic } from '@hotline/shared/live/calls';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import { ClientFrame } from '@hotline/shared/live/frames';
import { isUnseen } from '@hotline/shared/live/presence';
import { type Scope, scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { callScopeOf } from '@hotline/shared/telephony/callScope';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Compile } from 'typebox/compile';
import type { Hotline } from '../app/hotline.ts';
import { type SignedIn, signedIn } from '../sessions/actor.ts';
import type { CallFeed, CallListener } from './callFeed.ts';
import type { Hub } from './hub.ts';
import type { Guest, Presence } from './presence.ts';

const frames = Compile(ClientFrame);
const maxConsolesEach = 20;

/** `GET /api/live`: authorised before the upgrade, so a stranger gets 401 and no socket. */
export function liveRoutes(
  server: FastifyInstance,
  hotline: Hotline,
  { hub, feed, presence }: { hub: Hub; feed: CallFeed; presence: Presence },
): void {
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
      open.set(person.id, (open.get(person.id) ?? 0) + 1);
      const wire = {
        buffered: () => socket.bufferedAmount,
        write: (text: string) => socket.send(text),
        close: (code: number, reason: string) => socket.close(code, reason),
      };
      const scope = scopeOf(actor);
      const connection = hub.join({
        personId: person.id,
        credential,
        scope,
        scopeVersion: person.scopeVersion,
        ...wire,
      });
      const calls: CallListener = { scope: callScopeOf(actor), ...wire };
      const unit = unitOf(hotline, scope);
      const guest: Guest = {
        visitor: { personId: person.id, name: person.name, unit, scope, isUnseen: isUnseen(actor.grants) },
        ...wire,
      };
      const follow = (topics: readonly string[]) => (topics.includes(callTopic) ? feed.join(calls) : feed.leave(calls));
      const leave = () => {
        connection.leave();
        feed.leave(calls);
        presence.leave(guest);
      };
      socket.on('close', () => {
        leave();
        open.set(person.id, (open.get(person.id) ?? 1) - 1);
      });
      socket.on('error', leave);
      socket.on('message', (data: Buffer) => {
        const frame = parse(String(data));
        if (!frame) return socket.close(1003, 'unknown frame');
        if (frame.t === 'hello' || frame.t === 'subscribe') follow(frame.subscribe);
        if (frame.t === 'hello') connection.hello(frame.cursor).catch(() => socket.close(1011, 'failed'));
        if (frame.t === 'at') presence.hear(guest, frame);
        if (frame.t === 'ping') {
          connection.beat();
          feed.beat(calls);
        }
      });
    },
  );
}

/** The name under which colleagues know somebody: that of the outermost organisation he works for. */
function unitOf({ catalog }: Hotline, { centres, departments }: Scope): string {
  const directory = catalog.directory();
  const path = centres[0] ?? departments[0];
  const centre = [...directory.centres.values()].find((c) => c.path === path);
  const department = [...directory.departments.values()].find((d) => d.path === path);
  return department?.shortName ?? centre?.name ?? '';
}

function parse(text: string): ClientFrame | null {
  try {
    const value: unknown = JSON.parse(text);
    return frames.Check(value) ? value : null;
  } catch {
    return null;
  }
}
