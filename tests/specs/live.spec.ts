import { setTimeout as wait } from 'node:timers/promises';
import { personByUsername } from '@hotline/db/people/people';
import type { TicketRow } from '@hotline/shared/api/tickets';
import { closeCodes } from '@hotline/shared/live/closeCodes';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Console, openConsole, openSocket, upgradeStatus } from '../support/console.ts';
import { anOp, type History, openHistory } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { runs } from '../support/runs.ts';

let h: TestHotline;
let history: History;
let url: string;

beforeAll(async () => {
  h = await openHotline();
  history = await openHistory(h, 60_000);
  const address = await h.server.listen({ host: '127.0.0.1', port: 0 });
  url = `${address.replace('http', 'ws')}/api/live`;
});
afterAll(() => h.close());

const appeal = { what: 0, who: 1, which: 1, extra: 1 };
const dispatches = 'awaitingSigning,handling,awaitingApproval,replied,accepted';

/** The newest tickets a person may see: what a console reads after a reset. */
async function freshRead(username: string) {
  const client = await h.as(username);
  const ofDepartment = !['agent', 'dispatcher', 'reviewer', 'manager'].includes(username);
  const query = { sort: 'received' as const, limit: 60, ...(ofDepartment ? { dispatchStatus: dispatches } : {}) };
  const { items, epoch, seq } = await client.call('tickets', { query });
  return { epoch, seq, scopeVersion: 1, rows: items };
}
const cursorNow = async () => {
  const { epoch, seq } = await freshRead('manager');
  return { epoch, seq, scopeVersion: 1 };
};

describe('who is let in', () => {
  test('without a session, with an ended one or from a foreign page there is no upgrade', async () => {
    const cookie = await h.signIn('agent');
    expect(await upgradeStatus(url, {})).toBe(401);
    expect(await upgradeStatus(url, { cookie: 'hotline_session=nobody' })).toBe(401);
    expect(await upgradeStatus(url, { cookie, origin: 'https://elsewhere.example' })).toBe(403);
    expect(await upgradeStatus(url, { cookie, origin: 'null' })).toBe(403);
    expect(await upgradeStatus(url, { cookie, origin: new URL(url.replace('ws', 'http')).origin })).toBe(101);
  });

  const falls = [
    { how: 'a session that ended elsewhere', code: closeCodes.authEnded, change: 'session' },
    { how: 'a person who was disabled', code: closeCodes.authEnded, change: 'disabled' },
    { how: 'a person whose rights changed', code: closeCodes.scopeChanged, change: 'rights' },
  ] as const;
  test.each(falls)('the sockets of $how end within seconds', async ({ code, change }) => {
    const payload = { username: 'auditor', password: 'hotline-demo' };
    const answer = await h.server.inject({ method: 'POST', url: '/api/session', payload });
    const cookie = answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
    const console = await openSocket(url, { cookie });
    console.hello(null);
    await vi.waitFor(() => expect(console.heard.length).toBe(2));
    const { id } = (await personByUsername(h.store.reader, 'auditor')) ?? { id: '' };
    await h.hotline.writer.write(async (tx) => {
      const person = tx.updateTable('person').where('id', '=', id);
      if (change === 'session')
        await tx.updateTable('session').set({ endedAt: h.clock.now }).where('personId', '=', id).execute();
      else if (change === 'disabled') await person.set({ disabledAt: h.clock.now }).execute();
      else await person.set((eb) => ({ scopeVersion: eb('scopeVersion', '+', 1) })).execute();
      return { result: undefined, events: [], deltas: [] };
    });
    expect(await console.ended).toBe(code);
    await h.hotline.writer.write(async (tx) => {
      await tx.updateTable('person').set({ disabledAt: null }).where('id', '=', id).execute();
      return { result: undefined, events: [], deltas: [] };
    });
  });

  test('signing out ends every socket of that session at once, and of no other', async () => {
    const signIn = async () => {
      const payload = { username: 'reviewer', password: 'hotline-demo' };
      const answer = await h.server.inject({ method: 'POST', url: '/api/session', payload });
      return answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
    };
    const [mine, other] = [await signIn(), await signIn()];
    const leaving = [await openSocket(url, { cookie: mine }), await openSocket(url, { cookie: mine })];
    const staying = await openSocket(url, { cookie: other });
    for (const console of [...leaving, staying]) console.hello(null);
    await vi.waitFor(() => expect(staying.heard.length).toBe(2));
    await h.server.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: mine } });
    expect(await Promise.all(leaving.map((c) => c.ended))).toEqual([closeCodes.authEnded, closeCodes.authEnded]);
    await history.log(appeal);
    await vi.waitFor(() => expect(staying.heard.at(-1)?.t).toBe('ev'));
    expect(leaving.flatMap((c) => c.heard.filter((f) => f.t === 'ev'))).toEqual([]);
    expect(await upgradeStatus(url, { cookie: mine })).toBe(401);
    staying.socket.terminate();
  });

  test('64 KiB are read, one byte more ends the connection', async () => {
    const cookie = await h.signIn('agent');
    const fits = await openSocket(url, { cookie });
    fits.socket.send(`"${'x'.repeat(64 * 1024 - 2)}"`);
    expect(await fits.ended).toBe(1003);
    const tooLong = await openSocket(url, { cookie });
    tooLong.socket.send(`"${'x'.repeat(64 * 1024 - 1)}"`);
    expect(await tooLong.ended).toBe(1009);
  });
});

