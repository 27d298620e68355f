import { findCase } from '@hotline/db/cases/cases';
import { eventsAfter, eventsOf } from '@hotline/db/cases/events';
import { counterChecks } from '@hotline/db/figures/checks';
import { rowChecks } from '@hotline/db/store/checks';
import { Refusal } from '@hotline/shared/refusal';
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

type About = { againstDepartmentId?: string; joinTicketId?: string };

/** A burst pipe, told by one more citizen. */
async function logged(name: string, phone: string, about: About = {}) {
  const { ticket, appeal } = await (await h.as('agent')).call('logAppeal', {
    body: {
      channel: 'phone',
      kind: 'help',
      content: `${name}来电反映五一北路路面冒水，请尽快处理。`,
      citizen: { name, phone },
      ...about,
    },
  });
  return { id: ticket.id, number: ticket.number, version: ticket.version, appeal };
}
type Logged = Awaited<ReturnType<typeof logged>>;

async function sent(ticket: Logged, leadId: string, assistIds: string[] = []) {
  const c = await (await h.as('dispatcher')).act(ticket.id, 'dispatch', ticket.version, { leadId, assistIds });
  return { version: c.ticket.version, dispatch: c.dispatches[0]?.id ?? '', assist: c.dispatches[1]?.id ?? '' };
}
const view = async (who: string, id: string) => (await h.as(who)).call('ticket', { params: { id } });
const lookup = async ({ appeal }: Logged) =>
  (await h.as(null)).call('portalLookup', { body: { number: appeal.number, code: appeal.queryCode } });
const answer = {
  contactedBy: 'phone' as const,
  actuality: 'confirmed' as const,
  solved: 'solved' as const,
  handling: '已更换爆裂管段。',
  publicReply: '您好，五一北路爆管已修复。',
};
const merge = async (from: { id: string; version: number }, into: { id: string; version: number }) =>
  (await h.as('dispatcher')).act(from.id, 'merge', from.version, { into: into.id, intoVersion: into.version });

