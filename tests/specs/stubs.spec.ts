import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

const words = '市民反映交警支队门前道路积水严重，影响通行。';
const sent = async (content = words) => {
  const body = { channel: 'phone' as const, kind: 'help' as const, content, citizen: { phone: '19900000055' } };
  const { ticket } = await (await h.as('agent')).call('logAppeal', { body });
  const c = await (await h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId: 'traffic', assistIds: [] });
  return { id: ticket.id, number: ticket.number, dispatch: c.dispatches[0]?.id ?? '' };
};
const givenBack = async (dispatch: string, id: string) => {
  const said = { dispatchId: dispatch, reasonCode: 'notOurDuty', reason: '不属于本单位职责范围。' };
  const asked = await (await h.as('traffic')).act(id, 'requestReturn', 1, said);
  const requestId = asked.requests[0]?.id ?? '';
  await (await h.as('dispatcher')).act(id, 'approveReturn', null, { requestId, decision: '转请水务部门办理。' });
};
const stub = async (who: string, id: string) => (await h.as(who)).call('ticketStub', { params: { id } });

test('whoever gave a ticket back keeps its number, his own dispatch and his request, and nothing else', async () => {
  const { id, number, dispatch } = await sent();
  await expect(stub('traffic', id), 'who sees it all needs no stub').rejects.toMatchObject({ code: 'notFound' });
  await givenBack(dispatch, id);
  await expect((await h.as('traffic')).call('ticket', { params: { id } })).rejects.toMatchObject({ code: 'notFound' });
  const kept = await stub('traffic', id);
  expect(kept).toMatchObject({
    ticketId: id,
    number,
    endedAt: h.clock.now,
    dispatches: [{ id: dispatch, status: 'returned' }],
    requests: [{ type: 'return', status: 'approved', decision: '转请水务部门办理。' }],
  });
  expect(JSON.stringify(kept)).not.toMatch(/积水|1990000|陈/);

  // What happens later changes nothing of it.
  const dispatcher = await h.as('dispatcher');
  const { ticket } = await dispatcher.call('ticket', { params: { id } });
  await dispatcher.act(id, 'dispatch', ticket.version, { leadId: 'gas', assistIds: [] });
  expect(await stub('traffic.head', id)).toEqual(kept);
  await expect(stub('gas', id)).rejects.toMatchObject({ code: 'notFound' });
  await expect(stub('urban', id)).rejects.toMatchObject({ code: 'notFound' });
  await expect(stub('dispatcher', id)).rejects.toMatchObject({ code: 'notFound' });
});

test('all of them are listed, the last first, page after page, and only one’s own', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 23; i++) {
    const { id, dispatch } = await sent(`第${i}号路口信号灯故障，请尽快修复。`);
    h.clock.now = new Date(Date.parse(h.clock.now) + 1_000).toISOString();
    await givenBack(dispatch, id);
    ids.unshift(id);
  }
  const client = await h.as('traffic');
  const first = await client.call('endedDispatches', { query: {} });
  const rest = await client.call('endedDispatches', { query: { cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...rest.items].map(({ ticketId }) => ticketId).slice(0, 23)).toEqual(ids);
  expect(rest.nextCursor).toBeNull();
  expect((await (await h.as('urban')).call('endedDispatches', { query: {} })).items).toEqual([]);
  await expect((await h.as('agent')).call('endedDispatches', { query: {} })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('the body complained of keeps nothing of what was taken from it', async () => {
  const { id } = await sent('市民反映排队时间过长。');
  const { ticket } = await (await h.as('agent')).call('ticket', { params: { id } });
  await (await h.as('agent')).act(id, 'amend', ticket.version, {
    service: 'efficiencyComplaint',
    againstDepartmentId: 'traffic',
  });
  await expect(stub('traffic', id)).rejects.toMatchObject({ code: 'notFound' });
  const { items } = await (await h.as('traffic')).call('endedDispatches', { query: {} });
  expect(items.map(({ ticketId }) => ticketId)).not.toContain(id);
});
