import { openStore } from '@hotline/db/store/open';
import { closeHotline, openHotline as openSystem } from '@hotline/server/app/hotline';
import { sweep } from '@hotline/server/jobs/alarms';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeEach(async () => {
  await h?.close();
  h = await openHotline();
});
afterAll(() => h.close());

/** An inquiry sent on Monday 2 November 10:00: sign by Tuesday 24:00, yellow at half, due 24:00 of Wednesday the 4th. */
async function inquiry(leadId = 'urban', assistIds: string[] = []) {
  const agent = await h.as('agent');
  const { ticket } = await agent.call('logAppeal', {
    body: {
      channel: 'phone',
      kind: 'inquiry',
      content: '咨询占道施工许可怎么办理。',
      citizen: { phone: '19900000077' },
    },
  });
  const c = await (await h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId, assistIds });
  return { id: ticket.id, dispatch: c.dispatches[0]?.id ?? '', assist: c.dispatches[1]?.id ?? '' };
}
const look = async (id: string) => (await h.as('supervisor')).call('ticket', { params: { id } });
const clockEvents = async (id: string) =>
  (await (await h.as('supervisor')).call('ticketEvents', { params: { id } })).items
    .filter((e) => e.actorType === 'system')
    .map((e) => `${e.verb} ${e.effectiveAt}`);
const tuesday24 = '2026-11-03T16:00:00.000Z';
const wednesday24 = '2026-11-04T16:00:00.000Z';
const halfway = '2026-11-03T09:00:00.000Z';
const everything = [`yellowCard ${halfway}`, `autoSign ${tuesday24}`, `redCard ${wednesday24}`];

test('after a week of downtime every threshold is said once, in its order, as of its own instant', async () => {
  const { id } = await inquiry();
  expect(await h.moveTo('2026-11-11T02:00:00.000Z')).toBe(3);
  expect(await clockEvents(id)).toEqual(everything);
  expect((await look(id)).dispatches[0]?.signedAt).toBe(tuesday24);
  expect(await h.moveTo('2026-11-11T02:00:05.000Z')).toBe(0);
});

test('a clock that jumps forth and back says nothing twice and forgets nothing', async () => {
  const { id } = await inquiry();
  await h.moveTo(halfway);
  expect(await clockEvents(id)).toEqual(everything.slice(0, 1));
  for (const at of ['2026-11-02T03:00:00.000Z', halfway]) expect(await h.moveTo(at)).toBe(0);
  // Something new while the clock is wrong runs by what the clock said.
  h.clock.now = '2026-11-02T03:00:00.000Z';
  const other = await inquiry();
  expect(await h.moveTo(wednesday24)).toBe(5);
  expect(await clockEvents(id)).toEqual(everything);
  expect((await clockEvents(other.id)).map((e) => e.split(' ')[0])).toEqual(['yellowCard', 'autoSign', 'redCard']);
});

test('two sweepers at once raise exactly one card for each dispatch and threshold', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 24; i++) ids.push((await inquiry(i % 2 === 0 ? 'urban' : 'traffic')).id);
  h.clock.now = wednesday24;
  // On PostgreSQL the second is another node with its own connections; SQLite has one process, sweeping twice over.
  const node = inject('postgresUrl') ? await openSystem(openStore(h.store.url), { now: () => h.clock.now }) : null;
  const acts = await Promise.all([sweep(h.hotline), sweep(node ?? h.hotline), sweep(node ?? h.hotline)]);
  expect(acts.reduce((a, b) => a + b, 0) + (await sweep(h.hotline))).toBe(ids.length * 3);
  for (const id of ids) expect(await clockEvents(id)).toEqual(everything);
  if (node) await closeHotline(node);
});

test('what cannot be acted on starves nothing behind it', async () => {
  const { id } = await inquiry();
  // Alarms nobody can act on (their tickets are gone), put before everything else for more than a page.
  const row = await h.store.reader
    .selectFrom('dispatch')
    .selectAll()
    .where('ticketId', '=', id)
    .executeTakeFirstOrThrow();
  const { n, ...rest } = row;
  const stuck = Array.from({ length: 210 }, (_, i) => ({ id: `stuck-${i}`, ticketId: `gone-${i}` }));
  await h.store.writer.transaction().execute(async (tx) => {
    for (const its of stuck)
      await tx
        .insertInto('dispatch')
        .values({ ...rest, ...its, nextAlarmAt: '2026-11-02T02:00:00.000Z' })
        .execute();
  });
  const behind = await inquiry();
  await h.moveTo(wednesday24);
  expect(await clockEvents(behind.id)).toEqual(everything);
});

test('assists are carded while their returned lead is being replaced', async () => {
  const { id, dispatch, assist } = await inquiry('urban', ['traffic']);
  const asked = await (await h.as('urban')).act(id, 'requestReturn', 1, {
    dispatchId: dispatch,
    reasonCode: 'notOurDuty',
    reason: '该事项依法不属于本单位职责范围。',
  });
  await (await h.as('dispatcher')).act(id, 'approveReturn', null, { requestId: asked.requests[0]?.id ?? '' });
  await h.moveTo('2026-11-06T02:00:00.000Z');
  const c = await look(id);
  expect(c.ticket.status).toBe('awaitingDispatch');
  expect(c.cards.map((k) => [k.dispatchId, k.colour])).toEqual([
    [assist, 'yellow'],
    [assist, 'red'],
  ]);
});

test('a pause ends at its own instant however late the clock comes', async () => {
  const { id, dispatch } = await inquiry();
  const clerk = await h.as('urban');
  await clerk.act(id, 'sign', 1, { dispatchId: dispatch });
  await clerk.act(id, 'askQuestion', 2, { dispatchId: dispatch, reason: '请补充施工路段。' });
  const appealId = (await look(id)).appeals[0]?.id ?? '';
  const version = (await look(id)).ticket.version;
  const agent = await h.as('agent');
  // Five working days from Monday the 2nd: until 24:00 of Monday the 9th.
  await agent.act(id, 'askCitizen', version, { appealId, question: '请补充施工路段。' });
  const before = (await look(id)).appeals[0]?.promisedDueAt;
  expect(before).toBe('2026-11-05T16:00:00.000Z');
  await h.moveTo('2026-11-20T02:00:00.000Z');
  const c = await look(id);
  expect(c.pauses.map((p) => p.endedAt)).toEqual(['2026-11-09T16:00:00.000Z', '2026-11-09T16:00:00.000Z']);
  // Paused on the 2nd, resumed as the 10th begins: six working days more, for the dispatch and for the promise.
  expect([c.dispatches[0]?.dueAt, c.appeals[0]?.promisedDueAt]).toEqual([
    '2026-11-12T16:00:00.000Z',
    '2026-11-13T16:00:00.000Z',
  ]);
  expect((await clockEvents(id)).at(-1)).toBe('redCard 2026-11-12T16:00:00.000Z');
});

test('callbacks nobody made are closed to the last page', async () => {
  const tickets: string[] = [];
  for (let i = 0; i < 3; i++) tickets.push((await inquiry()).id);
  await h.store.writer
    .updateTable('ticket')
    .set({ status: 'awaitingCallback', callbackDueAt: '2026-11-05T16:00:00.000Z' })
    .execute();
  await h.store.writer.updateTable('dispatch').set({ status: 'accepted', nextAlarmAt: null }).execute();
  expect(await h.moveTo('2026-11-06T02:00:00.000Z')).toBe(3);
  for (const id of tickets) expect((await look(id)).ticket.status).toBe('closed');
});
