import { insertCorrection, openTicketsAfter } from '@hotline/db/centre/corrections';
import { continueCorrections } from '@hotline/server/jobs/corrections';
import { stateCouncilCalendar } from '@hotline/shared/time/calendar/stateCouncilCalendar';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { foundNeighbour } from '../support/centres.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
// Calendars only grow: every story has its own city.
beforeEach(async () => {
  await h?.close();
  h = await openHotline();
});
afterAll(() => h.close());

const typhoon = (date: string) => ({ date, working: false, name: '台风停工' });
const notice =
  '一、元旦：1月1日（周五）至3日（周日）放假，共3天。二、春节：2月5日至11日放假调休，共7天。2月14日（周日）上班。';

/** A complaint received on Monday 2 November: promised 24:00 of Tuesday the 17th. */
async function complaint(kind: 'complaint' | 'help' = 'complaint') {
  const agent = await h.as('agent');
  const { ticket } = await agent.call('logAppeal', {
    body: { channel: 'phone', kind, content: '市民反映工地凌晨施工，噪声扰民。', citizen: { phone: '19900000077' } },
  });
  return ticket.id;
}
const sendTo = async (id: string, leadId: string, assistIds: string[] = []) =>
  (await h.as('dispatcher')).act(id, 'dispatch', 1, { leadId, assistIds });
const look = async (id: string) => (await h.as('supervisor')).call('ticket', { params: { id } });
const change = async (days: ReturnType<typeof typhoon>[], version = 1) =>
  (await h.as('admin')).call('changeCalendar', {
    body: { version, change: { set: days, clear: [] }, note: '市防指通知' },
  });
