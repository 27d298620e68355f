import type * as Type from 'typebox';
import { Refusal, type RefusalCode } from '../refusal.ts';
import type { VerbInput } from '../ticket/lifecycle.ts';
import type { VerbName } from '../ticket/verbs/index.ts';
import type { Route } from './route.ts';
import type { RouteName, Routes } from './routes.ts';
import type { CaseAnswer } from './tickets.ts';

/** How bytes move: `fetch` in the browser, `app.inject` in tests. `Signal` is what takes a question back, where there is such. */
export type Send<Signal = never> = (request: {
  method: string;
  url: string;
  body: unknown;
  headers: Record<string, string>;
  signal?: Signal;
}) => Promise<{ status: number; body: unknown }>;

type StaticOf<S> = S extends Type.TSchema ? Type.Static<S> : undefined;
type Part<R, K extends string> = R extends Record<K, infer S> ? StaticOf<S> : undefined;
export type Call<N extends RouteName> = {
  [K in 'params' | 'query' | 'body' as Part<Routes[N], K> extends undefined ? never : K]: Part<Routes[N], K>;
} & { key?: string };
export type Answer<N extends RouteName> = StaticOf<Routes[N]['answer']>;

/**
 * The typed client of the routes in `table`, which is `routes` or a part of it: passed in so that a browser bundle may carry
 * only methods and paths, and only of what it calls.
 */
export function apiClient<Signal = never, Called extends RouteName = RouteName>(
  send: Send<Signal>,
  table: Record<Called, Pick<Route, 'method' | 'path'>>,
) {
  const request = async (method: string, url: string, body: unknown, key?: string, signal?: Signal) => {
    const headers: Record<string, string> = key ? { 'idempotency-key': key } : {};
    const answer = await send({ method, url, body, headers, ...(signal === undefined ? {} : { signal }) });
    if (answer.status < 400) return answer.body;
    const refusal = (answer.body ?? {}) as { code?: RefusalCode; message?: string; details?: unknown };
    throw new Refusal(
      refusal.code ?? 'unavailable',
      refusal.message ?? '服务暂时不可用，请稍后重试。',
      refusal.details,
    );
  };
  /** Path and query of a call. */
  const addressOf = <N extends Called>(name: N, input: Call<N>): string => {
    const { params, query } = partsOf(input);
    return fill(table[name].path, params ?? {}) + search(query ?? {});
  };
  return {
    call: async <N extends Called>(name: N, input: Call<N>, signal?: Signal): Promise<Answer<N>> => {
      const { method } = table[name];
      const { body, key } = partsOf(input);
      return (await request(method, addressOf(name, input), body, key, signal)) as Answer<N>;
    },
    addressOf,
    /** One verb on one case; `version` is the one the person saw (the dispatch's for verbs about a dispatch). */
    act: async <N extends VerbName>(
      ticketId: string,
      verb: N,
      version: number | null,
      input: VerbInput<N>,
      key?: string,
    ): Promise<CaseAnswer> =>
      (await request(
        'POST',
        `/api/tickets/${encodeURIComponent(ticketId)}/${verb}`,
        { version, input },
        key,
      )) as CaseAnswer,
  };
}
export type ApiClient = ReturnType<typeof apiClient>;

type Parts = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; key?: string };
const partsOf = (input: object) => input as Parts;

const fill = (path: string, params: Record<string, string>) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const search = (query: Record<string, unknown>) => {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&');
  return text ? `?${text}` : '';
};
