import { eventsOf } from '@hotline/db/cases/events';
import { counterChecks } from '@hotline/db/figures/checks';
import { rowChecks } from '@hotline/db/store/checks';
import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

// Monday 2 November 2026, 14:00 in Fuzhou. The system was down in the morning; what came in was written on paper.
const now = '2026-11-02T06:00:00.000Z';
const atNine = '2026-11-02T01:00:00.000Z';
const reason = '上午系统停机，纸质登记';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline({ now });
});
afterAll(() => h.close());

const body = (lateEntry?: { receivedAt: string; reason: string }, more: { joinTicketId?: string } = {}) => ({
  channel: 'phone' as const,
  kind: 'complaint' as const,
  content: '市民反映五四路夜间施工，噪声扰民。',
  citizen: { name: '陈女士', phone: '19900000301' },
  ...(lateEntry ? { lateEntry } : {}),
  ...more,
});
const log = async (who: string, ...about: Parameters<typeof body>) =>
  (await h.as(who)).call('logAppeal', { body: body(...about) });
const listed = async () => (await (await h.as('supervisor')).call('tickets', { query: { lateEntered: true } })).items;

test('what was received at nine and entered at two has the clocks of nine, and says so in case, row, log and audit', async () => {
  const entered = await log('agent', { receivedAt: atNine, reason });
  h.clock.now = atNine;
  const then = await log('agent');
  h.clock.now = now;
  expect(entered.appeal).toMatchObject({ receivedAt: atNine, lateEnteredAt: now, lateEntryReason: reason });
  expect(then.appeal).toMatchObject({ receivedAt: atNine, lateEnteredAt: null, lateEntryReason: null });
  const { promisedDueAt, dispatchDueAt, receivedAt } = entered.ticket;
  expect({ promisedDueAt, dispatchDueAt, receivedAt }).toEqual({
    promisedDueAt: then.ticket.promisedDueAt,
    dispatchDueAt: then.ticket.dispatchDueAt,
    receivedAt: atNine,
  });
  expect(entered.appeal.number.slice(0, 6)).toBe('261102');

  expect(await listed()).toMatchObject([{ id: entered.ticket.id, lateEnteredAt: now }]);
  await catchUp(h.hotline, finder);
  const q = { q: '夜间施工', lateEntered: true };
  const { items } = await (await h.as('supervisor')).call('search', { query: q });
  expect(items.map(({ ticket }) => ticket.id)).toEqual([entered.ticket.id]);

  expect(await eventsOf(h.store.reader, entered.ticket.id)).toMatchObject([
    { verb: 'enterLate', at: now, effectiveAt: atNine },
  ]);
  const trail = await (await h.as('admin')).call('audit', { query: { act: 'enterLate' } });
  expect(trail.items).toMatchObject([{ at: now, subject: entered.appeal.number, purpose: reason }]);
  const asked = { number: entered.appeal.number, code: entered.appeal.queryCode };
  const told = await (await h.as(null)).call('portalLookup', { body: asked });
  expect(told).toMatchObject({ receivedAt: atNine, steps: [{ at: atNine, sentence: '诉求已登记' }] });
});

test('an appeal that joins a ticket is entered late by itself, and the list finds the ticket by it', async () => {
  const first = await log('agent');
  const joined = await log('supervisor', { receivedAt: atNine, reason }, { joinTicketId: first.ticket.id });
  expect(joined.ticket.id).toBe(first.ticket.id);
  const row = (await listed()).find((one) => one.id === first.ticket.id);
  expect(row).toMatchObject({ lateEnteredAt: now });
});

test('only agents and supervisors enter late, with a reason, nothing to come and nothing older than 30 days', async () => {
  const refusal = (who: string, receivedAt: string, why = reason) =>
    log(who, { receivedAt, reason: why }).then(
      () => null,
      (error: { code: string; message: string }) => error,
    );
  expect(await refusal('dispatcher', atNine)).toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('话务员'),
  });
  expect(await refusal('agent', '2026-11-02T06:00:00.001Z')).toMatchObject({
    message: expect.stringContaining('晚于现在'),
  });
  expect(await refusal('agent', '2026-10-03T05:59:59.999Z')).toMatchObject({
    message: expect.stringContaining('30 天'),
  });
  expect(await refusal('agent', '2026-10-03T06:00:00.000Z')).toBeNull();
  expect(await refusal('agent', atNine, '　。…')).toMatchObject({ message: expect.stringContaining('补录原因') });
  expect(await refusal('agent', '2026-02-31T05:59:59.999Z')).toMatchObject({ code: 'invalid' });
});

test('the figure counts it in the period it was received in, from the moment it was entered', async () => {
  const manager = await h.as('manager');
  const ask = async (from: string, to: string) =>
    (await manager.call('figure', { params: { name: 'lateEntryRate' }, query: { from, to } })).total;
  const before = await ask('2026-10-05', '2026-10-05');
  await log('agent', { receivedAt: '2026-10-05T02:00:00.000Z', reason });
  expect(before).toMatchObject({ numerator: 0, denominator: 0 });
  expect(await ask('2026-10-05', '2026-10-05')).toMatchObject({ numerator: 1, denominator: 1 });
});

test('a pad that is sent twice enters once', async () => {
  const agent = await h.as('agent');
  const one = body({ receivedAt: atNine, reason });
  const [a, b] = [
    await agent.call('logAppeal', { body: one, key: 'late-pad-1' }),
    await agent.call('logAppeal', { body: one, key: 'late-pad-1' }),
  ];
  expect(b.appeal.id).toBe(a.appeal.id);
  const { items } = await (await h.as('admin')).call('audit', {
    query: { act: 'enterLate', subject: a.appeal.number },
  });
  expect(items).toHaveLength(1);
});

test('rows and counters are what the cases say', async () => {
  for (const check of [...rowChecks, ...counterChecks])
    expect(await check.broken(h.store.reader), check.name).toEqual([]);
});
