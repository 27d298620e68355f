import type { Answer, Call } from '@hotline/shared/api/client';
import type { Route } from '@hotline/shared/api/route';
import { type RouteName, routes } from '@hotline/shared/api/routes';
import { type Actor, holds } from '@hotline/shared/people/actor';
import type { RoleGroup } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as Type from 'typebox';
import { anySession, signedIn } from '../sessions/actor.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { sendFixed } from './fixedAnswers.ts';
import type { Hotline } from './hotline.ts';
import { answerInContract } from './misfits.ts';

/** Who may call a route at all (`anySession`: also whoever must change his password first); scope and verb decide the rest. Every route declares one, or the server does not start. */
export type Policy = 'public' | 'anySession' | 'signedIn' | RoleGroup;

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
  }
}

type Parts<N extends RouteName> = Required<Pick<Call<N>, keyof Call<N> & ('params' | 'query' | 'body')>>;
export type Handling<N extends RouteName> = Parts<N> & { request: FastifyRequest; reply: FastifyReply; me: SignedIn };

/** Puts one route of the contract on the server: validation, policy and the whitelist of what leaves, in one place. */
export function serve<N extends RouteName>(
  server: FastifyInstance,
  hotline: Hotline,
  name: N,
  policy: Policy,
  handler: (call: Handling<N>) => Promise<Answer<N>>,
): void {
  serveRoute(server, hotline, routes[name] as Route, policy, handler as never, name);
}

export function serveRoute(
  server: FastifyInstance,
  hotline: Hotline,
  route: Route,
  policy: Policy,
  handler: (call: {
    params: never;
    query: never;
    body: never;
    request: FastifyRequest;
    reply: FastifyReply;
    me: SignedIn;
  }) => Promise<unknown>,
  operationId: string,
): void {
  server.route({
    method: route.method,
    url: route.path,
    config: { policy },
    ...(route.bodyLimit ? { bodyLimit: route.bodyLimit } : {}),
    schema: {
      summary: route.summary,
      operationId,
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body ? { body: route.body } : {}),
      response: { [route.status ?? 200]: route.answer, '4xx': problem },
    },
    handler: async (request, reply) => {
      const me = policy === 'public' ? nobody : await admitted(hotline, request, policy);
      const { params, query, body } = request as unknown as { params: never; query: never; body: never };
      const answer = await handler({ params, query, body, request, reply, me });
      if (route.status) void reply.code(route.status);
      if (route.status === 204) return reply.send();
      const told = () => answerInContract(request, operationId, route.answer, answer);
      if (await sendFixed(request, reply, answer, told)) return reply;
      return reply.type('application/json; charset=utf-8').serializer(passOn).send(JSON.stringify(told()));
    },
  });
}

/** Whoever calls a route, if he may. @throws Refusal unauthenticated, forbidden */
export async function admitted(
  hotline: Hotline,
  request: FastifyRequest,
  policy: Exclude<Policy, 'public'>,
): Promise<SignedIn> {
  const me = await (policy === 'anySession' ? anySession : signedIn)(hotline, request);
  if (typeof policy !== 'string' && !mayCall(me.actor, policy))
    throw new Refusal('forbidden', '您没有这项操作的权限。');
  return me;
}

const problem = {
  type: 'object',
  properties: { code: { type: 'string' }, message: { type: 'string' }, details: {} },
  required: ['code', 'message'],
} as unknown as Type.TSchema;

const passOn = (text: unknown) => text as string;
/** Whether somebody has one of these roles. */
export const mayCall = (actor: Actor, roles: RoleGroup) =>
  actor.type === 'person' && actor.grants.some((g) => holds(actor, roles, g.path));
const nobody = {
  person: null,
  actor: { type: 'person', id: 'nobody', name: '', grants: [] },
  tokenHash: null,
  credential: '',
} as unknown as SignedIn;

/** Pages and documents that libraries put on the server by themselves; nothing of ours lies there. */
const openToAll = ['/api/docs', '/assets/', '/console/', '/portal/assets/'];

/** A route without a declared policy fails the build: nothing is open by forgetting. */
export function demandPolicies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (route.config?.policy !== undefined) return;
    if (!openToAll.some((prefix) => route.url.startsWith(prefix))) {
      throw new Error(`route ${String(route.method)} ${route.url} declares no policy`);
    }
    route.config = { ...route.config, policy: 'public' };
  });
}
