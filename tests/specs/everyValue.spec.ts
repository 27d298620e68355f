import { readConfig } from '@hotline/server/app/config';
import { followAsterisk } from '@hotline/server/channels/phone/asterisk/adapter';
import { openChance } from '@hotline/server/demo/chance';
import { verify } from '@hotline/server/jobs/verify';
import type { Route } from '@hotline/shared/api/route';
import { routes } from '@hotline/shared/api/routes';
import { figureNames } from '@hotline/shared/figures/index';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { download, exported } from '../support/exports.ts';
import { fakeAsterisk } from '../support/fakeAsterisk.ts';
import { openHistory } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { sendFile } from '../support/migration.ts';
import { runs } from '../support/runs.ts';
import { awkward } from '../support/values/boundaries.ts';
import { byRoute } from '../support/values/byRoute.ts';
import { openFound, readAll } from '../support/values/readAll.ts';
import { byForm, byImport, byVerb, type Surroundings, type WayIn } from '../support/values/waysIn.ts';

/** Everybody of the centre, departments that hold tickets, and those who look after it. */
const cast = [
  ...['supervisor', 'agent', 'dispatcher', 'reviewer', 'callback', 'manager', 'admin', 'auditor'],
  ...['urban', 'urban.head', 'gas', 'traffic', 'watergroup'],
];
/** Who reads again and again: together they see all of it. */
const few = ['supervisor', 'admin', 'agent'];
// Every day the same values; others are for the long run.
const seed = Number(
  process.env['HOTLINE_SEED'] ?? (process.env['HOTLINE_RUNS'] ? Math.floor(Math.random() * 2 ** 31) : 20956563),
);
const chance = openChance(seed);
const found = openFound();
let h: TestHotline;
let around: Surroundings;

beforeAll(async () => {
  console.info(`every value: HOTLINE_SEED=${seed}`);
  h = await openHotline();
  const history = await openHistory(h, 3_600_000, true);
  for (let i = 0; i < 40; i++) await history.play({ what: i < 6 ? 0 : 30 + i, who: i * 7, which: i, extra: i * 3 });
  around = { h, cast, found, chance };
});
afterAll(() => h.close());

/** Signing in and out, and what takes the cast's own accounts away, are other tests' matter. */
const isOfAccounts = ({ path }: Route) =>
  path.startsWith('/api/session') || /people\/:id|departments\/:id\/retire/.test(path);
const writes = Object.entries(routes as Record<string, Route>).filter(
  ([, route]) => route.method !== 'GET' && !isOfAccounts(route),
);

test('whatever is taken in by any way, every route can read', async () => {
  const wanted = runs(200, 150);
  const pbx = await openPbx();
  const ways: [name: string, way: WayIn][] = [
    ...writes.map(([name, route]): [string, WayIn] => [name, byRoute(around, route)]),
    ['portal form', byForm(around)],
    ['import', byImport(around)],
    ['Asterisk', pbx.call],
  ];
  const verb = byVerb(around);
  const taken = new Map<string, number>();
  let stored = 0;
  await readAll(h, few, found, chance, { most: 2, closely: false });
  for (let round = 0; stored < wanted; round++) {
    for (const [name, way] of ways) {
      const count = await way();
      taken.set(name, (taken.get(name) ?? 0) + count);
      stored += count + (await verb()) + (await verb());
    }
    await h.moveTo(new Date(Date.parse(h.clock.now) + 3_600_000).toISOString());
    if (round % 5 === 4) await readAll(h, few, found, chance, { most: 20, closely: false });
  }
  // Whatever was sent to the migration desk before may have been discarded since.
  const quoted = awkward.map((word, i) => `${i},"${word.replaceAll('"', '""')}"`);
  await sendFile(h, 'admin', '旧系统.csv', Buffer.from(['编号,诉求内容', ...quoted].join('\r\n')));
  await readAll(h, few, found, chance, { most: 30, closely: false });
  const read = await readAll(h, cast, found, chance, { most: 3, closely: true });
  await pbx.close();
  const refused = [...taken].filter(([, count]) => count === 0).map(([name]) => name);
  const unread = [...read].filter(([, count]) => count === 0).map(([name]) => name);
  console.info(
    `every value: ${stored} stored, ${[...read.values()].reduce((sum, n) => sum + n, 0)} answers read; refused each time: ${refused.join(', ')}`,
  );
  expect(unread).toEqual([]);
}, 1_200_000);

test('what was taken in can be written to files, counted and proved', async () => {
  const purpose = '核对存入的内容';
  const asked = [
    { what: 'tickets' as const, purpose, query: {} },
    ...figureNames.map((figure) => ({
      what: 'figure' as const,
      purpose,
      figure,
      query: { from: '2026-10-01', to: '2026-12-31' },
    })),
  ];
  for (const what of asked) {
    const { id, status, failure } = await exported(h, 'supervisor', what);
    expect([status, failure], JSON.stringify(what)).toEqual(['ready', null]);
    expect((await download(h, 'supervisor', id)).statusCode).toBe(200);
  }
  expect((await verify(h.store)).checks.filter((c) => !c.ok)).toEqual([]);
}, 300_000);

/** A telephone system that is followed; each call of its is of awkward words and waited for. */
async function openPbx() {
  const pbx = await fakeAsterisk('hotline', 's3cret');
  const settings = readConfig({ HOTLINE_ASTERISK: `ami://hotline:s3cret@127.0.0.1:${pbx.port}` }).asterisk[0];
  const said: string[] = [];
  const follower = followAsterisk(h.hotline, settings as never, { log: (words) => void said.push(words) });
  await vi.waitFor(() => expect(said.some((l) => l.endsWith('connected'))).toBe(true));
  let calls = 0;
  const line = (most: number) =>
    chance
      .pick(awkward)
      .replace(/[\r\n]/g, ' ')
      .repeat(most)
      .slice(0, chance.pick([3, most]));
  return {
    call: async () => {
      const id = `176204.${++calls}`;
      const say = (Event: string, more: Record<string, string>) =>
        pbx.event({ Event, Uniqueid: id, Linkedid: id, ...more });
      await say('Newchannel', { Channel: 'PJSIP/trunk-00001', CallerIDNum: line(200), Exten: line(200) });
      await say('QueueCallerJoin', { Queue: line(100) });
      await say('VarSet', { Variable: 'MIXMONITOR_FILENAME', Value: line(500) });
      await say('Hangup', { Cause: line(90) });
      return 6;
    },
    close: async () => {
      await follower.close();
      pbx.close();
      expect(said.filter((l) => l.includes('could not be kept'))).toEqual([]);
    },
  };
}
