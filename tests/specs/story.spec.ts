import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monday, openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

const burst = {
  channel: 'phone' as const,
  kind: 'help' as const,
  content: '市民来电反映，五一北路爆管，路面大量冒水，请尽快抢修。',
  citizen: { name: '陈建国', phone: '１９９ 0000 1234' },
  categoryId: 'c0205',
  address: '五一北路 88 号',
};

describe('a burst pipe, from the call to the callback', () => {
  test('everybody does his part and the figures move', async () => {
    const [agent, dispatcher, clerk, reviewer, callback, manager] = await Promise.all(
      ['agent', 'dispatcher', 'watergroup', 'reviewer', 'callback', 'manager'].map((name) => h.as(name)),
    );
    if (!agent || !dispatcher || !clerk || !reviewer || !callback || !manager) throw new Error('no cast');
    const before = await manager.call('figure', {
      params: { name: 'timelyReplyRate' },
      query: { from: '2026-11-01', to: '2026-11-30' },
    });

    const { appeal, ticket } = await agent.call('logAppeal', { body: burst, key: 'story-0001' });
    expect(appeal.number).toMatch(/^26110200001$/);
    expect(appeal.phone).toBe('199****1234');
    expect(appeal.citizenName).toBe('陈**');
    // Monday 2 November, water supply is on the convenience list or help: 3 working days, promise one more.
    expect(appeal.promisedDueAt).toBe('2026-11-06T16:00:00.000Z');

    const sent = await dispatcher.act(ticket.id, 'dispatch', ticket.version, {
      leadId: 'watergroup',
      assistIds: ['urban'],
    });
    const [lead, assist] = sent.dispatches;
    expect(lead?.dueAt).toBe('2026-11-05T16:00:00.000Z');
    expect(assist?.dueAt).toBe('2026-11-04T16:00:00.000Z');

    h.clock.now = '2026-11-02T03:00:00.000Z';
    const inbox = await clerk.call('tickets', { query: {} });
    expect(inbox.items.map((row) => row.number)).toEqual([ticket.number]);
    const seen = await clerk.call('ticket', { params: { id: ticket.id } });
    expect(seen.openActions.find((a) => a.name === 'reply')?.disabledReason).toContain('请先签收');

    const signed = await clerk.act(ticket.id, 'sign', lead?.version ?? 0, { dispatchId: lead?.id ?? '' });
    const dispatch = signed.dispatches[0];
    const answer = {
      dispatchId: dispatch?.id ?? '',
      contactedBy: 'phone' as const,
      contactedAt: h.clock.now,
      actuality: 'confirmed' as const,
      solved: 'solved' as const,
      handling: '已派抢修队到场，更换破损管段。',
      publicReply: '您好，您反映的爆管已于当日抢修完毕，恢复供水。',
    };
    await expect(clerk.act(ticket.id, 'reply', dispatch?.version ?? 0, answer)).rejects.toMatchObject({
      code: 'conflict',
    });

    const urban = await h.as('urban');
    const urbanSigned = await urban.act(ticket.id, 'sign', 1, { dispatchId: assist?.id ?? '' });
    const head = await h.as('urban.head');
    const proposed = await urban.act(ticket.id, 'reply', urbanSigned.dispatches[1]?.version ?? 0, {
      ...answer,
      dispatchId: assist?.id ?? '',
    });
    expect(proposed.dispatches[1]?.status).toBe('awaitingApproval');
    const approved = await head.act(ticket.id, 'approveReply', proposed.dispatches[1]?.version ?? 0, {
      dispatchId: assist?.id ?? '',
    });
    expect(approved.dispatches[1]?.status).toBe('replied');

    const replied = await clerk.act(ticket.id, 'reply', dispatch?.version ?? 0, answer);
    expect(replied.ticket.status).toBe('awaitingReview');
    const accepted = await reviewer.act(ticket.id, 'acceptReply', replied.dispatches[0]?.version ?? 0, {
      dispatchId: dispatch?.id ?? '',
    });
    expect(accepted.ticket.status).toBe('awaitingCallback');
    expect(accepted.dispatches.map((d) => d.status)).toEqual(['accepted', 'accepted']);

    const closed = await callback.act(ticket.id, 'recordCallback', accepted.ticket.version, {
      appealId: appeal.id,
      reached: 'reached',
      contacted: 'yes',
      solved: 'yes',
      satisfaction: 'satisfied',
    });
    expect(closed.ticket).toMatchObject({ status: 'closed', outcome: 'resolved' });

    h.clock.now = '2026-11-09T02:00:00.000Z';
    const after = await manager.call('figure', {
      params: { name: 'timelyReplyRate' },
      query: { from: '2026-11-01', to: '2026-11-30' },
    });
    expect(before.total.denominator).toBe(0);
    expect(before.total.rate).toBeNull();
    expect(after.total).toMatchObject({ numerator: 1, denominator: 1, rate: '100.00' });
    const rows = await manager.call('figureRows', {
      params: { name: 'timelyReplyRate' },
      query: { from: '2026-11-01', to: '2026-11-30' },
    });
    expect(rows.items).toMatchObject([{ number: ticket.number, verdict: 'in' }]);

    const timeline = await manager.call('ticketEvents', { params: { id: ticket.id } });
    expect(timeline.items.map((e) => e.verb)).toEqual([
      'log',
      'dispatch',
      'sign',
      'sign',
      'reply',
      'approveReply',
      'reply',
      'acceptReply',
      'recordCallback',
    ]);
    h.clock.now = monday;
  });
});

