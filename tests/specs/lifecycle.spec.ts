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

/** A complaint sent to 城管委 on Monday 2 November: 10 working days, due 24:00 of Monday the 16th. */
async function sentTo(leadId: string, assistIds: string[] = []) {
  const agent = await h.as('agent');
  const dispatcher = await h.as('dispatcher');
  const { ticket, appeal } = await agent.call('logAppeal', {
    body: {
      channel: 'phone',
      kind: 'complaint',
      content: '市民反映小区旁工地凌晨施工，噪声扰民。',
      citizen: { name: '陈女士', phone: '19900000077' },
    },
  });
  const c = await dispatcher.act(ticket.id, 'dispatch', ticket.version, { leadId, assistIds });
  return { id: ticket.id, appeal, c, lead: c.dispatches[0]?.id ?? '', assist: c.dispatches[1]?.id ?? '' };
}
const reason = { reasonCode: 'notOurDuty', reason: '该事项依法不属于本单位职责范围。' };

test('a return asked for in time and approved goes back to the dispatcher; after two only a designation is left', async () => {
  const { id, lead } = await sentTo('urban');
  const dispatcher = await h.as('dispatcher');
  const back = async (department: string, dispatch: string) => {
    const clerk = await h.as(department);
    const asked = await clerk.act(id, 'requestReturn', 1, { dispatchId: dispatch, ...reason });
    expect(asked.dispatches.find((d) => d.id === dispatch)?.signedAt).toBe(h.clock.now);
    const request = asked.requests.at(-1)?.id ?? '';
    return dispatcher.act(id, 'approveReturn', null, { requestId: request });
  };
  const returned = await back('urban', lead);
  expect(returned.ticket.status).toBe('awaitingDispatch');
  expect(returned.dispatches[0]?.status).toBe('returned');
  await expect((await h.as('urban')).call('ticket', { params: { id } })).rejects.toMatchObject({ code: 'notFound' });

  const again = await dispatcher.act(id, 'dispatch', returned.ticket.version, { leadId: 'housing', assistIds: [] });
  expect(again.dispatches[1]?.sentAt).toBe(h.clock.now);
  const twice = await back('housing', again.dispatches[1]?.id ?? '');
  await expect(
    dispatcher.act(id, 'dispatch', twice.ticket.version, { leadId: 'planning', assistIds: [] }),
  ).rejects.toMatchObject({
    details: { why: 'onlyDesignate' },
  });
  const named = await dispatcher.act(id, 'designate', twice.ticket.version, {
    leadId: 'construction',
    assistIds: [],
    note: '按三定方案由市建设局承办。',
  });
  const clerk = await h.as('construction');
  await expect(
    clerk.act(id, 'requestReturn', 1, { dispatchId: named.dispatches[2]?.id ?? '', ...reason }),
  ).rejects.toMatchObject({
    details: { why: 'designatedCannotReturn' },
  });
});

test('a return asked for too late is refused with the reason', async () => {
  const { id, lead } = await sentTo('urban');
  h.clock.now = '2026-11-04T16:00:00.000Z';
  await expect(
    (await h.as('urban')).act(id, 'requestReturn', 1, { dispatchId: lead, ...reason }),
  ).rejects.toMatchObject({ details: { why: 'returnTooLate' } });
});

test('a granted extension moves the due and the promise by the same working days, once; the original due stays', async () => {
  const { id, lead, c } = await sentTo('urban');
  expect(c.dispatches[0]?.dueAt).toBe('2026-11-16T16:00:00.000Z');
  const clerk = await h.as('urban');
  const reviewer = await h.as('reviewer');
  const signed = await clerk.act(id, 'sign', 1, { dispatchId: lead });
  const asked = await clerk.act(id, 'requestExtension', signed.dispatches[0]?.version ?? 0, {
    dispatchId: lead,
    days: 5,
    reasonCode: 'complex',
    reason: '需会同多个单位现场核查。',
  });
  const granted = await reviewer.act(id, 'grantExtension', null, { requestId: asked.requests[0]?.id ?? '' });
  expect(granted.dispatches[0]).toMatchObject({
    dueAt: '2026-11-23T16:00:00.000Z',
    originalDueAt: '2026-11-16T16:00:00.000Z',
  });
  expect(granted.appeals[0]).toMatchObject({
    promisedDueAt: '2026-11-24T16:00:00.000Z',
    originalPromisedDueAt: '2026-11-17T16:00:00.000Z',
  });
  const view = await clerk.call('ticket', { params: { id } });
  expect(view.openActions.find((a) => a.name === 'requestExtension')?.disabledReason).toContain('延期次数');
});

