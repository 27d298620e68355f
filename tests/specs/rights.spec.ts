import { demandPolicies } from '@hotline/server/app/route';
import { type RouteName, routes } from '@hotline/shared/api/routes';
import { verbs } from '@hotline/shared/ticket/verbs/index';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSocket } from '../support/console.ts';
import { type History, inputOf, openHistory } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { type Person, people } from '../support/rights/people.ts';
import { figureReaders, isAboutNothing, routeRights } from '../support/rights/routeRights.ts';
import { type VerbAboutCase, verbRights } from '../support/rights/verbRights.ts';

let h: TestHotline;
let history: History;
beforeAll(async () => {
  h = await openHotline();
  history = await openHistory(h);
});
afterAll(() => h.close());

const op = { what: 0, who: 1, which: 1, extra: 1 };

const send = async (who: Person | null, method: string, url: string, payload?: unknown) => {
  const headers = who === null ? {} : { cookie: await h.signIn(who) };
  return h.server.inject({
    method: method as 'GET',
    url,
    headers,
    ...(payload === undefined ? {} : { payload: payload as object }),
  });
};
const held = async () => {
  const { ticket } = (await history.log(op)).case;
  const dispatcher = await h.as('dispatcher');
  return dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'traffic', assistIds: [] });
};

describe('who may call which route', () => {
  test('every route × everybody: 401 without a session, 403 without the role, 404 out of sight', async () => {
    const c = await held();
    const appealId = c.appeals[0]?.id ?? '';
    for (const name of Object.keys(routeRights) as RouteName[]) {
      const { url, body, may, hidden } = routeRights[name];
      const { method } = routes[name];
      const nobody = await send(null, method, url(c.ticket.id, appealId), body);
      if (may === 'public') {
        expect([200, 201, 404], `${name} in public`).toContain(
          nobody.statusCode === 401 && name === 'signIn' ? 404 : nobody.statusCode,
        );
        continue;
      }
      expect(nobody.statusCode, `${name} without session`).toBe(401);
      expect(nobody.json(), name).toMatchObject({ code: 'unauthenticated' });
      if (name === 'signOut') continue;
      for (const who of people) {
        const answer = await send(who, method, url(c.ticket.id, appealId), body);
        const isGone = isAboutNothing.includes(name);
        if (name === 'export') {
          expect(answer.statusCode, `${name} by ${who}`).toBe(figureReaders.includes(who) ? 404 : 403);
          continue;
        }
        // Whoever may call it gets past the door; what he asks for here is not there, stale or weak.
        const isAdministration = routes[name].path.startsWith('/api/admin');
        const isWeak = isAdministration || name === 'trainModel' || name === 'changePassword';
        const inside = isWeak ? [200, 201, 400, 404, 409] : isGone ? [200, 204, 404] : [200, 201];
        const expected = may.includes(who) ? inside : [hidden ? 404 : 403];
        expect(expected, `${name} by ${who}: ${answer.body.slice(0, 200)}`).toContain(answer.statusCode);
      }
    }
  });

  test('a server with a route that declares no policy does not start', async () => {
    const server = Fastify();
    demandPolicies(server);
    expect(() => server.get('/api/open', async () => ({}))).toThrow('declares no policy');
    expect(() => server.get('/api/closed', { config: { policy: 'signedIn' } }, async () => ({}))).not.toThrow();
    await server.close();
  });
});

describe('who may do what to a case', () => {
  test('every verb × everybody, and out of sight is exactly like not there', async () => {
    let c = await held();
    const other = await held();
    for (const name of Object.keys(verbRights) as VerbAboutCase[]) {
      const may = verbRights[name];
      for (const who of people) {
        const isOfAppeal = verbs[name].about === 'appeal';
        const target = isOfAppeal ? (c.appeals[0]?.id ?? '') : (c.dispatches[0]?.id ?? '');
        const body = {
          version: 1,
          input: inputOf({ name, target }, { ...op, extra: 0 }, h.clock.now, { own: c, other }),
        };
        const at = (id: string) => `/api/tickets/${id}/${name}`;
        expect((await send(null, 'POST', at(c.ticket.id), body)).statusCode).toBe(may ? 401 : 404);
        const answer = await send(who, 'POST', at(c.ticket.id), body);
        const what = `${name} by ${who}: ${answer.body.slice(0, 200)}`;
        const isUnseen = who === 'admin' || who.startsWith('urban');
        if (!may || isUnseen) {
          expect(answer.statusCode, what).toBe(404);
          const missing = await send(who, 'POST', at('nothing-here'), body);
          expect([missing.statusCode, missing.body], what).toEqual([answer.statusCode, answer.body]);
        } else if (may.includes(who)) expect([200, 400, 409], what).toContain(answer.statusCode);
        else expect([answer.statusCode, answer.json()], what).toMatchObject([403, { code: 'forbidden' }]);
        // Whoever was let through left a changed case behind.
        if (answer.statusCode === 200) c = await held();
      }
    }
  });
});