test('three citizens, two tickets, one matter: after the merge each keeps number, promise, answer and callback', async () => {
  const chen = await logged('陈女士', '19900000101');
  h.clock.now = '2026-11-02T03:00:00.000Z';
  const lin = await logged('林先生', '19900000102');
  const wang = await logged('王女士', '19900000103', { joinTicketId: lin.id });
  expect(wang.id).toBe(lin.id);
  const promised = new Map([chen, lin, wang].map((c) => [c.appeal.id, c.appeal.promisedDueAt]));
  const urban = await sent(chen, 'urban');
  const water = await sent({ ...lin, version: wang.version }, 'watergroup');
  await (await h.as('urban')).act(chen.id, 'requestReturn', 1, {
    dispatchId: urban.dispatch,
    reasonCode: 'notOurDuty',
    reason: '供水设施由水务集团负责。',
  });
  const seen = await view('dispatcher', chen.id);

  const closed = await merge({ id: chen.id, version: seen.ticket.version }, { id: lin.id, version: water.version });
  expect(closed.ticket).toMatchObject({ status: 'closed', outcome: 'merged', mergedIntoId: lin.id });
  expect(closed.appeals).toEqual([]);
  expect(closed.dispatches[0]).toMatchObject({ status: 'released', endedAt: h.clock.now });
  expect(closed.requests[0]).toMatchObject({ type: 'return', status: 'cancelled' });
  await expect(view('urban', chen.id)).rejects.toMatchObject({ code: 'notFound' });

  const events = await Promise.all([chen, lin].map(({ id }) => eventsOf(h.store.reader, id)));
  expect(events.map((list) => list.at(-1))).toMatchObject([
    { verb: 'merge', linkedTicketId: lin.id },
    { verb: 'merge', linkedTicketId: chen.id },
  ]);
  // Whoever loses sight of the one is told so; whoever holds the other hears of it.
  const told = (await eventsAfter(h.store.reader, (events[0]?.at(-1)?.seq ?? 1) - 1, 2)).map((e) => [
    e.audienceBefore?.departments,
    e.audienceAfter?.departments,
  ]);
  const [atUrban, atWaterGroup] = [['fz.urban.'], ['fz.watergroup.']];
  expect(told).toEqual([
    [atUrban, []],
    [atWaterGroup, atWaterGroup],
  ]);
  const timeline = await (await h.as('dispatcher')).call('ticketEvents', { params: { id: chen.id } });
  expect(timeline.items.at(-1)?.linked).toMatchObject({ id: lin.id, number: lin.number });
  // The company that handles it sees all three citizens, and nothing of the ticket that was.
  const atWater = await view('watergroup', lin.id);
  expect(atWater.appeals.map((a) => a.number)).toEqual([chen, lin, wang].map((c) => c.appeal.number));
  const heard = await (await h.as('watergroup')).call('ticketEvents', { params: { id: lin.id } });
  expect(heard.items.at(-1)).toMatchObject({ verb: 'merge', linked: null });
  for (const a of atWater.appeals) expect(a.promisedDueAt).toBe(promised.get(a.id));

  const clerk = await h.as('watergroup');
  const signed = await clerk.act(lin.id, 'sign', 1, { dispatchId: water.dispatch });
  const dispatch = { dispatchId: water.dispatch };
  const replied = await clerk.act(lin.id, 'reply', signed.dispatches[0]?.version ?? 0, { ...dispatch, ...answer });
  const reviewer = await h.as('reviewer');
  const accepted = await reviewer.act(lin.id, 'acceptReply', replied.dispatches[0]?.version ?? 0, dispatch);
  expect(accepted.appeals.map((a) => [a.status, a.answer])).toEqual(
    [chen, lin, wang].map(() => ['answered', answer.publicReply]),
  );
  const progress = await lookup(chen);
  expect(progress).toMatchObject({ number: chen.appeal.number, answer: answer.publicReply, canRate: true });
  // Her own steps: logged once, sent to one, merged into the other's, which was signed for, replied to and answered.
  expect(progress.steps.map((s) => s.verb)).toEqual(['log', 'dispatch', 'merge', 'sign', 'reply', 'acceptReply']);
  expect(progress.steps[2]?.sentence).toContain('由福州市水务集团有限公司一并办理');

  const callback = await h.as('callback');
  let version = accepted.ticket.version;
  for (const { appeal } of [chen, lin, wang]) {
    const reached = { reached: 'reached' as const, solved: 'yes' as const, satisfaction: 'satisfied' as const };
    const after = await callback.act(lin.id, 'recordCallback', version, { appealId: appeal.id, ...reached });
    expect(after.callbacks.filter((b) => b.appealId === appeal.id)).toHaveLength(1);
    version = after.ticket.version;
    expect(after.ticket.status).toBe(appeal.id === wang.appeal.id ? 'closed' : 'awaitingCallback');
  }
});

test('a merge and a reply at the same moment: one wins, the other is told what changed, nobody is answered by mistake', async () => {
  const clerk = await h.as('watergroup');
  const outcomes = new Set<string>();
  for (let i = 0; i < 12; i++) {
    const [a, b] = [await logged('陈女士', '19900000111'), await logged('林先生', '19900000112')];
    const absorbed = await sent(a, 'watergroup');
    const into = await sent(b, 'watergroup');
    // Now the absorbed ticket's lead replies, now the other's.
    const [replies, dispatch] = i % 2 === 0 ? [a, absorbed.dispatch] : [b, into.dispatch];
    await clerk.act(replies.id, 'sign', 1, { dispatchId: dispatch });
    const [seenA, seenB] = [await view('dispatcher', a.id), await view('dispatcher', b.id)];
    const merging = () => merge(seenA.ticket, seenB.ticket);
    const replying = () => clerk.act(replies.id, 'reply', 2, { dispatchId: dispatch, ...answer });
    const both = i % 4 < 2 ? [merging(), replying()] : [replying(), merging()].reverse();
    const [merged, replied] = await Promise.allSettled(both);
    const [endA, endB] = [await findCase(h.store.reader, a.id), await findCase(h.store.reader, b.id)];
    const isMerged = merged?.status === 'fulfilled';
    const isReplied = replied?.status === 'fulfilled';
    outcomes.add(`${i % 2} ${isMerged} ${isReplied}`);
    expect(endA?.ticket.outcome).toBe(isMerged ? 'merged' : null);
    expect(endB?.appeals).toHaveLength(isMerged ? 2 : 1);
    if (replies === a) expect([isMerged, isReplied].filter(Boolean)).toHaveLength(1);
    // The reply to the other ticket stands either way; merged first, it is for both citizens.
    else expect(isReplied).toBe(true);
    if (!isMerged) {
      const { code, details } = (merged as PromiseRejectedResult).reason as Refusal;
      expect(code).toBe('stale');
      expect(details).toMatchObject({ ticketId: replies.id, changes: [{ verb: 'reply' }] });
    }
    if (!isReplied) expect((replied as PromiseRejectedResult).reason).toMatchObject({ code: 'notFound' });
  }
  expect(outcomes.size).toBeGreaterThan(1);
});