const moves = async () => {
  const admin = await h.as('admin');
  const items = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof admin.call<'previewCorrection'>>> = await admin.call('previewCorrection', {
      query: { limit: 2, ...(cursor ? { cursor } : {}) },
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
};
const correctClocks = async (version: number) => {
  const admin = await h.as('admin');
  await admin.call('startCorrection', { body: { version } });
  await continueCorrections(h.hotline);
  return (await admin.call('correction', { query: {} })).correction;
};

test('a day of typhoon is a new version: what runs stands until the correction is previewed and applied', async () => {
  const id = await complaint();
  const sent = await sendTo(id, 'urban', ['traffic']);
  const [lead, assist] = sent.dispatches;
  const waiting = await complaint('help');
  const before = await look(id);

  const saved = await change([typhoon('2026-11-03')]);
  expect(saved.data.version).toBe(2);
  expect(saved.versions.map((v) => [v.version, v.by, v.note])).toEqual([
    [2, '系统管理员', '市防指通知'],
    [1, '系统', null],
  ]);
  expect((await look(id)).dispatches).toEqual(before.dispatches);

  const found = await moves();
  const of = (ticketId: string) =>
    found.filter((m) => m.ticketId === ticketId).map((m) => [m.clock, m.departmentId, m.from, m.to]);
  expect(of(id).toSorted()).toEqual(
    [
      ['promise', null, '2026-11-17T16:00:00.000Z', '2026-11-18T16:00:00.000Z'],
      ['reply', 'urban', '2026-11-16T16:00:00.000Z', '2026-11-17T16:00:00.000Z'],
      ['signing', 'urban', '2026-11-03T16:00:00.000Z', '2026-11-04T16:00:00.000Z'],
      ['reply', 'traffic', '2026-11-13T16:00:00.000Z', '2026-11-16T16:00:00.000Z'],
      ['signing', 'traffic', '2026-11-03T16:00:00.000Z', '2026-11-04T16:00:00.000Z'],
    ].toSorted(),
  );
  // Dispatching is due within Monday itself; only the promise of what still waits moves.
  expect(of(waiting).map(([clock]) => clock)).toEqual(['promise']);

  expect(await correctClocks(2)).toMatchObject({ outcome: 'done', changed: 2, examined: 2, askedBy: '系统管理员' });
  const after = await look(id);
  expect(after.dispatches.map((d) => [d.id, d.dueAt, d.originalDueAt, d.replyClock.calendarVersion])).toEqual([
    [lead?.id, '2026-11-17T16:00:00.000Z', lead?.originalDueAt, 2],
    [assist?.id, '2026-11-16T16:00:00.000Z', assist?.originalDueAt, 2],
  ]);
  expect(after.appeals[0]).toMatchObject({
    promisedDueAt: '2026-11-18T16:00:00.000Z',
    originalPromisedDueAt: '2026-11-17T16:00:00.000Z',
  });
  const events = await (await h.as('supervisor')).call('ticketEvents', { params: { id } });
  expect(events.items.filter((e) => e.verb === 'applyCalendar')).toHaveLength(1);
  const { items: audited } = await (await h.as('auditor')).call('audit', { query: {} });
  expect(audited.map((a) => [a.act, a.personName])).toEqual([
    ['correctClocks', '系统管理员'],
    ['changeCalendar', '系统管理员'],
  ]);

  // Nothing is left to move, and asking again changes nothing; the clerk's version has not become stale.
  expect(await moves()).toEqual([]);
  expect(await correctClocks(2)).toMatchObject({ outcome: 'done', changed: 0 });
  await (await h.as('urban')).act(id, 'sign', 1, { dispatchId: lead?.id ?? '' });
});

test('pauses and extensions are counted again with the rest, a shortened due and closed tickets are left alone', async () => {
  const extended = await complaint();
  const dispatch = (await sendTo(extended, 'urban')).dispatches[0]?.id ?? '';
  const clerk = await h.as('urban');
  await clerk.act(extended, 'sign', 1, { dispatchId: dispatch });
  const asked = await clerk.act(extended, 'requestExtension', 2, {
    dispatchId: dispatch,
    days: 2,
    reasonCode: 'complex',
    reason: '需现场勘查。',
  });
  await (await h.as('reviewer')).act(extended, 'grantExtension', null, { requestId: asked.requests[0]?.id ?? '' });
  const urgent = await complaint();
  await sendTo(urgent, 'traffic');
  const c = await look(urgent);
  await (await h.as('dispatcher')).act(urgent, 'amend', c.ticket.version, { urgency: 'urgent' });
  const closed = await complaint('help');
  const direct = await look(closed);
  await (await h.as('agent')).act(closed, 'answer', 1, {
    appealId: direct.appeals[0]?.id ?? '',
    answer: '您好，已解答。',
  });

  h.clock.now = '2026-11-04T02:00:00.000Z';
  const [shelvedId, shelvedDispatch] = await shelved();
  await change([typhoon('2026-11-12')]);
  await correctClocks(2);

  // 24:00 of Wednesday the 18th (10 days and 2 more), and one day of typhoon.
  expect((await look(extended)).dispatches[0]?.dueAt).toBe('2026-11-19T16:00:00.000Z');
  expect((await look(extended)).appeals[0]?.promisedDueAt).toBe('2026-11-20T16:00:00.000Z');
  expect((await look(urgent)).dispatches[0]?.dueAt).toBe('2026-11-03T02:00:00.000Z');
  expect((await look(closed)).appeals[0]?.promisedDueAt).toBe(direct.appeals[0]?.promisedDueAt);
  // Shelved over the 5th and 6th, sent on the 4th: 24:00 of Friday the 20th without the typhoon.
  expect((await look(shelvedId)).dispatches.find((d) => d.id === shelvedDispatch)?.dueAt).toBe(
    '2026-11-23T16:00:00.000Z',
  );
});

/** A complaint sent on Wednesday 4 November, shelved at once until Friday the 6th. */
async function shelved(): Promise<[string, string]> {
  const id = await complaint();
  const dispatch = (await sendTo(id, 'urban')).dispatches[0]?.id ?? '';
  const clerk = await h.as('urban');
  await clerk.act(id, 'sign', 1, { dispatchId: dispatch });
  const asked = await clerk.act(id, 'requestShelving', 2, {
    dispatchId: dispatch,
    reasonCode: 'projectPlanned',
    reason: '已列入计划。',
    reviewAt: '2026-11-06T02:00:00.000Z',
  });
  await (await h.as('manager')).act(id, 'approveShelving', null, { requestId: asked.requests[0]?.id ?? '' });
  await h.moveTo('2026-11-06T02:00:00.000Z');
  return [id, dispatch];
}

test('a card that the corrected clock would not have raised yet is annulled', async () => {
  const id = await complaint('help');
  const dispatch = (await sendTo(id, 'urban')).dispatches[0]?.id ?? '';
  await (await h.as('urban')).act(id, 'sign', 1, { dispatchId: dispatch });
  await h.moveTo('2026-11-05T16:00:00.000Z');
  expect((await look(id)).ticket.card).toBe('red');
  await change([typhoon('2026-11-03'), typhoon('2026-11-04')]);
  await correctClocks(2);
  const after = await look(id);
  expect(after.dispatches[0]?.dueAt).toBe('2026-11-09T16:00:00.000Z');
  expect(after.ticket.card).toBeNull();
  expect(after.cards.map((k) => [k.colour, k.reason])).toEqual([
    ['yellow', '工作日历更正'],
    ['red', '工作日历更正'],
  ]);
  // The corrected clock runs as any other.
  await h.moveTo('2026-11-09T16:00:00.000Z');
  expect((await look(id)).ticket.card).toBe('red');
});

test('a correction goes on where it stopped, and gives way to a newer calendar', async () => {
  const first = await complaint();
  h.clock.now = '2026-11-02T03:00:00.000Z';
  const second = await complaint();
  await change([typhoon('2026-11-03')]);
  // A process that died after its first page left this behind.
  const { ticket } = await look(first);
  const [place] = await openTicketsAfter(h.store.reader, ticket.centrePath, null, 1);
  const left = { examined: 1, changed: 0, afterReceivedAt: place?.receivedAt ?? null, afterN: place?.n ?? null };
  const asked = { askedBy: 'p-admin', askedAt: h.clock.now, finishedAt: null, outcome: null };
  await h.store.writer
    .transaction()
    .execute((tx) =>
      insertCorrection(tx, { id: 'c1', centreId: ticket.centreId, calendarVersion: 2, ...left, ...asked }),
    );
  const promised = async (id: string) => (await look(id)).appeals[0]?.promisedDueAt;
  await continueCorrections(h.hotline, () => true);
  expect(await promised(second)).toBe('2026-11-17T16:00:00.000Z');
  await continueCorrections(h.hotline);
  expect([await promised(first), await promised(second)]).toEqual([
    '2026-11-17T16:00:00.000Z',
    '2026-11-18T16:00:00.000Z',
  ]);
  const admin = await h.as('admin');
  expect((await admin.call('correction', { query: {} })).correction).toMatchObject({
    examined: 2,
    changed: 1,
    outcome: 'done',
  });
  expect(await correctClocks(2)).toMatchObject({ changed: 1 });

  await change([typhoon('2026-11-10')], 2);
  await h.store.writer
    .transaction()
    .execute((tx) =>
      insertCorrection(tx, { id: 'c2', centreId: ticket.centreId, calendarVersion: 2, ...left, ...asked }),
    );
  await continueCorrections(h.hotline);
  expect((await admin.call('correction', { query: {} })).correction).toMatchObject({
    outcome: 'superseded',
    changed: 0,
  });
  await expect(admin.call('startCorrection', { body: { version: 2 } })).rejects.toMatchObject({
    code: 'stale',
    message: expect.stringContaining('第 3 版'),
  });
});

test('next year is tried dry, its lines are refused one by one, and once imported the clocks run over New Year', async () => {
  const admin = await h.as('admin');
  h.clock.now = '2026-12-16T02:00:00.000Z';
  expect((await admin.call('adminHome', { query: {} })).provisional[0]).toMatchObject({
    ruleName: '投诉、举报',
    from: '2026-12-17',
  });
  expect(await admin.call('adminHome', { query: {} })).toMatchObject({
    missingYear: 2027,
    daysLeft: 1,
    calendarTo: '2026-12-31',
  });
  await complaint();
  h.clock.now = '2026-12-17T02:00:00.000Z';
  const early = await complaint();
  expect((await look(early)).appeals[0]?.promiseClock).toMatchObject({ provisional: true });

  const body = { version: 1, year: 2027, text: '2027-01-01,0,元旦\n2027-13-01,0,春节', dryRun: false };
  const bad = await admin.call('importCalendar', { body });
  expect(bad).toMatchObject({ saved: null, errors: [{ line: 2, message: '日期「2027-13-01」不存在，请更正。' }] });
  const dry = await admin.call('importCalendar', { body: { ...body, text: notice, dryRun: true } });
  expect([dry.days, dry.errors, dry.differences.length, dry.saved]).toEqual([11, [], 11, null]);
  expect((await admin.call('calendar', { query: {} })).data.version).toBe(1);
  const hole = await admin.call('importCalendar', { body: { ...body, year: 2028, text: '2028-01-01,0,元旦' } });
  expect(hole.errors[0]?.message).toContain('先导入 2027 年');

  expect((await admin.call('importCalendar', { body: { ...body, text: notice } })).saved).toBe(2);
  const id = await complaint();
  // Thursday 17 December and 11 working days, without 1 January: 24:00 of Monday 4 January.
  expect((await look(id)).appeals[0]?.promisedDueAt).toBe('2027-01-04T16:00:00.000Z');
  expect((await admin.call('adminHome', { query: {} })).missingYear).toBe(2028);
  await expect(admin.call('importCalendar', { body: { ...body, text: notice } })).rejects.toMatchObject({
    code: 'stale',
  });
});

test('a calendar that would stop every clock is refused, and nobody administers another city', async () => {
  const admin = await h.as('admin');
  const december = Array.from({ length: 31 }, (_, i) => typhoon(`2026-12-${String(i + 1).padStart(2, '0')}`));
  await expect(change(december)).rejects.toMatchObject({ message: expect.stringContaining('12 月没有任何工作日') });
  await expect(change([typhoon('2027-01-04')])).rejects.toMatchObject({ code: 'invalid' });
  await expect(change([typhoon('2026-11-03')], 7)).rejects.toMatchObject({ code: 'stale' });
  await foundNeighbour(h, 'xm', 3);
  for (const call of [
    () => admin.call('calendar', { query: { centreId: 'xm' } }),
    () => admin.call('startCorrection', { body: { centreId: 'xm', version: 1 } }),
    () =>
      admin.call('changeCalendar', {
        body: { centreId: 'xm', version: 1, change: { set: [typhoon('2026-11-03')], clear: [] } },
      }),
  ])
    await expect(call()).rejects.toMatchObject({ code: 'notFound' });
  await expect((await h.as('manager')).call('calendar', { query: {} })).rejects.toMatchObject({ code: 'forbidden' });
  expect((await admin.call('calendar', { query: {} })).data).toEqual(stateCouncilCalendar('fuzhou-calendar'));
});
