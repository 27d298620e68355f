import { forgetUndeclaredProxy, noteUndeclaredProxy, undeclaredProxies } from '@hotline/db/store/undeclaredProxies';
import type { FastifyInstance } from 'fastify';
import { isForwarded } from '../limits/forwarded.ts';
import type { Hotline } from './hotline.ts';

/** As often as this a proxy that goes on forwarding is noted again. */
const againMs = 10 * 60_000;
const mostAtOnce = 50;

/**
 * Notices proxies that forward requests without being declared: then the hotline takes everybody for one address, answers
 * as if it were plain http, and whoever administers it must know. One that is declared by now is forgotten.
 */
export function noticeProxies(server: FastifyInstance, hotline: Hotline): void {
  const known = new Map<string, { isDeclared: boolean; untilMs: number }>();
  server.addHook('onRequest', async (request) => {
    const address = request.socket.remoteAddress ?? '';
    const isDeclared = (request.ips?.length ?? 1) > 1;
    if (!isDeclared && !isForwarded(request)) return;
    const noted = known.get(address);
    const nowMs = performance.now();
    if (noted && noted.isDeclared === isDeclared && noted.untilMs > nowMs) return;
    if (known.size >= mostAtOnce) known.clear();
    known.set(address, { isDeclared, untilMs: nowMs + againMs });
    if (!isDeclared) server.log.warn(sentenceOf([address]));
    const at = hotline.now();
    hotline.writer
      .write(
        async (tx) => {
          await (isDeclared ? forgetUndeclaredProxy(tx, address) : noteUndeclaredProxy(tx, address, at));
          return { result: undefined, events: [], deltas: [] };
        },
        { lane: address },
      )
      .catch((error: unknown) => server.log.error(error));
  });
}

/** The addresses noticed, the last one first. */
export const proxiesOf = async (hotline: Hotline): Promise<string[]> =>
  (await undeclaredProxies(hotline.store.reader)).map(({ address }) => address);

/** What is said at the start and when one is noticed. */
export const sentenceOf = (addresses: readonly string[]): string =>
  `发现未声明的代理：${addresses.join('、')}。请把它写进 HOTLINE_TRUSTED_PROXIES 后重新启动，否则无法区分经它访问的人，也不知道他们用的是不是 https。`;