test('a shelved ticket stands still until its review date, then every clock goes on from where it stopped', async () => {
  const { id, lead } = await sentTo('urban');
  const clerk = await h.as('urban');
  const manager = await h.as('manager');
  const signed = await clerk.act(id, 'sign', 1, { dispatchId: lead });
  const asked = await clerk.act(id, 'requestShelving', signed.dispatches[0]?.version ?? 0, {
    dispatchId: lead,
    reviewAt: '2026-11-09T02:00:00.000Z',
    reasonCode: 'projectPlanned',
    reason: '该路段改造已列入计划，需待招标完成。',
  });
  const shelved = await manager.act(id, 'approveShelving', null, { requestId: asked.requests[0]?.id ?? '' });
  expect(shelved.ticket.status).toBe('shelved');
  await h.moveTo('2026-11-09T02:00:00.000Z');
  const view = await manager.call('ticket', { params: { id } });
  expect(view.ticket.status).toBe('handling');
  // Monday 2nd to Monday 9th: five working days.
  expect(view.dispatches[0]?.dueAt).toBe('2026-11-23T16:00:00.000Z');
  expect(view.appeals[0]?.promisedDueAt).toBe('2026-11-24T16:00:00.000Z');
});

test('a sub-dispatch is due before its parent, and the parent judges it', async () => {
  const { id, lead } = await sentTo('urban');
  const clerk = await h.as('urban');
  const signed = await clerk.act(id, 'sign', 1, { dispatchId: lead });
  const sub = await clerk.act(id, 'subDispatch', signed.dispatches[0]?.version ?? 0, {
    dispatchId: lead,
    departmentId: 'urban-01',
  });
  const child = sub.dispatches[1];
  expect(child?.parentId).toBe(lead);
  expect((child?.dueAt ?? '') < (sub.dispatches[0]?.dueAt ?? '')).toBe(true);
  const view = await clerk.call('ticket', { params: { id } });
  expect(view.openActions.find((a) => a.name === 'reply' && a.target === lead)?.disabledReason).toContain('转派下级');
  const recalled = await clerk.act(id, 'recall', child?.version ?? 0, { dispatchId: child?.id ?? '' });
  expect(recalled.dispatches[1]?.status).toBe('released');
});

test('a dissatisfied citizen may bring a second round: same lead, no new promise, the first answer stands', async () => {
  const { id, lead, appeal } = await sentTo('watergroup');
  const clerk = await h.as('watergroup');
  const signed = await clerk.act(id, 'sign', 1, { dispatchId: lead });
  const answer = {
    contactedBy: 'phone' as const,
    actuality: 'confirmed' as const,
    solved: 'solved' as const,
    handling: '已现场处理完毕。',
    publicReply: '您好，您反映的问题已处理完毕。',
  };
  const replied = await clerk.act(id, 'reply', signed.dispatches[0]?.version ?? 0, { dispatchId: lead, ...answer });
  const reviewer = await h.as('reviewer');
  const accepted = await reviewer.act(id, 'acceptReply', replied.dispatches[0]?.version ?? 0, { dispatchId: lead });
  const answeredAt = accepted.appeals[0]?.answeredAt;
  const callback = await h.as('callback');
  const { dissatisfactionReasons } = await import('@hotline/shared/catalog/reasons');
  const code = dissatisfactionReasons.find((r) => r.reopens)?.code ?? '';
  h.clock.now = '2026-11-03T02:00:00.000Z';
  const unhappy = await callback.act(id, 'recordCallback', accepted.ticket.version, {
    appealId: appeal.id,
    reached: 'reached',
    contacted: 'yes',
    solved: 'no',
    satisfaction: 'dissatisfied',
    reasonCode: code,
    note: '仍在施工',
  });
  expect(unhappy.ticket.status).toBe('awaitingReview');
  const second = await reviewer.act(id, 'rework', unhappy.ticket.version, { note: '请现场核实后重新答复。' });
  expect(second.ticket).toMatchObject({ status: 'handling', round: 2 });
  expect(second.dispatches[1]).toMatchObject({ departmentId: 'watergroup', round: 2, role: 'lead' });
  expect(second.appeals[0]).toMatchObject({ status: 'open', answeredAt, promisedDueAt: appeal.promisedDueAt });
});