test('merges in all directions at once across the writer’s lanes: no deadlock, every appeal on exactly one ticket', async () => {
  const tickets: Logged[] = [];
  for (let i = 0; i < 9; i++) tickets.push(await logged('陈女士', `199000002${10 + i}`));
  const attempts = tickets.flatMap((from, i) =>
    [1, 2, 4].flatMap((step) => {
      const into = tickets[(i + step) % tickets.length];
      return into ? [merge(from, into), h.as('agent').then((agent) => agent.act(into.id, 'urge', null, {}))] : [];
    }),
  );
  const outcomes = await Promise.allSettled(attempts);
  for (const o of outcomes) {
    if (o.status === 'fulfilled') continue;
    expect(o.reason).toBeInstanceOf(Refusal);
    expect(['stale', 'wrongStatus']).toContain((o.reason as Refusal).code);
  }
  const cases = await Promise.all(tickets.map(({ id }) => findCase(h.store.reader, id)));
  const held = cases.flatMap((c) => c?.appeals.map((a) => [a.id, c.ticket.status]) ?? []);
  expect(new Map(held as [string, string][]).size).toBe(tickets.length);
  expect(held).toHaveLength(tickets.length);
  for (const [, status] of held) expect(status).toBe('awaitingDispatch');
  expect(cases.some((c) => c?.ticket.outcome === 'merged')).toBe(true);
});

test('what cannot be merged is refused with what to do instead', async () => {
  const [a, b] = [await logged('陈女士', '19900000121'), await logged('林先生', '19900000122')];
  const dispatched = await sent(a, 'urban');
  const why = async (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      (error: unknown) => (error as { details?: { why?: string } }).details?.why,
    );
  const from = { id: a.id, version: dispatched.version };
  expect(await why(merge(from, b))).toBe('mergeTheOther');
  expect(await why(merge(from, from))).toBe('mergeSelf');
  expect(await why(merge(from, { id: 'nothing', version: 1 }))).toBe('noOther');
  const supervisor = await h.as('supervisor');
  const ordered = await supervisor.act(b.id, 'supervise', null, { level: 'city', demand: '请尽快派单。', days: 1 });
  expect(await why(merge({ id: b.id, version: ordered.ticket.version }, from))).toBe('supervised');
  expect(ordered.openActions.find((o) => o.name === 'supervise')?.disabledReason).toBeNull();
});

