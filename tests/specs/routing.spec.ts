import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import type { Call } from '@hotline/shared/api/client';
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

type Body = NonNullable<Call<'logAppeal'>['body']>;
const log = async (content: string, more: Partial<Body> = {}) =>
  (await h.as('agent')).call('logAppeal', {
    body: { channel: 'phone', kind: 'complaint', content, citizen: { phone: '19900001111' }, ...more },
  });
const suggest = async (content: string, more: Omit<NonNullable<Call<'suggestions'>['query']>, 'content'> = {}) =>
  (await h.as('agent')).call('suggestions', { query: { content, ...more } });
const similar = async (query: NonNullable<Call<'similarAppeals'>['query']>) =>
  (await (await h.as('agent')).call('similarAppeals', { query })).items;

/** From logging to the accepted reply of `departmentId`. */
async function settle(content: string, departmentId: string, more: Partial<Body>) {
  const { ticket } = await log(content, more);
  const sent = await (await h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId: departmentId, assistIds: [] });
  const dispatchId = sent.dispatches[0]?.id ?? '';
  const clerk = await h.as(`${departmentId}.head`);
  await clerk.act(ticket.id, 'sign', 1, { dispatchId });
  const replied = await clerk.act(ticket.id, 'reply', 2, {
    dispatchId,
    contactedBy: 'phone',
    contactedAt: h.clock.now,
    actuality: 'confirmed',
    solved: 'solved',
    handling: '已到场核实并处理完毕。',
    publicReply: '您好，您反映的问题已处理完毕，感谢监督。',
  });
  const dispatch = replied.dispatches[0];
  if (dispatch?.status === 'awaitingApproval')
    await clerk.act(ticket.id, 'approveReply', dispatch.version, { dispatchId });
  const now = await (await h.as('reviewer')).call('ticket', { params: { id: ticket.id } });
  const accepted = await (await h.as('reviewer')).act(ticket.id, 'acceptReply', now.dispatches[0]?.version ?? 0, {
    dispatchId,
  });
  expect(accepted.dispatches[0]?.acceptedAt).toBeTruthy();
  return ticket;
}

test('a city without a history suggests by the names of its categories and the duties of its departments, and says so', async () => {
  const { categories, departments, learned, notice } = await suggest(
    '小区楼下工地夜间施工，噪音很大，凌晨两点还在打桩。',
  );
  const catalog = await (await h.as('agent')).call('catalog', {});
  expect(catalog.categories.find((c) => c.id === categories[0]?.id)?.name).toContain('夜间施工');
  expect(categories[0]?.reasons.map((r) => r.text).join('；')).toMatch(/命中：.*施工.*；本中心样本不足/);
  expect(departments.length).toBeGreaterThan(0);
  expect(departments.length).toBeLessThanOrEqual(3);
  expect(departments.every((d) => d.reasons.length > 0)).toBe(true);
  expect(departments.flatMap((d) => d.reasons.map((r) => r.text))).toContainEqual(expect.stringMatching(/^职责：/));
  expect(learned).toEqual({ examples: 0, trainedAt: null });
  expect(notice).toBeNull();
});

test.each([
  ['楼上邻居家着火了，冒出大量浓烟', 'handOff', 'fire'],
  ['老人在家昏迷没有呼吸', 'handOff', 'ambulance'],
  ['有人持刀在小区里追人', 'handOff', 'police'],
  ['我不想活了，没有意思', 'handOff', 'crisisLine'],
  ['我这个案子法院已经判决，现在申请强制执行', 'decline', 'inProceedings'],
  ['我想申请政府信息公开，要拆迁批文', 'decline', 'disclosureRequest'],
] as const)('%s: %s %s, in the words told to the citizen', async (content, verb, code) => {
  const { notice } = await suggest(content);
  expect(notice).toMatchObject({ verb, code });
  expect(notice?.told.length).toBeGreaterThan(10);
});

test('what departments in the end settled is learned, not where a ticket was first sent; the area counts', async () => {
  const categoryId = 'c020401';
  const place = { categoryId, regionCode: '350102001' };
  for (let i = 0; i < 3; i++) await settle(`榕荫路${i + 1}号附近路灯不亮。`, 'power', place);
  await settle('仓山那边路灯不亮。', 'urban', { categoryId, regionCode: '350104001' });
  // Sent first to the wrong one, which gave it back.
  const { ticket } = await log('榕荫路18号附近路灯不亮。', place);
  await (await h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId: 'police', assistIds: [] });
  await catchUp(h.hotline, finder);

  const { departments } = await suggest('鼓楼这边路灯不亮', place);
  expect(departments[0]?.id).toBe('power');
  expect(departments[0]?.reasons.map((r) => r.text)).toContain(
    '近 90 天鼓楼区同类 3 件，3 件由市供电公司承办'.replace('市供电公司', await shortName('power')),
  );
  expect(departments.map((d) => d.id)).not.toContain('police');
  const elsewhere = await suggest('路灯不亮', { categoryId, regionCode: '350104001' });
  const share = (found: typeof departments) => found.find((d) => d.id === 'urban')?.probability ?? 0;
  expect(share(elsewhere.departments)).toBeGreaterThan(share(departments));

  // The dispatcher sees the same beside the ticket, with where ones like it were settled.
  const routing = await (await h.as('dispatcher')).call('ticketRouting', { params: { id: ticket.id } });
  expect(routing.departments[0]?.id).toBe('power');
  expect(routing.past[0]).toMatchObject({ departmentId: 'power' });
  expect(routing.past.map((p) => p.ticketId)).not.toContain(ticket.id);
});