describe('what is told', () => {
  test('a first hello starts over; a cursor continues with exactly what was missed', async () => {
    const cookie = await h.signIn('dispatcher');
    const first = await openSocket(url, { cookie });
    first.hello(null);
    await vi.waitFor(() => expect(first.heard.map((f) => f.t)).toEqual(['reset', 'hb']));
    first.socket.terminate();
    const cursor = await cursorNow();
    const one = await history.log(appeal);
    const two = await history.log(appeal);
    await h.as('agent').then((agent) => agent.act(one.case.ticket.id, 'urge', null, {}));
    const again = await openSocket(url, { cookie });
    again.hello(cursor);
    await vi.waitFor(() => expect(again.heard.at(-1)?.t).toBe('hb'));
    expect(again.heard).toMatchObject([
      { t: 'resume', from: cursor.seq, to: cursor.seq + 3 },
      { t: 'ev', seq: cursor.seq + 2, prev: cursor.seq, op: 'up', id: two.case.ticket.id, version: 1 },
      { t: 'ev', seq: cursor.seq + 3, prev: cursor.seq + 2, op: 'up', id: one.case.ticket.id, version: 2 },
      { t: 'hb', upTo: cursor.seq + 3 },
    ]);
    again.socket.terminate();
  });

  test('a department is told when a ticket comes into its sight and when it leaves it, live and on resuming', async () => {
    const gas = await openSocket(url, { cookie: await h.signIn('gas') });
    const cursor = await cursorNow();
    gas.hello(cursor);
    await vi.waitFor(() => expect(gas.heard.at(-1)?.t).toBe('hb'));
    const { ticket } = (await history.log(appeal)).case;
    const dispatcher = await h.as('dispatcher');
    const sent = await dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'gas', assistIds: [] });
    const appealId = sent.appeals[0]?.id ?? '';
    await vi.waitFor(() => expect(gas.heard.at(-1)).toMatchObject({ t: 'ev', op: 'up', id: ticket.id }));
    const before = await cursorNow();
    await dispatcher.act(ticket.id, 'withdraw', sent.ticket.version, { appealId, reason: '市民来电撤诉。' });
    await vi.waitFor(() => expect(gas.heard.at(-1)).toMatchObject({ t: 'ev', op: 'rm', id: ticket.id, version: 3 }));
    expect(gas.heard.at(-1)).not.toHaveProperty('row');
    const late = await openSocket(url, { cookie: await h.signIn('gas') });
    late.hello(before);
    await vi.waitFor(() => expect(late.heard.at(-1)?.t).toBe('hb'));
    expect(late.heard.filter((f) => f.t === 'ev')).toMatchObject([{ op: 'rm', id: ticket.id }]);
    gas.socket.terminate();
    late.socket.terminate();
  });

  test('a hello in the middle of a burst misses nothing', async () => {
    const cookie = await h.signIn('dispatcher');
    for (let round = 0; round < 25; round++) {
      const cursor = await cursorNow();
      const consoles = await Promise.all([1, 2, 3].map(() => openSocket(url, { cookie })));
      const logged: Promise<string>[] = [];
      for (let i = 0; i < 24; i++) {
        logged.push(history.log(appeal).then((l) => l.case.ticket.id));
        if (i % 3 === 0) await wait(0);
        if (i % 8 === 4) consoles[(i - 4) / 8]?.hello(cursor);
      }
      const ids = new Set(await Promise.all(logged));
      for (const console of consoles) {
        const told = () => new Set(console.heard.flatMap((f) => (f.t === 'ev' ? [f.id] : [])));
        await vi.waitFor(() => expect(told()).toEqual(ids), { interval: 2, timeout: 2_000 });
        const chain = console.heard.flatMap((f) => (f.t === 'ev' ? [f] : []));
        expect(chain.map((f) => f.prev)).toEqual([cursor.seq, ...chain.slice(0, -1).map((f) => f.seq)]);
        console.socket.terminate();
      }
    }
  });

  test('the body complained of loses sight the moment it is named', async () => {
    const { ticket } = (await history.log(appeal)).case;
    const dispatcher = await h.as('dispatcher');
    const sent = await dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'traffic', assistIds: ['gas'] });
    const [traffic, gas] = [
      await openSocket(url, { cookie: await h.signIn('traffic') }),
      await openSocket(url, { cookie: await h.signIn('gas') }),
    ];
    const cursor = await cursorNow();
    for (const console of [traffic, gas]) console.hello(cursor);
    await vi.waitFor(() => expect([traffic.heard.at(-1)?.t, gas.heard.at(-1)?.t]).toEqual(['hb', 'hb']));
    await dispatcher.act(ticket.id, 'amend', sent.ticket.version, { againstDepartmentId: 'traffic' });
    await vi.waitFor(() => expect(gas.heard.at(-1)).toMatchObject({ op: 'up', id: ticket.id }));
    await vi.waitFor(() => expect(traffic.heard.at(-1)).toMatchObject({ op: 'rm', id: ticket.id }));
    traffic.socket.terminate();
    gas.socket.terminate();
  });

  test('a console that does not read is cut with 4008 before it holds more than a megabyte; the others hear everything', async () => {
    await Promise.all(Array.from({ length: 150 }, () => history.log(appeal)));
    const cookie = await h.signIn('supervisor');
    const { epoch } = await cursorNow();
    const all = { epoch, seq: 0, scopeVersion: 1 };
    const [stuck, other] = [await openSocket(url, { cookie }), await openSocket(url, { cookie })];
    other.hello(await cursorNow());
    await vi.waitFor(() => expect(other.heard.at(-1)?.t).toBe('hb'));
    const raw = (stuck.socket as unknown as { _socket: { pause(): void } })._socket;
    raw.pause();
    const consoles = async () => {
      const { body } = await h.server.inject({ url: '/metrics', headers: { cookie: await h.signIn('admin') } });
      return Number(/^hotline_consoles (\d+)$/m.exec(body)?.[1]);
    };
    await vi.waitFor(async () => expect(await consoles()).toBe(2));
    for (let i = 0; i < 2_000 && (await consoles()) === 2; i++) {
      stuck.hello(all);
      await wait(4);
    }
    expect(await consoles()).toBe(1);
    const told = await Promise.all([history.log(appeal), history.log(appeal), history.log(appeal)]);
    await vi.waitFor(() => {
      const ids = new Set(other.heard.flatMap((f) => (f.t === 'ev' ? [f.id] : [])));
      expect(told.every((t) => ids.has(t.case.ticket.id))).toBe(true);
    });
    stuck.socket.resume();
    expect(await stuck.ended).toBe(closeCodes.slow);
    other.socket.terminate();
  });
});

