import { openSettling } from '@hotline/server/jobs/settling';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { download, exported } from '../support/exports.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

// Two cities live the same weeks over New Year. One knew 2027 from the start; in the other nobody had imported it.
let knowing: TestHotline;
let waiting: TestHotline;
beforeAll(async () => {
  knowing = await openHotline({ now: '2026-12-17T02:00:00.000Z' });
  waiting = await openHotline({ now: '2026-12-17T02:00:00.000Z' });
  await importYear(knowing);
});
afterAll(async () => {
  await knowing?.close();
  await waiting?.close();
});

/** Monday 4 January is off, Saturday 9 January makes up for it: neither can be known before it is announced. */
const year = '2027-01-01,0,元旦\n2027-01-04,0,元旦\n2027-01-09,1,补班';
const importYear = async (h: TestHotline) =>
  (await h.as('admin')).call('importCalendar', { body: { version: 1, year: 2027, text: year, dryRun: false } });

const answer = {
  contactedBy: 'phone',
  contactedAt: null,
  actuality: 'confirmed',
  solved: 'solved',
  unsolvedReason: null,
  handling: '现场核查并处理完毕。',
  publicReply: '您反映的问题已处理完毕。',
} as const;

/** The same acts at the same instants; what each ticket is called here is its name there. */
async function liveOverNewYear(h: TestHotline) {
  const ids: string[] = [];
  const log = async (kind: 'complaint' | 'help') => {
    const { ticket } = await (await h.as('agent')).call('logAppeal', {
      body: { channel: 'phone', kind, content: '市民反映工地凌晨施工，噪声扰民。', citizen: { phone: '19900000077' } },
    });
    ids.push(ticket.id);
    return ticket.id;
  };
  const look = async (id: string) => (await h.as('supervisor')).call('ticket', { params: { id } });
  const does = async (
    who: string,
    verb: Parameters<Awaited<ReturnType<typeof h.as>>['act']>[1],
    id: string,
    input = {},
  ) => {
    const c = await look(id);
    const dispatch = c.dispatches.at(-1);
    const isOfDispatch = ['sign', 'reply', 'approveReply', 'acceptReply', 'requestExtension'].includes(verb);
    const version = isOfDispatch ? (dispatch?.version ?? 0) : c.ticket.version;
    return (await h.as(who)).act(id, verb, version, {
      ...(isOfDispatch ? { dispatchId: dispatch?.id } : {}),
      ...input,
    });
  };
  await h.moveTo('2026-12-21T02:00:00.000Z');
  const forgotten = await log('complaint');
  await does('dispatcher', 'dispatch', forgotten, { leadId: 'urban', assistIds: ['traffic'] });
  const longer = await log('help');
  await does('dispatcher', 'dispatch', longer, { leadId: 'urban', assistIds: [] });
  await does('urban', 'sign', longer);
  await h.moveTo('2026-12-31T02:00:00.000Z');
  const replied = await log('help');
  await does('dispatcher', 'dispatch', replied, { leadId: 'urban', assistIds: [] });
  await does('urban', 'sign', replied);
  const late = await log('help');
  await does('dispatcher', 'dispatch', late, { leadId: 'urban', assistIds: [] });
  await does('urban', 'sign', late);
  // Signed in time by the days that were announced, late by weekends alone: Monday the 4th was off.
  const unsigned = await log('help');
  await does('dispatcher', 'dispatch', unsigned, { leadId: 'urban', assistIds: [] });
  await h.moveTo('2027-01-05T02:00:00.000Z');
  await does('urban', 'reply', replied, answer);
  await does('urban.head', 'approveReply', replied);
  await does('reviewer', 'acceptReply', replied);
  await log('complaint');
  await h.moveTo('2027-01-06T10:00:00.000Z');
  await does('urban', 'reply', late, answer);
  await does('urban.head', 'approveReply', late);
  await h.moveTo('2027-01-12T02:00:00.000Z');
  return ids;
}

