import { readConfig } from '@hotline/server/app/config';
import { misfitsOf } from '@hotline/server/app/misfits';
import { serveRoute } from '@hotline/server/app/route';
import { buildServer } from '@hotline/server/app/server';
import { followAsterisk } from '@hotline/server/channels/phone/asterisk/adapter';
import { callIdOf } from '@hotline/server/channels/phone/record';
import { verify } from '@hotline/server/jobs/verify';
import { none, route } from '@hotline/shared/api/route';
import { object, orNull, text } from '@hotline/shared/schema';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { report } from '../support/calls.ts';
import { fakeAsterisk } from '../support/fakeAsterisk.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

const get = async (url: string, who = 'supervisor') =>
  h.server.inject({ url, headers: { cookie: await h.signIn(who) } });
const log = async (more: object = {}) =>
  (await h.as('agent')).call('logAppeal', {
    body: { channel: 'phone', kind: 'help', content: '路灯不亮已经三天。', citizen: {}, ...more },
  });

describe('what is taken in can be read', () => {
  test('a rule whose id is no id is refused, and every appeal logged later is answered', async () => {
    const admin = await h.as('admin');
    const { rules: set } = await admin.call('rules', { query: {} });
    const rules = set.rules.map((r) => (r.id === 'help' ? { ...r, id: '测试' } : r));
    await expect(admin.call('saveRules', { body: { version: set.version, rules } })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect((await log()).appeal.promiseClock.rule?.id).toBe('help');
  });

  test.each([65, 128])('a call to a line of %i characters is on every list of calls and seats', async (length) => {
    await (await h.as('agent')).call('changeSeat', { body: { state: 'ready' } });
    const to = '9'.repeat(length);
    const { body } = await report(h, { event: 'newCall', callId: `to-${length}`, to, agent: 'agent' });
    for (const url of ['/api/calls', `/api/calls/${body.id}`, '/api/seats'])
      expect((await get(url)).statusCode, url).toBe(200);
    expect((await get(`/api/calls/${body.id}`)).json()).toMatchObject({ line: to });
    await report(h, { event: 'hangup', callId: `to-${length}`, to });
  });

  test('an Asterisk’s names of any length are cut, and the call is not lost', async () => {
    const pbx = await fakeAsterisk('hotline', 's3cret');
    const settings = readConfig({ HOTLINE_ASTERISK: `ami://hotline:s3cret@127.0.0.1:${pbx.port}` }).asterisk[0];
    const said: string[] = [];
    const follower = followAsterisk(h.hotline, settings as never, { log: (words) => void said.push(words) });
    await vi.waitFor(() => expect(said.some((l) => l.endsWith('connected'))).toBe(true));
    const ids = { Uniqueid: '1762048800.9', Linkedid: '1762048800.9' };
    const say = (Event: string, more: Record<string, string>) => pbx.event({ Event, ...ids, ...more });
    await say('Newchannel', { Channel: 'PJSIP/trunk-00001', CallerIDNum: '1'.repeat(400), Exten: '2'.repeat(400) });
    await say('QueueCallerJoin', { Queue: '综'.repeat(300) });
    await say('VarSet', { Variable: 'MIXMONITOR_FILENAME', Value: 'x'.repeat(2_000) });
    await say('Hangup', { Cause: 'y'.repeat(300) });
    const url = `/api/calls/${callIdOf('fuzhou', '1762048800.9')}`;
    await vi.waitFor(async () => expect((await get(url)).json()).toMatchObject({ status: 'ended' }));
    expect((await get(url)).json()).toMatchObject({ phone: null, line: '2'.repeat(128), queue: '综'.repeat(64) });
    await follower.close();
    pbx.close();
  });
});

describe('words of a request', () => {
  test.each([
    ...['status', 'dispatchStatus', 'request', 'order'].flatMap((name) =>
      ['constructor', '__proto__', 'toString', "handling'", 'handling,', ',', 'handling,constructor'].map(
        (word): [string, string] => [name, word],
      ),
    ),
  ])('?%s=%s is of no closed list: 400, and reaches no table of ours', async (name, word) => {
    const url = `/api/tickets?${name}=${encodeURIComponent(word)}`;
    expect((await get(url)).statusCode).toBe(400);
  });

  test('several words of a closed list are taken', async () => {
    for (const query of ['status=handling,closed', 'dispatchStatus=handling', 'request=return,rework', 'order=open'])
      expect((await get(`/api/tickets?${query}`)).statusCode, query).toBe(200);
  });
});

test('verify finds the figures of calls right when tickets came from calls', async () => {
  for (const callId of ['v-1', 'v-2', 'v-3']) {
    const { body } = await report(h, { event: 'newCall', callId, agent: 'agent' });
    await report(h, { event: 'answer', callId, agent: 'agent' });
    if (callId !== 'v-3') await log({ callId: body.id });
    await report(h, { event: 'hangup', callId, agent: 'agent' });
  }
  expect((await verify(h.store)).checks.filter((c) => !c.ok)).toEqual([]);
});

describe('an answer that is not in the contract', () => {
  const told = route({
    method: 'POST',
    path: '/api/told',
    summary: 'Answers what it should not',
    answer: object({ id: text(3), note: orNull(text(9)) }),
  });
  test('after COMMIT leaves all the same, without what the contract does not name, and is counted', async () => {
    const server = await buildServer(h.hotline, { metricsToken: 'a-token-of-the-metrics' });
    let done = 0;
    serveRoute(server, h.hotline, told, 'public', async () => ({ id: `long ${++done}`, queryCode: 'SECRET' }), 'told');
    serveRoute(server, h.hotline, { ...told, path: '/api/fit', answer: none }, 'public', async () => null, 'fit');
    for (const n of [1, 2]) {
      const answer = await server.inject({ method: 'POST', url: '/api/told' });
      expect([answer.statusCode, answer.json()]).toEqual([200, { id: `long ${n}`, note: null }]);
    }
    await server.inject({ method: 'POST', url: '/api/fit' });
    expect(misfitsOf(server)).toEqual({ told: 2 });
    const authorization = 'Bearer a-token-of-the-metrics';
    const metrics = await server.inject({ url: '/metrics', headers: { authorization } });
    expect(metrics.body).toContain('hotline_answer_misfits_total{operation="told"} 2');
    await server.close();
  });
});
