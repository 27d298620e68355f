import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@hotline/db/store/open';
import { closeHotline, type Hotline, openHotline as openSystem } from '@hotline/server/app/hotline';
import { misfitsOf } from '@hotline/server/app/misfits';
import { buildServer } from '@hotline/server/app/server';
import { liveThrough } from '@hotline/server/demo/history';
import { sweep } from '@hotline/server/jobs/alarms';
import { type LimitSettings, withMost } from '@hotline/server/limits/settings';
import { type ApiClient, apiClient } from '@hotline/shared/api/client';
import { routes } from '@hotline/shared/api/routes';
import type { FastifyInstance } from 'fastify';
import { foundedStore } from './stores.ts';

/** Monday 2 November 2026, 10:00 in Fuzhou: no holiday within weeks. */
export const monday = '2026-11-02T02:00:00.000Z';

/** What asks in a test is no person: only what is refused for being wrong is counted as usual. */
const testLimits = withMost({ session: 0, account: 0, address: 0, appealAddress: 0, appealPhone: 0 });

export type TestHotline = {
  store: Store;
  hotline: Hotline;
  server: FastifyInstance;
  clock: { now: string };
  /** The typed client of one of the demo people; `null` = nobody signed in. */
  as: (username: string | null) => Promise<ApiClient>;
  /** The session cookie of one of the demo people. */
  signIn: (username: string) => Promise<string>;
  /** Moves the clock and lets it act; how many acts there were. */
  moveTo: (at: string) => Promise<number>;
  close: () => Promise<void>;
};

/** A whole hotline: one store (SQLite, or PostgreSQL in that project), one server, a clock you can move, the demo people. */
export async function openHotline(
  options: {
    now?: string;
    days?: number;
    limits?: LimitSettings;
    perDay?: number;
    /** Another node on this one's PostgreSQL, by this one's clock. */ beside?: TestHotline;
  } = {},
): Promise<TestHotline> {
  const { store, drop } = options.beside
    ? { store: openStore(options.beside.store.url), drop: async () => undefined }
    : await foundedStore();
  const clock = options.beside?.clock ?? { now: options.now ?? monday };
  if (options.days) await liveThrough(store, clock.now, options.days, options.perDay ?? 8);
  const limits = options.limits ?? testLimits;
  const exportsFolder = mkdtempSync(join(tmpdir(), 'hotline-exports-'));
  const hotline = await openSystem(store, { now: () => clock.now, demo: true, exportsFolder, limits });
  const server: FastifyInstance = await buildServer(hotline);
  await server.ready();

  // A session lasts twelve hours of the hotline's clock, which tests move about.
  const cookies = new Map<string, { at: number; cookie: string }>();
  const signIn = async (username: string): Promise<string> => {
    const known = cookies.get(username);
    if (known && Math.abs(Date.parse(clock.now) - known.at) < 10 * 3_600_000) return known.cookie;
    const answer = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username, password: 'hotline-demo' },
    });
    if (answer.statusCode !== 200) throw new Error(`${username} cannot sign in: ${answer.body}`);
    const cookie = answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
    cookies.set(username, { at: Date.parse(clock.now), cookie });
    return cookie;
  };
  const as = async (username: string | null): Promise<ApiClient> => {
    if (username !== null) await signIn(username);
    return apiClient(async ({ method, url, body, headers }) => {
      const cookie = username === null ? undefined : await signIn(username);
      const answer = await server.inject({
        method: method as 'GET',
        url,
        headers: { ...headers, ...(cookie ? { cookie } : {}) },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      return { status: answer.statusCode, body: answer.body ? (answer.json() as unknown) : null };
    }, routes);
  };
  return {
    store,
    hotline,
    server,
    clock,
    as,
    signIn,
    moveTo: async (at: string) => {
      clock.now = at;
      return sweep(hotline);
    },
    close: async () => {
      const misfits = misfitsOf(server);
      await server.close();
      await closeHotline(hotline);
      rmSync(exportsFolder, { recursive: true, force: true });
      await drop();
      // A misfit is answered all the same, so only its count tells of the bug.
      if (Object.keys(misfits).length > 0)
        throw new Error(`answers that are not in the contract, by operation: ${JSON.stringify(misfits)}`);
    },
  };
}