describe('whatever happens, the screen ends like a fresh read', () => {
  const people = ['dispatcher', 'urban', 'gas'];
  const rowsOf = (rows: readonly TicketRow[], isNew: (id: string) => boolean) =>
    new Map(rows.filter((r) => isNew(r.id)).map((r) => [r.id, r]));

  const numRuns = runs(200, 60);
  test(`${numRuns} random histories with lost frames and cut connections`, {
    timeout: 60_000 + numRuns * 200,
  }, async () => {
    let lost = 0;
    const aStep = fc.oneof(
      { weight: 5, arbitrary: anOp.map((op) => ({ t: 'act' as const, op })) },
      { weight: 3, arbitrary: fc.nat({ max: 2 }).map((who) => ({ t: 'lose' as const, who })) },
      { weight: 1, arbitrary: fc.nat({ max: 2 }).map((who) => ({ t: 'cut' as const, who })) },
      { weight: 1, arbitrary: fc.nat({ max: 2 }).map((who) => ({ t: 'connect' as const, who })) },
      { weight: 1, arbitrary: fc.constant({ t: 'wait' as const }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 16 }), async (steps) => {
        const old = new Set(history.tickets);
        history.tickets.length = 0;
        const isNew = (id: string) => !old.has(id);
        const consoles: Console[] = [];
        for (const name of people) {
          const read = async () => {
            const answer = await freshRead(name);
            return { ...answer, rows: answer.rows.filter((r) => isNew(r.id)) };
          };
          consoles.push(openConsole(url, await h.signIn(name), read, isNew));
        }
        await Promise.all(consoles.map((c) => c.start()));
        await vi.waitFor(() => expect(consoles.every((c) => c.state().status === 'live')).toBe(true), { interval: 1 });
        const acts: Promise<void>[] = [];
        for (const step of steps) {
          if (step.t === 'act') acts.push(history.play(step.op));
          else if (step.t === 'wait') {
            await Promise.all(acts.splice(0));
            await wait(4);
          } else if (step.t === 'lose') consoles[step.who]?.lose(1);
          else consoles[step.who]?.[step.t]();
          if (step.t === 'act' && step.op.extra % 3 > 0) {
            await Promise.all(acts.splice(0));
            await wait(1);
          }
        }
        await Promise.all(acts);
        for (const console of consoles) {
          console.lose(0);
          if (console.state().status === 'connecting') console.connect();
        }
        for (const [i, console] of consoles.entries()) {
          const expected = rowsOf((await freshRead(people[i] ?? '')).rows, isNew);
          await vi.waitFor(
            () => {
              console.ping();
              expect(console.rows()).toEqual(expected);
            },
            { timeout: 3_000, interval: 5 },
          );
        }
        lost += consoles.reduce((sum, c) => sum + c.lostCount(), 0);
        await Promise.all(consoles.map((c) => c.stop()));
        history.tickets.push(...old);
      }),
      { numRuns, endOnFailure: true },
    );
    // Frames were really lost; how many is chance.
    expect(lost).toBeGreaterThan(numRuns / 20);
  });
});