describe('one more citizen about the same matter', () => {
  test('the joined appeal belongs to the ticket, is answered with it and asked about apart', async () => {
    const [agent, dispatcher] = [await h.as('agent'), await h.as('dispatcher')];
    const first = await agent.call('logAppeal', { body: burst });
    const second = await agent.call('logAppeal', { body: { ...burst, joinTicketId: first.ticket.id } });
    expect(second.appeal.ticketId).toBe(first.ticket.id);
    const { appeals } = await dispatcher.call('ticket', { params: { id: first.ticket.id } });
    expect(appeals.map((a) => a.number)).toEqual([first.appeal.number, second.appeal.number]);
  });
});

describe('what goes wrong is said so', () => {
  test('another department sees nothing at all', async () => {
    const agent = await h.as('agent');
    const dispatcher = await h.as('dispatcher');
    const { ticket } = await agent.call('logAppeal', { body: burst });
    await dispatcher.act(ticket.id, 'dispatch', ticket.version, { leadId: 'watergroup', assistIds: [] });
    const traffic = await h.as('traffic');
    await expect(traffic.call('ticket', { params: { id: ticket.id } })).rejects.toMatchObject({ code: 'notFound' });
    expect((await traffic.call('tickets', { query: {} })).items).toEqual([]);
    await expect((await h.as(null)).call('ticket', { params: { id: ticket.id } })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  test('two dispatchers at once: one wins, the other is told who changed what', async () => {
    const agent = await h.as('agent');
    const dispatcher = await h.as('dispatcher');
    const { ticket } = await agent.call('logAppeal', { body: burst });
    const outcomes = await Promise.allSettled([
      dispatcher.act(ticket.id, 'dispatch', ticket.version, { leadId: 'water', assistIds: [] }),
      dispatcher.act(ticket.id, 'dispatch', ticket.version, { leadId: 'urban', assistIds: [] }),
    ]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((o) => o.status === 'rejected');
    expect(lost?.reason).toMatchObject({
      code: 'stale',
      details: { changes: [{ verb: 'dispatch', by: '派单员小陈' }] },
    });
  });

  test('the same key makes one appeal, another body under it is refused', async () => {
    const agent = await h.as('agent');
    const all = await Promise.all(
      Array.from({ length: 50 }, () => agent.call('logAppeal', { body: burst, key: 'once-only-1' })),
    );
    expect(new Set(all.map((a) => a.appeal.id)).size).toBe(1);
    const again = await agent.call('logAppeal', { body: burst, key: 'once-only-1' });
    expect(again.seq).toBe((await agent.call('ticketCounts', {})).seq);
    await expect(
      agent.call('logAppeal', { body: { ...burst, kind: 'inquiry' }, key: 'once-only-1' }),
    ).rejects.toMatchObject({
      code: 'idempotencyMismatch',
    });
  });

  test('an efficiency complaint never reaches the body complained of', async () => {
    const agent = await h.as('agent');
    const dispatcher = await h.as('dispatcher');
    const { ticket } = await agent.call('logAppeal', {
      body: { ...burst, service: 'efficiencyComplaint', againstDepartmentId: 'water' },
    });
    await expect(
      dispatcher.act(ticket.id, 'dispatch', ticket.version, { leadId: 'water', assistIds: [] }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      dispatcher.act(ticket.id, 'dispatch', ticket.version, { leadId: 'urban', assistIds: ['water-01'] }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await dispatcher.act(ticket.id, 'dispatch', ticket.version, { leadId: 'urban', assistIds: [] });
    await expect((await h.as('water')).call('ticket', { params: { id: ticket.id } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('a misspelt or impossible body is refused with the place', async () => {
    const agent = await h.as('agent');
    await expect(agent.call('logAppeal', { body: { ...burst, content: 'x' } })).rejects.toMatchObject({
      code: 'invalid',
      details: [{ path: '/content' }],
    });
    await expect(agent.call('logAppeal', { body: { ...burst, nonsense: 1 } as never })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(
      agent.call('logAppeal', { body: { ...burst, content: '五一北路\u0000爆管了' } }),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(agent.call('logAppeal', { body: { ...burst, content: '　　。。。。。' } })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('请写明内容'),
    });
  });
});

describe('the clock acts by itself', () => {
  test('unsigned at sign due: signed by the clock and late; yellow before due, red when it has passed, each once', async () => {
    const agent = await h.as('agent');
    const dispatcher = await h.as('dispatcher');
    const { ticket } = await agent.call('logAppeal', { body: burst });
    await dispatcher.act(ticket.id, 'dispatch', ticket.version, { leadId: 'gas', assistIds: [] });
    await h.moveTo('2026-11-03T15:59:59.999Z');
    const view = async () => dispatcher.call('ticket', { params: { id: ticket.id } });
    expect((await view()).dispatches[0]?.signedAt).toBeNull();
    await h.moveTo('2026-11-03T16:00:00.000Z');
    expect((await view()).dispatches[0]).toMatchObject({ signedAt: '2026-11-03T16:00:00.000Z', status: 'handling' });
    await h.moveTo('2026-11-20T00:00:00.000Z');
    await h.moveTo('2026-11-20T00:00:00.000Z');
    expect((await view()).cards.map((c) => c.colour)).toEqual(['yellow', 'red']);
    expect((await dispatcher.call('ticketEvents', { params: { id: ticket.id } })).items.map((e) => e.verb)).toEqual([
      'log',
      'dispatch',
      'autoSign',
      'yellowCard',
      'redCard',
    ]);
    h.clock.now = monday;
  });
});

describe('a citizen on the web', () => {
  test('files, looks up with number and code, urges and withdraws; a wrong code shows nothing', async () => {
    const citizen = await h.as(null);
    const receipt = await citizen.call('portalAppeal', {
      body: {
        kind: 'complaint',
        content: '小区门口夜间施工噪音很大，影响老人休息。',
        name: '林女士',
        phone: '19900005678',
      },
    });
    const { number, queryCode: code } = receipt;
    expect(code).toMatch(/^[0-9A-Z]{8}$/);
    await expect(citizen.call('portalLookup', { body: { number, code: 'WRONG123' } })).rejects.toMatchObject({
      code: 'notFound',
    });
    expect(await citizen.call('portalLookup', { body: { number, code } })).toMatchObject({
      status: 'awaitingDispatch',
      canUrge: true,
      canWithdraw: true,
      canRate: false,
    });
    await citizen.call('portalUrge', { params: { number }, body: { code } });
    const done = await citizen.call('portalWithdraw', { params: { number }, body: { code, reason: '已解决' } });
    expect(done).toMatchObject({ status: 'closed', outcome: 'withdrawn', canUrge: false });
  });
});
