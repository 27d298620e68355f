import { readConfig } from '@hotline/server/app/config';
import { followAsterisk } from '@hotline/server/channels/phone/asterisk/adapter';
import { callIdOf } from '@hotline/server/channels/phone/record';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type FakeAsterisk, fakeAsterisk } from '../support/fakeAsterisk.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let pbx: FakeAsterisk;
let follower: ReturnType<typeof followAsterisk>;
const logged: string[] = [];
const settingsOf = (port: number, secret = 's3cret') =>
  readConfig({ HOTLINE_ASTERISK: `ami://hotline:${secret}@127.0.0.1:${port}?inbound=from-trunk` }).asterisk[0] as never;

beforeAll(async () => {
  h = await openHotline();
  pbx = await fakeAsterisk('hotline', 's3cret');
  const options = { log: (words: string) => void logged.push(words), pingMs: 200, retryMs: 50 };
  follower = followAsterisk(h.hotline, settingsOf(pbx.port), options);
  await vi.waitFor(() => expect(logged.some((l) => l.endsWith('connected'))).toBe(true));
});
afterAll(async () => {
  await follower.close();
  pbx.close();
  await h.close();
});

let calls = 0;
/** The events of one call in a queue, as Asterisk 20 tells them. */
function aCall(from = '13800138000') {
  const id = `1762048800.${++calls}`;
  const caller = {
    Channel: `PJSIP/trunk-0000${1000 + calls}`,
    CallerIDNum: from,
    Context: 'from-trunk',
    Exten: '12345',
    Uniqueid: id,
    Linkedid: id,
  };
  const member = (extension: string) => ({
    Interface: `PJSIP/${extension}`,
    MemberName: `坐席 ${extension}`,
    DestChannel: `PJSIP/${extension}-0000${2000 + calls}`,
  });
  const queue = { Queue: '综合受理' };
  const say = (Event: string, more: Record<string, string | number> = {}) =>
    pbx.event({ Event, Privilege: 'call,all', ...caller, ...more });
  return {
    id: callIdOf('fuzhou', id),
    raw: id,
    caller,
    member,
    say,
    begin: () => say('Newchannel', { ChannelState: 4, ChannelStateDesc: 'Ring' }),
    join: () => say('QueueCallerJoin', { ...queue, Position: 1, Count: 1 }),
    rings: (extension: string) => say('AgentCalled', { ...queue, ...member(extension) }),
    noAnswer: (extension: string) => say('AgentRingNoAnswer', { ...queue, ...member(extension), RingTime: 15000 }),
    connects: (extension: string) => say('AgentConnect', { ...queue, ...member(extension), HoldTime: 4, RingTime: 3 }),
    hangsUp: (more = {}) => say('Hangup', { Cause: 16, 'Cause-txt': 'Normal Clearing', ...more }),
  };
}
const told = async (id: string) => (await h.as('supervisor')).call('call', { params: { id } }).catch(() => null);
const becomes = (id: string, facts: object) =>
  vi.waitFor(async () => expect(await told(id)).toMatchObject(facts), { timeout: 5_000, interval: 10 });