const shortName = async (id: string) =>
  (await (await h.as('agent')).call('catalog', {})).departments.find((d) => d.id === id)?.shortName ?? '';

test('the body complained of is never suggested, nor anything below it', async () => {
  const content = '路灯不亮已经一个月，反映多次无人处理。';
  const place = { categoryId: 'c020401', regionCode: '350102001' };
  expect((await suggest(content, place)).departments.map((d) => d.id)).toContain('power');
  const against = await suggest(content, { ...place, againstDepartmentId: 'power' });
  expect(against.departments.map((d) => d.id)).not.toContain('power');
  const named = await suggest(`${await shortName('power')}的人推诿不作为，${content}`, {
    ...place,
    service: 'efficiencyComplaint',
  });
  expect(named.departments.map((d) => d.id)).not.toContain('power');
});

test('an appeal told before in nearly the same words is offered to be added to, before one that is closed', async () => {
  const content = '市民来电反映，茉莉花城南门垃圾投放点三天无人清运，污水横流，异味很大，要求尽快清运。';
  const { ticket: closed } = await log(content, { citizen: { phone: '19900002001' } });
  await (await h.as('agent')).act(closed.id, 'answer', closed.version, {
    appealId: (await (await h.as('agent')).call('ticket', { params: { id: closed.id } })).appeals[0]?.id ?? '',
    answer: '您好，清运车辆今天下午到场。',
  });
  const { ticket: open } = await log(content.replace('三天', '多日'), { citizen: { phone: '19900002002' } });
  await log('市民咨询公积金如何提取，需要带哪些材料。', { citizen: { phone: '19900002003' } });
  await catchUp(h.hotline, finder);
  const found = await similar({ content: content.replace('市民来电反映，', '').replace('南门', '南大门') });
  expect(found.map((f) => [f.ticketId, f.canJoin, f.likeness])).toEqual([
    [open.id, true, 'duplicate'],
    [closed.id, false, 'duplicate'],
  ]);
  expect(found[0]?.reasons.map((r) => r.text)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^内容相似 \d\d%$/), '同一地点：茉莉花城']),
  );
  expect(JSON.stringify(found)).not.toContain('2002');

  // The same matter in other words: one place, one category.
  const other = await similar({
    content: '茉莉花城的垃圾桶又满了，臭死了',
    categoryId: 'c010101',
    phone: '19900002002',
  });
  expect(other.find((f) => f.ticketId === open.id)).toMatchObject({ likeness: 'sameMatter', canJoin: true });
  expect(other.find((f) => f.ticketId === open.id)?.reasons.map((r) => r.text)).toContain('同一来电号码');
});

test('five citizens with one matter within a day raise an alert; one who calls five times does not', async () => {
  const supervisor = await h.as('supervisor');
  const spots = async () => (await supervisor.call('hotspots', {})).items;
  for (let i = 0; i < 5; i++)
    await log(`橄榄郡停水第${i}天`, {
      categoryId: 'c020501',
      address: '橄榄郡小区',
      citizen: { phone: '19900003000' },
    });
  await catchUp(h.hotline, finder);
  expect((await spots()).map((s) => s.place)).not.toContain('橄榄郡小区');
  for (let i = 1; i <= 6; i++) {
    await log(`福橘新村${i}号楼停水`, {
      categoryId: 'c020501',
      address: '福橘新村',
      citizen: { phone: `1990000310${i}` },
    });
    if (i === 4) {
      await catchUp(h.hotline, finder);
      expect((await spots()).map((s) => s.place)).not.toContain('福橘新村');
    }
  }
  await catchUp(h.hotline, finder);
  const [spot, ...others] = (await spots()).filter((s) => s.place === '福橘新村');
  expect(spot).toMatchObject({ categoryId: 'c0205', citizens: 6, tickets: 6, seenAt: null });
  expect(others).toEqual([]);
  await supervisor.call('seeHotspot', { params: { id: spot?.id ?? '' } });
  expect((await spots()).find((s) => s.id === spot?.id)?.seenAt).toBe(monday);
});

test('too little history is refused with a sentence', async () => {
  await expect((await h.as('admin')).call('trainModel', {})).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('至少要有 100 件'),
  });
});
