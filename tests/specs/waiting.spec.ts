import { hasRunOut } from '@hotline/shared/ticket/clocks/clock';
import { isOpen } from '@hotline/shared/ticket/model/dispatch';
import { addMs } from '@hotline/shared/time/instant';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { monday, openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
beforeEach(() => {
  h.clock.now = monday;
});
afterAll(() => h.close());

/** A complaint signed for by 城管委, whose turn is `turn`. */
async function inHand() {
  const agent = await h.as('agent');
  const { ticket } = await agent.call('logAppeal', {
    body: {
      channel: 'phone',
      kind: 'complaint',
      content: '市民反映小区旁工地凌晨施工，噪声扰民。',
      citizen: { name: '陈女士', phone: '19900000077' },
    },
  });
  const dispatcher = await h.as('dispatcher');
  const sent = await dispatcher.act(ticket.id, 'dispatch', ticket.version, { leadId: 'urban', assistIds: [] });
  const dispatch = sent.dispatches[0]?.id ?? '';
  const signed = await (await h.as('urban')).act(ticket.id, 'sign', 1, { dispatchId: dispatch });
  return { id: ticket.id, dispatch, version: signed.dispatches[0]?.version ?? 0 };
}
const words = { reason: '需现场勘查并协调相关单位。' };
const listed = async (username: string, query: Record<string, string>) =>
  (await (await h.as(username)).call('tickets', { query })).items;
const counted = async (username: string, key: string) =>
  (await (await h.as(username)).call('ticketCounts', {})).counts[key] ?? 0;

test('open requests are listed for whoever decides them, the longest waiting first, and counted alike', async () => {
  const clerk = await h.as('urban');
  const first = await inHand();
  const second = await inHand();
  const before = await counted('reviewer', 'request.extension');
  const ask = (t: typeof first) =>
    clerk.act(t.id, 'requestExtension', t.version, {
      dispatchId: t.dispatch,
      days: 5,
      reasonCode: 'complex',
      ...words,
    });
  await ask(second);
  h.clock.now = '2026-11-02T03:00:00.000Z';
  await ask(first);

  const rows = await listed('reviewer', { request: 'extension' });
  expect(rows.map((r) => r.id)).toEqual([second.id, first.id]);
  expect(rows[0]?.requests).toMatchObject([
    { type: 'extension', dispatchId: second.dispatch, days: 5, askedAt: monday },
  ]);
  expect(await counted('reviewer', 'request.extension')).toBe(before + 2);
  // The asker sees its ticket, but has nothing to decide.
  expect(await listed('urban', { request: 'extension' })).toEqual([]);
  expect(await counted('urban', 'request.extension')).toBe(0);
  expect(await listed('reviewer', { request: 'return' })).toEqual([]);

  const page = await (await h.as('reviewer')).call('tickets', { query: { request: 'extension', limit: 1 } });
  const next = await (await h.as('reviewer')).call('tickets', {
    query: { request: 'extension', limit: 1, cursor: page.nextCursor ?? '' },
  });
  expect([...page.items, ...next.items].map((r) => r.id)).toEqual([second.id, first.id]);
});

test('fewer days than were asked for can be granted, more cannot; what is left is told', async () => {
  const t = await inHand();
  const clerk = await h.as('urban');
  const reviewer = await h.as('reviewer');
  const asked = await clerk.act(t.id, 'requestExtension', t.version, {
    dispatchId: t.dispatch,
    days: 5,
    reasonCode: 'complex',
    ...words,
  });
  expect(asked.quota.extensions).toMatchObject([{ dispatchId: t.dispatch, times: 1 }]);
  const requestId = asked.requests[0]?.id ?? '';
  await expect(reviewer.act(t.id, 'grantExtension', null, { requestId, days: 6 })).rejects.toMatchObject({
    details: { why: 'tooManyDays' },
  });
  const granted = await reviewer.act(t.id, 'grantExtension', null, { requestId, days: 2 });
  expect(granted.requests[0]).toMatchObject({ status: 'approved', days: 5, grantedDays: 2 });
  // 24:00 of Monday the 16th and two working days: 24:00 of Wednesday the 18th.
  expect(granted.dispatches[0]?.dueAt).toBe('2026-11-18T16:00:00.000Z');
  expect(granted.quota.extensions).toMatchObject([{ dispatchId: t.dispatch, times: 0 }]);
  expect((await listed('reviewer', { request: 'extension' })).map((r) => r.id)).not.toContain(t.id);
});

test('a supervision order is open, then overdue, then answered, and gone when it ends', async () => {
  const t = await inHand();
  const supervisor = await h.as('supervisor');
  const where = async (username: string) => {
    const states = ['open', 'overdue', 'answered'];
    const found = await Promise.all(states.map((order) => listed(username, { order })));
    return states.filter((_, i) => found[i]?.some((r) => r.id === t.id));
  };
  const issued = await supervisor.act(t.id, 'supervise', null, {
    level: 'city',
    demand: '请于三日内到场处置。',
    days: 1,
    dispatchId: t.dispatch,
  });
  const orderId = issued.orders[0]?.id ?? '';
  expect(await where('supervisor')).toEqual(['open']);
  expect(await where('urban')).toEqual(['open']);
  expect(await where('housing')).toEqual([]);
  await h.moveTo(issued.orders[0]?.dueAt ?? '');
  expect(await where('supervisor')).toEqual(['overdue']);
  await (await h.as('urban')).act(t.id, 'answerOrder', null, { orderId, answer: '已到场责令停工。' });
  expect(await where('supervisor')).toEqual(['answered']);
  await supervisor.act(t.id, 'endSupervision', null, { orderId });
  expect(await where('supervisor')).toEqual([]);
});

test('what was excused is listed apart', async () => {
  const t = await inHand();
  const other = await inHand();
  await (await h.as('supervisor')).act(t.id, 'excuse', null, {
    dispatchId: t.dispatch,
    reason: '系统故障期间无法办理。',
  });
  const ids = (await (await h.as('supervisor')).call('tickets', { query: { excused: true } })).items.map((r) => r.id);
  expect(ids).toContain(t.id);
  expect(ids).not.toContain(other.id);
});

test('the overdue list holds as many as its count says, and nothing that is closed or still in time', async () => {
  const late = await inHand();
  h.clock.now = '2026-11-30T02:00:00.000Z';
  const inTime = await inHand();
  const rows = await listed('supervisor', { overdue: 'true' });
  expect(rows.map((r) => r.id)).toContain(late.id);
  expect(rows.map((r) => r.id)).not.toContain(inTime.id);
  expect(rows.every((r) => r.status !== 'closed')).toBe(true);
  expect(await counted('supervisor', 'overdue')).toBe(rows.length);
});

test('a clock that stands still past its due is overdue nowhere: not in the list, its count, the board, nor the row', async () => {
  h.clock.now = '2026-12-01T02:00:00.000Z';
  const [waits, late] = [await inHand(), await inHand()];
  await (await h.as('urban')).act(waits.id, 'askQuestion', waits.version, {
    dispatchId: waits.dispatch,
    reason: '需要市民补充具体位置。',
  });
  const agent = await h.as('agent');
  const { appeals, ticket } = await agent.call('ticket', { params: { id: waits.id } });
  h.clock.now = '2026-12-07T02:00:00.000Z';
  await agent.act(waits.id, 'askCitizen', ticket.version, {
    appealId: appeals[0]?.id ?? '',
    question: '请补充具体位置。',
  });
  // Past both dues, before the question's own time is over.
  const { dispatches } = await agent.call('ticket', { params: { id: waits.id } });
  h.clock.now = addMs(dispatches[0]?.dueAt ?? '', 60_000);
  const rows = await listed('supervisor', { overdue: 'true' });
  const ids = rows.map((r) => r.id);
  expect([ids.includes(waits.id), ids.includes(late.id)]).toEqual([false, true]);
  expect(await counted('supervisor', 'overdue')).toBe(rows.length);
  const row = (await listed('supervisor', {})).find((r) => r.id === waits.id);
  expect(row?.dispatches[0]).toMatchObject({ pausedAt: '2026-12-07T02:00:00.000Z' });
  const figure = await (await h.as('manager')).call('figure', { params: { name: 'overdueNow' }, query: {} });
  const overdue = rows.flatMap((r) => r.dispatches).filter((d) => isOpen(d) && hasRunOut(d, h.clock.now));
  expect(figure.total.numerator).toBe(overdue.length);
});

test('the dispatcher’s queue is in the order of the dispatching clock it shows, page by page', async () => {
  const agent = await h.as('agent');
  const log = async (at: string, kind: 'complaint' | 'inquiry') => {
    h.clock.now = at;
    const body = { channel: 'phone' as const, kind, content: '市民来电反映，小区门口路灯不亮。', citizen: {} };
    return (await agent.call('logAppeal', { body })).ticket.id;
  };
  // The complaint's promise is a week later than the inquiry's, yet it is to be sent on first.
  const complaint = await log(monday, 'complaint');
  const inquiry = await log('2026-11-02T03:00:00.000Z', 'inquiry');
  const dispatcher = await h.as('dispatcher');
  const first = await dispatcher.call('tickets', { query: { status: 'awaitingDispatch', limit: 1 } });
  expect(first.items.map((r) => r.id)).toEqual([complaint]);
  const cursor = first.nextCursor ?? '';
  const second = await dispatcher.call('tickets', { query: { status: 'awaitingDispatch', limit: 1, cursor } });
  expect(second.items.map((r) => r.id)).toEqual([inquiry]);
});
