import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
beforeAll(async () => {
  h = await openHotline();
});
afterAll(() => h.close());

test('a supervisor hands a ticket to a dispatcher, a head a turn to her clerk; nobody else is on either list', async () => {
  const agent = await h.as('agent');
  const { ticket } = await agent.call('logAppeal', {
    body: { channel: 'phone', kind: 'help', content: '鼓东路水管爆裂，路面积水。', citizen: { phone: '19900000066' } },
  });
  const listed = async (who: string) =>
    (await (await h.as(who)).call('assignees', { params: { id: ticket.id } })).items.map(({ id }) => id);
  const centre = await listed('supervisor');
  expect(centre).toEqual(expect.arrayContaining(['p-agent', 'p-dispatcher', 'p-reviewer', 'p-callback']));
  expect(centre).not.toContain('p-urban');

  const owned = await (await h.as('supervisor')).act(ticket.id, 'assign', null, { personId: 'p-dispatcher' });
  expect(owned.ticket.ownerId).toBe('p-dispatcher');
  expect(owned.names['p-dispatcher']).toBe('派单员小陈');

  await (await h.as('dispatcher')).act(ticket.id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  expect((await listed('urban.head')).sort()).toEqual(['p-urban', 'p-urban.head']);
  const handed = await (await h.as('urban.head')).act(ticket.id, 'assign', null, { personId: 'p-urban' });
  expect(handed.dispatches[0]?.clerkId).toBe('p-urban');
  expect(handed.names['p-urban']).toBe('市城管委经办人');

  await expect(
    (await h.as('urban.head')).act(ticket.id, 'assign', null, { personId: 'p-agent' }),
  ).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('从名单中选择') });
  expect(await listed('agent')).toEqual([]);
  await expect(listed('gas')).rejects.toMatchObject({ code: 'notFound' });
});
