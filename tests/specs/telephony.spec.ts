import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertPerson } from '@hotline/db/people/people';
import { callIn } from '@hotline/db/telephony/calls';
import { buildServer } from '@hotline/server/app/server';
import { hashPassword } from '@hotline/server/sessions/password';
import type { Answer } from '@hotline/shared/api/client';
import { abandonedRate } from '@hotline/shared/figures/abandonedRate';
import { answeredIn15s } from '@hotline/shared/figures/answeredIn15s';
import { connectedRate } from '@hotline/shared/figures/connectedRate';
import { factsOfCall } from '@hotline/shared/figures/facts/callFacts';
import { verdictOf } from '@hotline/shared/figures/verdict';
import { addMs } from '@hotline/shared/time/instant';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openCallConsole, report, signed } from '../support/calls.ts';
import { foundNeighbour } from '../support/centres.ts';
import { monday, openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let url: string;
let calls = 0;
const newCallId = () => `call-${++calls}`;
const at = (seconds: number) => addMs(h.clock.now, (seconds - 300) * 1000);
const recordings = mkdtempSync(join(tmpdir(), 'hotline-recordings-'));

beforeAll(async () => {
  h = await openHotline();
  await foundNeighbour(h, 'xm', 5);
  const passwordHash = await hashPassword('hotline-demo');
  const person = {
    id: 'p-agent2',
    username: 'agent2',
    name: '话务员小王',
    passwordHash,
    demoAt: null,
    createdAt: monday,
  };
  await h.store.writer.transaction().execute((tx) => insertPerson(tx, person, [{ role: 'agent', path: 'fz.' }]));
  const address = await h.server.listen({ host: '127.0.0.1', port: 0 });
  url = `${address.replace('http', 'ws')}/api/live`;
});
afterAll(async () => {
  rmSync(recordings, { recursive: true, force: true });
  await h.close();
});

const callOf = async (id: string, who = 'supervisor') => (await h.as(who)).call('call', { params: { id } });
const ring = async (more: Record<string, unknown> = {}) => {
  const callId = newCallId();
  const { body } = await report(h, { event: 'newCall', callId, agent: 'agent', ...more });
  return { id: body.id, callId };
};

describe('what a telephone system says', () => {
  test('a call rings at Lin by the telephone he sits at, is answered, held and ended; times are told', async () => {
    const callId = newCallId();
    const about = { callId, queue: '综合受理' };
    const rung = await report(h, { event: 'newCall', ...about, agent: '8001', at: at(0) });
    expect(rung).toMatchObject({ status: 200, body: { status: 'ringing', agentKnown: true, repeated: false } });
    for (const [event, seconds] of [
      ['answer', 9],
      ['hold', 20],
      ['resume', 30],
      ['hangup', 69],
    ] as const)
      await report(h, { event, ...about, agent: 'agent', at: at(seconds) });
    expect(await callOf(rung.body.id)).toMatchObject({
      direction: 'in',
      phone: '138****8000',
      queue: '综合受理',
      agentId: 'p-agent',
      status: 'ended',
      outcome: 'answered',
      ringingAt: at(0),
      answeredAt: at(9),
      endedAt: at(69),
      holdMs: 10_000,
      hasRecording: false,
    });
    expect(await (await h.as('agent')).call('seat', {})).toMatchObject({
      state: 'wrapUp',
      since: at(69),
      callId: rung.body.id,
    });
    expect(await (await h.as('agent')).call('changeSeat', { body: { state: 'ready' } })).toMatchObject({
      state: 'ready',
      callId: null,
    });
  });

  test('said again it changes nothing, and the hangup may come first', async () => {
    const callId = newCallId();
    await report(h, { event: 'hangup', callId, cause: 'normalClearing', at: at(60) });
    await report(h, { event: 'recording', callId, recording: 'late.wav' });
    await report(h, { event: 'answer', callId, agent: 'agent', at: at(5) });
    const last = await report(h, { event: 'newCall', callId, at: at(0) });
    const told = await callOf(last.body.id);
    expect(told).toMatchObject({
      outcome: 'answered',
      ringingAt: at(0),
      answeredAt: at(5),
      endedAt: at(60),
      hasRecording: true,
    });
    for (const event of ['newCall', 'answer', 'hangup', 'recording'])
      expect((await report(h, { event, callId, agent: 'agent', from: '13900000000' })).body.repeated).toBe(true);
    expect(await callOf(last.body.id)).toEqual(told);
  });

  test('twelve reports of one call at the same moment make one call', async () => {
    const callId = newCallId();
    const said = await Promise.all(
      ['newCall', 'answer', 'hangup'].flatMap((event) =>
        [0, 1, 2, 3].map(() => report(h, { event, callId, agent: 'agent' })),
      ),
    );
    expect(new Set(said.map((s) => s.status))).toEqual(new Set([200]));
    expect(said.filter((s) => !s.body.repeated)).toHaveLength(3);
  });

  test.each([
    ['an unknown token', { event: 'newCall' }, 'no-such-token', 401],
    ['an unknown event', { event: 'explode' }, undefined, 400],
    ['a call that begins tomorrow', { event: 'newCall', at: '2026-11-03T02:00:00.000Z' }, undefined, 400],
    ['a call of a clock that fell back', { event: 'newCall', at: '1970-01-01T00:00:09.000Z' }, undefined, 400],
    ['a time that is none', { event: 'newCall', at: 'yesterday' }, undefined, 400],
    ['an unknown property', { event: 'newCall', shell: 'rm' }, undefined, 400],
    ['a number that is none', { event: 'newCall', from: 'sip:anonymous@x' }, undefined, 200],
    ['an agent nobody knows', { event: 'newCall', agent: '9999' }, undefined, 200],
  ])('%s', async (_, said, token, status) => {
    expect((await report(h, { callId: newCallId(), ...said }, token ? { token } : {})).status).toBe(status);
  });

  test('a token that signs takes only fresh, untouched bodies', async () => {
    const admin = await h.as('admin');
    const { token, secret, id } = await admin.call('addTelephonyToken', { body: { name: '交换机', signed: true } });
    const body = JSON.stringify({ event: 'newCall', callId: newCallId(), from: '1', to: '12345', direction: 'in' });
    const now = Math.floor(Date.parse(h.clock.now) / 1000);
    const send = async (headers: Record<string, string>, payload = body) => {
      const all = { 'content-type': 'application/json', ...headers };
      return (await h.server.inject({ method: 'POST', url: `/api/telephony/${token}`, headers: all, payload }))
        .statusCode;
    };
    expect(await send({})).toBe(401);
    expect(await send(signed('another secret', now, body))).toBe(401);
    expect(await send(signed(secret ?? '', now - 301, body))).toBe(401);
    expect(await send(signed(secret ?? '', now, body), body.replace('12345', '12346'))).toBe(401);
    expect(await send(signed(secret ?? '', now, body))).toBe(200);
    const { items } = await admin.call('telephonyTokens', {});
    expect(JSON.stringify(items)).not.toContain(secret);
    await admin.call('revokeTelephonyToken', { params: { id } });
    expect(await send(signed(secret ?? '', now, body))).toBe(401);
  });
});

describe('who sees which call', () => {
  test('the agent addressed, whoever watches the queue, and for a missed one whoever rings back; no department, no neighbour', async () => {
    const { id, callId } = await ring();
    const sees = async () => {
      const seen: string[] = [];
      for (const who of [
        'agent',
        'agent2',
        'dispatcher',
        'callback',
        'reviewer',
        'supervisor',
        'manager',
        'auditor',
        'admin',
        'traffic',
        'xm.manager',
      ]) {
        const client = await h.as(who);
        const one = await client.call('call', { params: { id } }).then(
          () => true,
          () => false,
        );
        const listed = (await client.call('calls', { query: { limit: 200 } })).items.some((c) => c.id === id);
        expect(one, who).toBe(listed);
        if (one) seen.push(who);
      }
      return seen;
    };
    expect(await sees()).toEqual(['agent', 'supervisor', 'manager', 'auditor']);
    await report(h, { event: 'ring', callId, agent: 'agent2' });
    expect(await sees()).toEqual(['agent', 'agent2', 'supervisor', 'manager', 'auditor']);
    await report(h, { event: 'hangup', callId, cause: 'noAnswer' });
    expect(await sees()).toEqual(['agent', 'agent2', 'dispatcher', 'callback', 'supervisor', 'manager', 'auditor']);
  });

  test('nobody is told the number without a purpose, and the look is on record', async () => {
    const { id } = await ring();
    for (const who of ['agent', 'supervisor', 'manager'])
      expect(JSON.stringify(await callOf(id, who))).not.toContain('13800138000');
    const agent = await h.as('agent');
    expect(await agent.call('revealCall', { params: { id }, body: { purpose: '回拨核实' } })).toEqual({
      phone: '+8613800138000',
    });
    await expect(
      (await h.as('manager')).call('revealCall', { params: { id }, body: { purpose: '看看' } }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const audit = await h.store.reader.selectFrom('audit').selectAll().where('subjectId', '=', id).execute();
    expect(audit).toMatchObject([{ personId: 'p-agent', act: 'revealCall', purpose: '回拨核实' }]);
  });
});

describe('logging from a call', () => {
  const content = '五一北路88号门口路灯不亮已经三天，请尽快修复。';
  const log = async (body: Record<string, unknown>, who = 'agent') => {
    const client = await h.as(who);
    return client.call('logAppeal', {
      body: { channel: 'phone', kind: 'help', content, citizen: {}, ...body } as never,
    });
  };
  const revealed = async (appeal: Answer<'logAppeal'>['appeal']) =>
    (await h.as('agent')).call('revealAppeal', { params: { id: appeal.id }, body: { purpose: '核对' } });

  test('the number is the call’s and the name that of the person chosen, though the agent saw both only masked', async () => {
    const from = '13700000001';
    for (const name of ['陈建国', '林秀英']) await log({ citizen: { name, phone: from } });
    const { id } = await ring({ from });
    const agent = await h.as('agent');
    const caller = await agent.call('caller', { params: { id } });
    expect(caller).toMatchObject({ phone: '137****0001', openAppeals: 2, appeals: [{}, {}] });
    expect(caller.people.map((p) => p.name).sort()).toEqual(['林**', '陈**']);
    const chosen = caller.people.find((p) => p.name === '林**');
    const { appeal } = await log({ callId: id, citizen: { citizenId: chosen?.id } });
    expect(appeal.callId).toBe(id);
    expect(await revealed(appeal)).toEqual({ citizenName: '林秀英', phone: '+8613700000001' });
    expect(await callOf(id)).toMatchObject({ appealId: appeal.id });
  });

  test('who gives his name after a nameless call from the same number is known by it the next time', async () => {
    const from = '13700000007';
    await log({ citizen: { phone: from } });
    await log({ citizen: { phone: from, name: '王志远' } });
    const { id } = await ring({ from });
    const { people } = await (await h.as('agent')).call('caller', { params: { id } });
    expect(people.map((p) => p.name)).toEqual(['王**']);
  });

  test('a number that was typed comes first, and who stays anonymous leaves none', async () => {
    const { id } = await ring({ from: '13700000002' });
    const other = await log({ callId: id, citizen: { name: '林秀英', phone: '13700000003' } });
    expect(await revealed(other.appeal)).toEqual({ citizenName: '林秀英', phone: '+8613700000003' });
    const anonymous = await log({ callId: id, citizen: { identity: 'anonymous' } });
    const row = await h.store.reader
      .selectFrom('appeal')
      .select(['phone', 'citizenName'])
      .where('id', '=', anonymous.appeal.id)
      .executeTakeFirst();
    expect(row).toEqual({ phone: null, citizenName: null });
  });

  test('a person who is not known under this number is refused, and a call out of sight gives no number away', async () => {
    const { appeal } = await log({ citizen: { name: '郑文华', phone: '13700000009' } });
    const { citizenId } =
      (await h.store.reader.selectFrom('appeal').select('citizenId').where('id', '=', appeal.id).executeTakeFirst()) ??
      {};
    const { id } = await ring({ from: '13700000004' });
    await expect(log({ callId: id, citizen: { citizenId } })).rejects.toMatchObject({ code: 'invalid' });
    const unseen = await log({ callId: id }, 'dispatcher');
    const row = await h.store.reader
      .selectFrom('appeal')
      .select('phone')
      .where('id', '=', unseen.appeal.id)
      .executeTakeFirst();
    expect(row).toEqual({ phone: null });
    expect(await callOf(id)).toMatchObject({ appealId: null });
  });

  test('a call that needs no appeal is put aside by whoever took it', async () => {
    const { id, callId } = await ring();
    await report(h, { event: 'answer', callId, agent: 'agent' });
    const agent = await h.as('agent');
    const waiting = async () =>
      (await agent.call('calls', { query: { mine: true, unlogged: true } })).items.map((c) => c.id);
    expect(await waiting()).toContain(id);
    await agent.call('dismissCall', { params: { id } });
    expect(await waiting()).not.toContain(id);
  });
});

describe('漏接回拨', () => {
  const missed = async (from: string) => {
    const { id, callId } = await ring({ from });
    await report(h, { event: 'hangup', callId, cause: 'cancel' });
    return id;
  };
  const list = async () =>
    (await (await h.as('callback')).call('calls', { query: { callback: true, limit: 200 } })).items.map((c) => c.id);

  test('one person takes it on, the other is told so, and three missed calls of one citizen are rung back once', async () => {
    const ids = [await missed('13600000001'), await missed('13600000001'), await missed('13600000001')];
    expect(await list()).toEqual(expect.arrayContaining(ids));
    const [callback, agent] = [await h.as('callback'), await h.as('agent2')];
    const id = ids[2] ?? '';
    expect(await callback.call('claimCallback', { params: { id } })).toMatchObject({ callbackBy: 'p-callback' });
    await expect(agent.call('claimCallback', { params: { id } })).rejects.toMatchObject({ code: 'conflict' });
    await callback.call('completeCallback', { params: { id }, body: { result: 'reached', note: '已告知办理渠道' } });
    expect(ids.filter((i) => i)).toHaveLength(3);
    const left = await list();
    expect(ids.filter((i) => left.includes(i))).toEqual([]);
    await expect(callback.call('claimCallback', { params: { id } })).rejects.toMatchObject({ code: 'wrongStatus' });
    await expect((await h.as('traffic')).call('claimCallback', { params: { id } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('who calls again and gets through waits for nobody', async () => {
    const id = await missed('13600000002');
    const { callId } = await ring({ from: '13600000002' });
    await report(h, { event: 'answer', callId, agent: 'agent' });
    expect(await callOf(id)).toMatchObject({ callbackResult: 'calledAgain' });
    expect(await list()).not.toContain(id);
  });
});

describe('recordings', () => {
  test('whole and in ranges, with a purpose that is kept, and nothing outside the folder', async () => {
    writeFileSync(join(recordings, 'a.wav'), '0123456789');
    writeFileSync(join(tmpdir(), 'hotline-outside.wav'), 'secret');
    symlinkSync(join(tmpdir(), 'hotline-outside.wav'), join(recordings, 'link.wav'));
    const server = await buildServer(h.hotline, { channels: { recordings } });
    const recorded = async (recording: string) => {
      const { id, callId } = await ring();
      await report(h, { event: 'answer', callId, agent: 'agent' });
      await report(h, { event: 'hangup', callId });
      await report(h, { event: 'recording', callId, recording });
      return id;
    };
    const play = async (id: string, who: string, headers = {}, query = `?purpose=${encodeURIComponent('质检抽听')}`) =>
      server.inject({
        url: `/api/calls/${id}/recording${query}`,
        headers: { cookie: await h.signIn(who), ...headers },
      });
    const id = await recorded('a.wav');
    expect(await play(id, 'supervisor')).toMatchObject({ statusCode: 200, body: '0123456789' });
    const part = await play(id, 'agent', { range: 'bytes=3-5' });
    expect(part).toMatchObject({ statusCode: 206, body: '345' });
    expect(part.headers).toMatchObject({
      'content-range': 'bytes 3-5/10',
      'content-type': 'audio/wav',
      'cache-control': 'no-store',
    });
    expect((await play(id, 'agent', { range: 'bytes=-2' })).body).toBe('89');
    expect((await play(id, 'supervisor', {}, '')).statusCode).toBe(400);
    expect((await play(id, 'callback')).statusCode).toBe(404);
    const audit = await h.store.reader.selectFrom('audit').selectAll().where('subjectId', '=', id).execute();
    expect(audit.map((a) => [a.personId, a.act, a.purpose])).toEqual([
      ['p-supervisor', 'playRecording', '质检抽听'],
      ['p-agent', 'playRecording', '质检抽听'],
      ['p-agent', 'playRecording', '质检抽听'],
    ]);
    for (const bad of [
      '../hotline-outside.wav',
      '/etc/passwd',
      'link.wav',
      'x/../../hotline-outside.wav',
      'none.wav',
      '',
      '..\\a',
      'http://127.0.0.1/a',
    ])
      expect((await play(await recorded(bad || '.'), 'supervisor')).statusCode, bad).toBe(404);
    await server.close();
  });
});

test('the figures of the day are those of its calls, one by one', async () => {
  for (const [wait, event] of [
    [5, 'answer'],
    [15, 'answer'],
    [16, 'answer'],
    [40, 'hangup'],
  ] as const) {
    const callId = newCallId();
    await report(h, { event: 'newCall', callId, at: at(0) });
    await report(h, { event, callId, agent: 'agent', at: at(wait) });
  }
  await report(h, { event: 'newCall', callId: newCallId(), direction: 'out', agent: 'agent' });
  const rows = (await h.store.reader.selectFrom('call').selectAll().execute()).map(callIn);
  const manager = await h.as('manager');
  const met: Record<string, number> = {};
  for (const figure of [connectedRate, answeredIn15s, abandonedRate]) {
    const verdicts = rows.map((call) => verdictOf(figure, factsOfCall(call, null))).filter((v) => v !== null);
    const { total } = await manager.call('figure', { params: { name: figure.id }, query: {} });
    expect([figure.id, total.met, total.denominator]).toEqual([
      figure.id,
      verdicts.filter((v) => v === 'in').length,
      verdicts.length,
    ]);
    const query = { ...Object.fromEntries(new URLSearchParams(total.drill)), part: 'numerator' as const, limit: 200 };
    const behind = await manager.call('figureRows', { params: { name: figure.id }, query });
    expect(behind.items.length).toBe(total.met);
    expect(JSON.stringify(behind)).not.toContain('13800138000');
    met[figure.id] = total.met;
    const earlier = { asOf: addMs(h.clock.now, -1) };
    const then = await manager.call('figure', { params: { name: figure.id }, query: earlier });
    expect(then.total.denominator).toBeLessThan(total.denominator);
  }
  expect(met['answeredIn15s']).toBeLessThan(met['connectedRate'] ?? 0);
  expect(met['abandonedRate']).toBeGreaterThan(0);
});

describe('no pop is lost', () => {
  test('forty calls over a line that is cut again and again all ring on the screen', async () => {
    const agent = await h.as('agent2');
    const read = () => agent.call('calls', { query: { mine: true, limit: 200 } });
    const consoles = [1, 2].map(async () => openCallConsole(url, await h.signIn('agent2'), read));
    const [steady, shaky] = await Promise.all(consoles);
    steady?.connect();
    shaky?.connect();
    const ids: string[] = [];
    for (let i = 0; i < 40; i++) {
      if (i % 3 === 0) shaky?.cut();
      const [{ id }] = await Promise.all([
        ring({ agent: 'agent2', from: `1350000${1000 + i}` }),
        i % 3 === 1 ? shaky?.connect() : null,
      ]);
      ids.push(id);
    }
    shaky?.connect();
    for (const console of [steady, shaky])
      await vi.waitFor(
        () => {
          console?.ping();
          expect(ids.filter((id) => console?.board().byId.get(id)?.status !== 'ringing')).toEqual([]);
        },
        { timeout: 5_000, interval: 10 },
      );
    const told = steady?.frames.flatMap((f) => (f.t === 'call' ? [f] : [])) ?? [];
    expect(told.slice(1).every((f, i) => f.prev === told[i]?.seq)).toBe(true);
    expect(JSON.stringify(told)).not.toContain('1350000');
    steady?.cut();
    shaky?.cut();
  });

  test('a department, and whoever did not ask for calls, hears of none', async () => {
    const traffic = await h.as('traffic');
    const deaf = openCallConsole(url, await h.signIn('traffic'), () => traffic.call('calls', { query: {} }));
    const loud = openCallConsole(url, await h.signIn('supervisor'), async () =>
      (await h.as('supervisor')).call('calls', { query: {} }),
    );
    deaf.connect();
    loud.connect();
    await vi.waitFor(() => expect(loud.frames[0]?.t).toBe('calls'));
    const { id } = await ring();
    await vi.waitFor(() => expect(loud.board().byId.has(id)).toBe(true));
    expect(deaf.frames).toEqual([]);
    deaf.cut();
    loud.cut();
  });
});
