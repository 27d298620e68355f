import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import websocket from '@fastify/websocket';
import { readHead } from '@hotline/db/cases/events';
import Fastify, { type FastifyHttpOptions, type FastifyInstance, LogController } from 'fastify';
import type * as Type from 'typebox';
import { adminRoutes } from '../admin/routes.ts';
import type { ChannelSettings } from '../channels/channel.ts';
import { channelRoutes } from '../channels/index.ts';
import { exportRoutes } from '../exports/routes.ts';
import { searchRoutes } from '../finding/searchRoutes.ts';
import { routingRoutes } from '../finding/suggestionRoutes.ts';
import { viewRoutes } from '../finding/views.ts';
import { installationRoute } from '../installation/routes.ts';
import { finder } from '../jobs/finder.ts';
import { lagOf } from '../jobs/lag.ts';
import { phraseRoutes } from '../knowledge/phraseRoutes.ts';
import { knowledgeRoutes } from '../knowledge/routes.ts';
import { openLive } from '../live/live.ts';
import { liveRoutes } from '../live/socket.ts';
import { importRoutes } from '../migration/routes.ts';
import { bulletinRoutes } from '../reports/bulletins.ts';
import { reportRoutes } from '../reports/routes.ts';
import { scoreRoutes } from '../reports/scores.ts';
import { draftRoutes } from '../sessions/drafts.ts';
import { ownPasswordRoute } from '../sessions/ownPassword.ts';
import { preferenceRoutes } from '../sessions/preferences.ts';
import { refuseFloods } from '../sessions/refuseFloods.ts';
import { sessionRoutes } from '../sessions/routes.ts';
import { appealRoutes } from '../tickets/appealRoutes.ts';
import { ticketRoutes } from '../tickets/routes.ts';
import { stubRoutes } from '../tickets/stubs.ts';
import { contractRoutes } from './contractRoutes.ts';
import { answerBadAddress, handleErrors } from './errors.ts';
import type { Hotline } from './hotline.ts';
import { metrics } from './metrics.ts';
import { countMisfits } from './misfits.ts';
import { noticeProxies, proxiesOf } from './proxies.ts';
import { demandPolicies } from './route.ts';
import { securityHeaders } from './securityHeaders.ts';
import { serveWeb } from './staticFiles.ts';
import { secureServer, type TlsFiles } from './tls.ts';
import { readJsonAsUtf8 } from './utf8.ts';
import { validator } from './validation.ts';

export type ServerOptions = {
  webRoot?: string;
  /** What whoever founds a centre through this server must know; without it nobody does. */
  installationCode?: string;
  logger?: boolean;
  /** Lets whoever knows it read `/metrics`; without one only administrators may. */
  metricsToken?: string | undefined;
  channels?: ChannelSettings;
  /** Serve https with these, and send plain http there. */
  tls?: TlsFiles | undefined;
  /** Addresses whose `X-Forwarded-*` is believed. */
  trustedProxies?: readonly string[];
};

/** The whole HTTP side of one hotline, not yet listening. */
export async function buildServer(hotline: Hotline, options: ServerOptions = {}): Promise<FastifyInstance> {
  const { tls } = options;
  const own: Pick<FastifyHttpOptions<Server>, 'serverFactory'> = tls
    ? { serverFactory: (answer) => secureServer(tls, answer, (words) => server.log.info(words)) }
    : {};
  const server: FastifyInstance = Fastify({
    ...own,
    logger: options.logger ? { level: 'info', redact: ['req.headers.cookie', 'req.headers.authorization'] } : false,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    bodyLimit: 256 * 1024,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    frameworkErrors: answerBadAddress,
    routerOptions: { maxParamLength: 128 },
  });
  // Fastify reads plain text by itself; nothing of ours is sent as that, so it is 415 like all the rest.
  server.removeContentTypeParser('text/plain');
  readJsonAsUtf8(server);
  demandPolicies(server);
  countMisfits(server);
  handleErrors(server);
  server.setValidatorCompiler(({ schema, httpPart }) => validator(schema as Type.TSchema, httpPart ?? 'body'));
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));

  securityHeaders(server);
  await server.register(compress, { threshold: 2_048 });
  await server.register(cookie);
  refuseFloods(server, hotline);
  noticeProxies(server, hotline);
  const broadcaster = await openLive(hotline, (error) => server.log.error(error));
  // Before the plugin's own hook, which closes every socket without a word.
  server.addHook('preClose', () => broadcaster.close());
  await server.register(websocket, { options: { maxPayload: 64 * 1024 } });
  await server.register(swagger, { openapi: { openapi: '3.1.0', info: { title: '12345 hotline', version: '0.1.0' } } });
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
  });

  metrics(server, hotline, broadcaster, options.metricsToken);
  sessionRoutes(server, hotline, broadcaster);
  draftRoutes(server, hotline);
  ownPasswordRoute(server, hotline);
  preferenceRoutes(server, hotline);
  phraseRoutes(server, hotline);
  appealRoutes(server, hotline);
  ticketRoutes(server, hotline);
  searchRoutes(server, hotline);
  viewRoutes(server, hotline);
  routingRoutes(server, hotline);
  reportRoutes(server, hotline);
  stubRoutes(server, hotline);
  knowledgeRoutes(server, hotline);
  bulletinRoutes(server, hotline);
  scoreRoutes(server, hotline);
  exportRoutes(server, hotline);
  importRoutes(server, hotline);
  adminRoutes(server, hotline);
  if (options.installationCode) installationRoute(server, hotline, options.installationCode);
  await channelRoutes(server, hotline, options.channels ?? {});
  liveRoutes(server, hotline, broadcaster);
  healthRoutes(server, hotline);
  await contractRoutes(server, hidden);
  if (options.webRoot && existsSync(options.webRoot)) await serveWeb(server, options.webRoot);
  return server;
}

/** Open to all and no part of the contract. */
const hidden = { config: { policy: 'public' as const }, schema: { hide: true } as object };

function healthRoutes(server: FastifyInstance, hotline: Hotline): void {
  server.get('/healthz', hidden, async () => ({ status: 'ok' }));
  server.get('/readyz', hidden, async (_, reply) => {
    const broken: string[] = [];
    await readHead(hotline.store.reader).catch(() => broken.push('database'));
    if (broken.length > 0) void reply.header('retry-after', '5');
    // A search index that lags behind is told, but the hotline works.
    const search = broken.length > 0 ? null : await lagOf(hotline.store.reader, finder.name);
    const undeclaredProxies = broken.length > 0 ? [] : await proxiesOf(hotline);
    return reply
      .code(broken.length > 0 ? 503 : 200)
      .send({ ready: broken.length === 0, broken, search, undeclaredProxies });
  });
}