/** What is compared: every due and instant a figure rests on, and the cards that stand. */
async function standing(h: TestHotline, ids: readonly string[]) {
  const supervisor = await h.as('supervisor');
  const cases = [];
  for (const id of ids) {
    const { ticket, appeals, dispatches, cards, callbacks } = await supervisor.call('ticket', { params: { id } });
    cases.push({
      status: ticket.status,
      card: ticket.card,
      closedAt: ticket.closedAt,
      dues: [ticket.promisedDueAt, ticket.dispatchDueAt, ticket.reviewDueAt, ticket.callbackDueAt],
      appeals: appeals.map((a) => [a.originalPromisedDueAt, a.promisedDueAt]),
      dispatches: dispatches.map((d) => [
        d.departmentId,
        d.signDueAt,
        d.signedAt,
        d.originalDueAt,
        d.dueAt,
        d.repliedAt,
      ]),
      callbacks: callbacks.map((b) => [b.dueAt, b.completedAt]),
      cards: cards
        .filter((k) => k.revokedAt === null)
        .map((k) => `${k.colour} ${k.dueAt} ${k.raisedAt}`)
        .sort(),
      provisional: ticket.dueProvisionalAt,
    });
  }
  const manager = await h.as('manager');
  const query = { from: '2026-12-01', to: '2027-01-31' };
  const figures = [];
  for (const name of ['timelyReplyRate', 'departmentTimelyReplyRate', 'timelySigningRate', 'callbackRate'])
    figures.push((await manager.call('figure', { params: { name }, query })).total);
  return { cases, figures };
}

test('nobody is refused for want of next year’s calendar, and once it is imported all is as if it had been known', {
  timeout: 120_000,
}, async () => {
  const [known, unknown] = [await liveOverNewYear(knowing), await liveOverNewYear(waiting)];
  const before = await standing(waiting, unknown);
  // All but the one whose clocks ended within the announced days.
  expect(before.cases.map((c) => c.provisional !== null)).toEqual([true, false, true, true, true, true]);
  // On a provisional due nobody is signed for and nothing is closed.
  expect(before.cases.at(4)?.dispatches[0]?.[2]).toBeNull();
  expect(before).not.toEqual(await standing(knowing, known));

  const board = { from: '2027-01-01', to: '2027-01-31' };
  const marks = async (h: TestHotline) =>
    (await (await h.as('manager')).call('board', { query: { ...board, names: 'timelyReplyRate' } })).provisionalFrom;
  expect([await marks(waiting), await marks(knowing)]).toEqual(['2027-01-01', null]);
  const bulletin = async (h: TestHotline) =>
    (await (await h.as('manager')).call('bulletin', { params: { month: '2027-01' } })).provisionalFrom;
  expect([await bulletin(waiting), await bulletin(knowing)]).toEqual(['2027-01-01', null]);
  const file = async (h: TestHotline) => {
    const { id } = await exported(h, 'supervisor', { what: 'tickets', purpose: '核对暂定时限', query: {} });
    const [titles = '', ...lines] = (await download(h, 'supervisor', id)).body.split('\r\n');
    const column = titles.split(',').indexOf('时限暂定');
    return lines.map((line) => line.split(',')[column]).filter((cell) => cell === '是').length;
  };
  expect([await file(waiting), await file(knowing)]).toEqual([unknown.length - 1, 0]);
  const filed = async (h: TestHotline) => {
    const citizen = await h.as(null);
    const body = { kind: 'complaint' as const, content: '楼下工地凌晨施工，噪声扰民。', phone: '19900000077' };
    return (await citizen.call('portalAppeal', { body })).isProvisional;
  };
  expect([await filed(waiting), await filed(knowing)]).toEqual([true, false]);

  await importYear(waiting);
  const settle = openSettling(waiting.hotline);
  // All but the one, and what the citizen filed.
  expect(await settle()).toBe(unknown.length);
  expect(await settle()).toBe(0);
  expect(await openSettling(waiting.hotline)()).toBe(0);
  expect(await marks(waiting)).toBeNull();
  await waiting.moveTo('2027-01-12T02:00:00.000Z');
  await knowing.moveTo('2027-01-12T02:00:00.000Z');
  expect(await standing(waiting, unknown)).toEqual(await standing(knowing, known));
  const { dispatches } = await (await waiting.as('supervisor')).call('ticket', { params: { id: unknown[0] ?? '' } });
  expect(dispatches.every((d) => d.replyClock.provisional === undefined)).toBe(true);
});
