import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { report } from '../support/calls.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

const about = { channel: 'phone', kind: 'help', content: '鼓东路水管爆裂，路面积水。' } as const;
const log = async (citizen: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  (await h.as('agent')).call('logAppeal', { body: { ...about, ...more, citizen } as never });
const revealed = async (id: string) =>
  (await h.as('agent')).call('revealAppeal', { params: { id }, body: { purpose: '核对号码' } });
const history = async (phone: string) => (await h.as('agent')).call('appealsByPhone', { query: { phone } });
const stored = (id: string) =>
  h.store.reader.selectFrom('appeal').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('what an exchange sends', () => {
  let calls = 0;
  const missed = async (from: string) => {
    const callId = `numbers-${++calls}`;
    await report(h, { event: 'newCall', callId, from });
    const { status, body } = await report(h, { event: 'hangup', callId, from, cause: 'abandoned' });
    expect(status).toBe(200);
    return (await h.as('supervisor')).call('call', { params: { id: body.id } });
  };

  test.each([
    ['87654321', '0591-****21'],
    ['013800138001', '138****8001'],
    ['8659187654322', '0591-****22'],
    ['sip:+8613800138002@10.0.0.1', '138****8002'],
  ])('%s is a number that is rung back', async (from, shown) => {
    const call = await missed(from);
    expect(call).toMatchObject({ phone: shown, unreadPhone: null });
    await (await h.as('agent')).call('claimCallback', { params: { id: call.id } });
  });

  test.each([
    ['138****8000', '138******00'],
    ['02-2712-3456', '02-2***-**56'],
    ['sip:8001@pbx', '***:****@***'],
  ])('%s cannot be read: it is kept as it came and shown, and nobody is offered to ring it', async (from, shown) => {
    const call = await missed(from);
    expect(call).toMatchObject({ phone: null, unreadPhone: shown });
    const agent = await h.as('agent');
    const listed = await agent.call('calls', { query: { callback: true, limit: 200 } });
    expect(listed.items.map(({ id }) => id)).not.toContain(call.id);
    expect(listed.callbacks).toBe(listed.items.length);
    await expect(agent.call('claimCallback', { params: { id: call.id } })).rejects.toMatchObject({
      code: 'wrongStatus',
    });
    const told = await agent.call('revealCall', { params: { id: call.id }, body: { purpose: '核对号码' } });
    expect(told).toEqual({ phone: null, written: from });
    const { items } = await (await h.as('supervisor')).call('calls', { query: { missed: true, limit: 200 } });
    expect(items.map(({ id }) => id)).toContain(call.id);
  });

  test('an appeal logged from such a call keeps what the exchange sent', async () => {
    const callId = `numbers-${++calls}`;
    await report(h, { event: 'newCall', callId, from: '1380013800', agent: 'agent' });
    const { body } = await report(h, { event: 'answer', callId, from: '1380013800', agent: 'agent' });
    const { appeal } = await log({ name: '林秀英' }, { callId: body.id });
    expect(appeal).toMatchObject({ phone: null, unreadPhone: '138*****00', identity: 'named' });
    expect(await revealed(appeal.id)).toEqual({ citizenName: '林秀英', phone: null, written: '1380013800' });
  });
});

describe('what somebody writes', () => {
  test('a number that cannot be read is no reason to refuse an appeal', async () => {
    const { appeal } = await log({ name: '张先生', phone: '138****8000' });
    expect(appeal).toMatchObject({ phone: null, unreadPhone: '138******00' });
    expect(await revealed(appeal.id)).toEqual({ citizenName: '张先生', phone: null, written: '138****8000' });
    const filed = await h.server.inject({
      method: 'POST',
      url: '/api/portal/appeals',
      payload: { kind: 'help', content: '五四路路灯不亮三天了。', phone: '家里电话坏了', name: '李女士' },
    });
    expect(filed.statusCode).toBe(201);
  });

  test('the main line and its extensions find each other', async () => {
    const [main, extension] = [
      await log({ name: '前台', phone: '0591-83333333' }),
      await log({ name: '财务', phone: '0591-83333333转801' }),
    ];
    const found = (await history('83333333转9')).items.map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining([main.appeal.id, extension.appeal.id]));
    expect(await revealed(extension.appeal.id)).toEqual({
      citizenName: '财务',
      phone: '+86591-83333333',
      extension: '801',
    });
  });

  test('several numbers are one person’s, and each finds what was said from the others', async () => {
    const both = await log({ name: '陈建国', phone: '13700000011（本人）、0591-84444444' });
    const mobile = await log({ name: '陈建国', phone: '13700000011' });
    const home = await log({ name: '陈建国', phone: '0591-84444444' });
    const [a, b, c] = await Promise.all([both, mobile, home].map(({ appeal }) => stored(appeal.id)));
    expect(new Set([a?.citizenId, b?.citizenId, c?.citizenId]).size).toBe(1);
    const ids = [both, mobile, home].map(({ appeal }) => appeal.id).sort();
    for (const phone of ['13700000011', '84444444'])
      expect((await history(phone)).items.map(({ id }) => id).sort()).toEqual(ids);
    expect((await revealed(both.appeal.id)).written).toBe('13700000011（本人）、0591-84444444');
  });

  test('a name typed in many ways is one citizen', async () => {
    const names = ['迪丽热巴·买买提', '迪丽热巴•买买提', '迪丽热巴・买买提', '迪麗熱巴 買買提', '迪丽热巴买买提\u200b'];
    const logged = [];
    for (const name of names) logged.push(await log({ name, phone: '13700000012' }));
    const rows = await Promise.all(logged.map(({ appeal }) => stored(appeal.id)));
    expect(new Set(rows.map(({ citizenId }) => citizenId)).size).toBe(1);
    const other = await log({ name: '买买提', phone: '13700000012' });
    expect((await stored(other.appeal.id)).citizenId).not.toBe(rows[0]?.citizenId);
  });

  test('an administrator says where numbers without an area code are dialled', async () => {
    const admin = await h.as('admin');
    expect(await admin.call('changeAreaCode', { body: { areaCode: null } })).toEqual({ areaCode: null });
    expect((await log({ phone: '85555555' })).appeal).toMatchObject({ phone: null, unreadPhone: '855***55' });
    await admin.call('changeAreaCode', { body: { areaCode: '0592' } });
    expect((await history('85555555')).phone).toBe('+86592-85555555');
    await admin.call('changeAreaCode', { body: { areaCode: '0591' } });
    await expect(admin.call('changeAreaCode', { body: { areaCode: '591' } })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