describe('a citizen’s identity', () => {
  test('stays masked in every answer and frame for everybody; it leaves by reveal alone, audited', async () => {
    const [agent, dispatcher] = [await h.as('agent'), await h.as('dispatcher')];
    const cursor = await agent.call('ticketCounts', {});
    const planted: { appealId: string; ticketId: string; phone: string; name: string; isConfidential: boolean }[] = [];
    for (let i = 0; i < 24; i++) {
      const person = {
        phone: `1${30 + i}7654${3000 + i * 7}`,
        name: `欧阳${String.fromCodePoint(0x4e00 + i * 13)}${String.fromCodePoint(0x5e00 + i)}`,
      };
      const isConfidential = i % 3 === 0;
      const body = {
        channel: 'phone' as const,
        kind: 'help' as const,
        content: '小区门口路灯不亮，请尽快修复。',
        citizen: { ...person, identity: isConfidential ? ('confidential' as const) : ('named' as const) },
      };
      const { appeal, ticket } = await agent.call('logAppeal', { body });
      planted.push({ appealId: appeal.id, ticketId: ticket.id, ...person, isConfidential });
      if (i % 4 > 0)
        await dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'traffic', assistIds: i % 2 ? ['urban'] : [] });
      if (i % 5 === 0) await agent.act(ticket.id, 'urge', null, {});
    }
    const url = `${(await h.server.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws')}/api/live`;
    let scanned = 0;
    const scan = (where: string, text: string) => {
      scanned += text.length;
      for (const { phone, name } of planted) {
        expect(text.includes(phone), `${where} shows ${phone}`).toBe(false);
        expect(text.includes(name), `${where} shows ${name}`).toBe(false);
      }
    };
    for (const who of people) {
      const get = async (path: string) => scan(`${path} for ${who}`, (await send(who, 'GET', path)).body);
      for (const path of [
        'tickets?limit=200',
        'tickets/counts',
        'tickets?q=欧阳',
        'catalog',
        'session',
        'figures/timelyReplyRate/rows',
      ])
        await get(`/api/${encodeURI(path)}`);
      for (const { ticketId, phone } of planted) {
        await get(`/api/tickets/${ticketId}`);
        await get(`/api/tickets/${ticketId}/events`);
        // The number asked for is repeated; nothing else is told in full.
        const { body } = await send(who, 'GET', `/api/appeals?phone=${phone}`);
        scan(`history for ${who}`, body.replace(`"phone":"+86${phone}"`, ''));
      }
      const socket = await openSocket(url, { cookie: await h.signIn(who) });
      socket.hello({ epoch: cursor.epoch, seq: cursor.seq, scopeVersion: 1 });
      await vi.waitFor(() => expect(socket.heard.at(-1)?.t).toBe('hb'));
      scan(`live for ${who}`, JSON.stringify(socket.heard));
      socket.socket.terminate();
    }
    expect(scanned).toBeGreaterThan(200_000);

    const audits = () => h.store.reader.selectFrom('audit').selectAll().orderBy('seq').execute();
    for (const { appealId, phone, name, isConfidential } of planted.slice(1, 7)) {
      const before = (await audits()).length;
      const reveal = async (who: Person) =>
        send(who, 'POST', `/api/appeals/${appealId}/reveal`, { purpose: '联系诉求人核实' });
      const shown = await reveal('agent');
      expect(shown.json()).toEqual({ citizenName: name, phone: `+86${phone}` });
      expect((await audits()).slice(before)).toMatchObject([
        { personId: 'p-agent', act: 'reveal', subjectId: appealId, purpose: '联系诉求人核实' },
      ]);
      const byDepartment = await reveal('traffic');
      expect([isConfidential ? 403 : 200, 404]).toContain(byDepartment.statusCode);
      if (byDepartment.statusCode !== 200) expect(byDepartment.body).not.toContain(phone);
      expect((await reveal('admin')).statusCode).toBe(404);
      expect((await audits()).length - before).toBe(byDepartment.statusCode === 200 ? 2 : 1);
    }
  });
});