test('a split takes a citizen out with number, promise and supplement into a ticket of its own that waits for dispatch', async () => {
  const lin = await logged('林先生', '19900000131');
  const wang = await logged('王女士', '19900000132', { joinTicketId: lin.id });
  const agent = await h.as('agent');
  await agent.act(lin.id, 'supplement', null, { appealId: wang.appeal.id, text: '在 88 号门口。' });
  const at = await sent({ ...lin, version: wang.version }, 'watergroup');
  const dispatcher = await h.as('dispatcher');
  h.clock.now = '2026-11-03T02:00:00.000Z';
  const all = [lin.appeal.id, wang.appeal.id];
  await expect(dispatcher.act(lin.id, 'split', at.version, { appealIds: all })).rejects.toMatchObject({
    details: { why: 'lastAppeal' },
  });
  const left = await dispatcher.act(lin.id, 'split', at.version, {
    appealIds: [wang.appeal.id],
    title: '小区水压不足',
  });
  expect(left.appeals.map((a) => a.id)).toEqual([lin.appeal.id]);
  expect(left.dispatches[0]).toMatchObject({ status: 'awaitingSigning', departmentId: 'watergroup' });
  const { items } = await dispatcher.call('ticketEvents', { params: { id: lin.id } });
  const newId = items.at(-1)?.linked?.id ?? '';
  const made = await dispatcher.call('ticket', { params: { id: newId } });
  expect(made.ticket).toMatchObject({ status: 'awaitingDispatch', title: '小区水压不足', round: 1, version: 1 });
  expect(made.ticket.number).not.toBe(lin.number);
  expect(made.appeals).toMatchObject([
    { id: wang.appeal.id, number: wang.appeal.number, promisedDueAt: wang.appeal.promisedDueAt },
  ]);
  expect(made.ticket.promisedDueAt).toBe(wang.appeal.promisedDueAt);
  expect(made.notes).toMatchObject([{ kind: 'supplement', text: '在 88 号门口。' }]);
  // One more note on either ticket never takes the name of one that moved.
  await agent.act(lin.id, 'supplement', null, { appealId: lin.appeal.id, text: '水还在冒。' });
  await agent.act(newId, 'supplement', null, { appealId: wang.appeal.id, text: '五楼以上没有水。' });
  const steps = ['log', 'supplement', 'dispatch', 'split', 'supplement'];
  expect((await lookup(wang)).steps.map((s) => s.verb)).toEqual(steps);
  // It has been with a department already: an answer on the line would take it out of the figure.
  expect(made.openActions.find((o) => o.name === 'answer')?.disabledReason).toContain('已派出过');
  await dispatcher.act(newId, 'dispatch', 2, { leadId: 'housing', assistIds: [] });
  await expect(view('watergroup', newId)).rejects.toMatchObject({ code: 'notFound' });
});

test('nothing about the body complained of reaches it: not by joining, merging, or naming it afterwards', async () => {
  const plain = await logged('林先生', '19900000141');
  const atUrban = await sent(plain, 'urban', ['traffic']);
  const about = await logged('陈女士', '19900000142', { againstDepartmentId: 'urban', joinTicketId: plain.id });
  // It could not join what the body complained of handles: a ticket of its own, which says what it goes with.
  expect(about.id).not.toBe(plain.id);
  const { items } = await (await h.as('dispatcher')).call('ticketEvents', { params: { id: about.id } });
  expect(items[0]?.linked?.id).toBe(plain.id);
  await expect(merge(about, { id: plain.id, version: atUrban.version })).rejects.toMatchObject({
    details: { why: 'againstHandling' },
  });
  const other = await logged('王女士', '19900000143', { againstDepartmentId: 'housing' });
  await expect(merge(other, about)).rejects.toMatchObject({ details: { why: 'againstApart' } });

  const dispatcher = await h.as('dispatcher');
  const named = await dispatcher.act(plain.id, 'amend', atUrban.version, { againstDepartmentId: 'urban' });
  expect(named.ticket.status).toBe('awaitingDispatch');
  expect(named.dispatches.map((d) => d.status)).toEqual(['released', 'awaitingSigning']);
  await expect(view('urban', plain.id)).rejects.toMatchObject({ code: 'notFound' });
  await expect(
    dispatcher.act(plain.id, 'dispatch', named.ticket.version, { leadId: 'urban-01', assistIds: [] }),
  ).rejects.toMatchObject({ details: { why: 'againstDepartment' } });
  // Nobody is waited for who cannot act: the assist goes on with its own work.
  const signed = await (await h.as('traffic')).act(plain.id, 'sign', 1, { dispatchId: atUrban.assist });
  expect(signed.dispatches[1]?.status).toBe('handling');
});

test('the store holds together and every counter equals a recount after all this', async () => {
  for (const check of [...rowChecks, ...counterChecks])
    expect(await check.broken(h.store.reader), check.name).toEqual([]);
});