describe('an Asterisk', () => {
  test('rings an agent out of a queue, connects, holds, records and hangs up; the words arrive in pieces', async () => {
    const c = aCall();
    await c.begin();
    await c.join();
    await becomes(c.id, { status: 'ringing', ringing: [], queue: '综合受理', phone: '138****8000', line: '12345' });
    await c.rings('8001');
    await becomes(c.id, { status: 'ringing', ringing: ['p-agent'] });
    await c.connects('8001');
    await becomes(c.id, { status: 'talking', ringing: [], agentId: 'p-agent' });
    await c.say('Hold', { MusicClass: 'default' });
    await becomes(c.id, { status: 'held' });
    await c.say('Unhold');
    await c.say('VarSet', { Variable: 'MIXMONITOR_FILENAME', Value: 'q/1762048800.wav' });
    // The agent's own channel ends first; the call ends with the caller's.
    await c.say('Hangup', { Uniqueid: '999.1', Cause: 16 });
    await c.hangsUp();
    await becomes(c.id, { status: 'ended', outcome: 'answered', hasRecording: true });
  });

  test('a caller who leaves the queue gave up; one whom the queue sends away was missed', async () => {
    const [left, sentAway] = [aCall('13800138001'), aCall('13800138002')];
    for (const c of [left, sentAway]) {
      await c.begin();
      await c.join();
      await c.rings('8001');
      await c.noAnswer('8001');
    }
    await left.say('QueueCallerAbandon', { Queue: '综合受理', HoldTime: 31, Position: 1, OriginalPosition: 1 });
    await left.hangsUp();
    await sentAway.hangsUp();
    await becomes(left.id, { outcome: 'abandoned' });
    await becomes(sentAway.id, { outcome: 'missed' });
  });

  test('an agent who rings a citizen, and two agents who ring each other', async () => {
    const out = aCall();
    const own = { Channel: 'PJSIP/8001-00003001', CallerIDNum: '8001', Context: 'agents' };
    await out.say('Newchannel', { ...own, Exten: '13800138003' });
    await out.say('DialEnd', { ...own, DestChannel: 'PJSIP/trunk-00003002', DialStatus: 'ANSWER' });
    await becomes(out.id, { direction: 'out', status: 'talking', agentId: 'p-agent', phone: '138****8003' });
    await out.hangsUp();
    const inside = aCall();
    await inside.say('Newchannel', { ...own, Exten: '8002' });
    await becomes(out.id, { status: 'ended' });
    expect(await told(inside.id)).toBeNull();
  });

  test('the line breaks in the middle of three calls: one went on, one ended meanwhile, one began', async () => {
    const [on, over, fresh] = [aCall(), aCall(), aCall()];
    for (const c of [on, over]) {
      await c.begin();
      await c.join();
      await c.connects('8001');
      await becomes(c.id, { status: 'talking' });
    }
    pbx.channels.clear();
    pbx.channels.set('1', { ...on.caller, ChannelStateDesc: 'Up' });
    pbx.channels.set('2', {
      Channel: 'PJSIP/8001-00004001',
      Uniqueid: '77.1',
      Linkedid: on.raw,
      ChannelStateDesc: 'Up',
    });
    pbx.channels.set('3', { ...fresh.caller, ChannelStateDesc: 'Up' });
    pbx.channels.set('4', {
      Channel: 'PJSIP/8001-00004002',
      Uniqueid: '77.2',
      Linkedid: fresh.raw,
      ChannelStateDesc: 'Ringing',
    });
    pbx.breakLines();
    await becomes(over.id, { status: 'ended', outcome: 'answered', cause: 'lost' });
    await becomes(fresh.id, { status: 'ringing', ringing: ['p-agent'] });
    await becomes(on.id, { status: 'talking' });
    await vi.waitFor(() => expect(pbx.consoles()).toBe(1));
    await on.hangsUp();
    await fresh.connects('8001');
    await becomes(on.id, { status: 'ended', cause: '16' });
    await becomes(fresh.id, { status: 'talking' });
    await fresh.hangsUp();
  });

  test('who is not ready is paused in the queues', async () => {
    const agent = await h.as('agent');
    await agent.call('changeSeat', { body: { state: 'ready' } });
    await agent.call('changeSeat', { body: { state: 'rest' } });
    await vi.waitFor(() =>
      expect(pbx.actions.filter((a) => a['Action'] === 'QueuePause').slice(-2)).toMatchObject([
        { Interface: 'PJSIP/8001', Paused: 'false' },
        { Interface: 'PJSIP/8001', Paused: 'true', Reason: 'rest' },
      ]),
    );
  });

  test('a wrong secret is tried again and never told to anybody', async () => {
    const words: string[] = [];
    const wrong = followAsterisk(h.hotline, settingsOf(pbx.port, 'wr0ng'), {
      log: (w) => void words.push(w),
      retryMs: 20,
    });
    await vi.waitFor(() => expect(words.filter((w) => w.includes('refused user or secret')).length).toBeGreaterThan(1));
    await wrong.close();
    expect(words.join()).not.toContain('wr0ng');
    expect(() => readConfig({ HOTLINE_ASTERISK: 'ami://hotline:s3cret@host:1?nonsense=1' })).toThrow(
      /HOTLINE_ASTERISK/,
    );
    expect(() => readConfig({ HOTLINE_ASTERISK: 'ami://hotline:s3cret@host:1?nonsense=1' })).not.toThrow(/s3cret/);
  });
});
