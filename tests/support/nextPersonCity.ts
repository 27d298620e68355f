import { finder } from '@hotline/server/jobs/finder';
import { catchUp } from '@hotline/server/jobs/follow';
import type { Page } from 'playwright-core';
import { openBrowserCity } from './browserCity.ts';
import { report } from './calls.ts';
import { signInAt } from './nextPerson.ts';

export const citizen = '欧阳晓梅';
export const matter = '台江区洋中路井盖破损';
export const sentMatter = '晋安区福马路护栏倒塌';

/** A city where one person after the other sits down at the same computer. */
export async function openNextPersonCity() {
  const city = await openBrowserCity();
  const agent = await city.h.as('agent');
  const body = {
    channel: 'phone' as const,
    kind: 'help' as const,
    content: `市民反映，${matter}。`,
    citizen: { name: citizen, phone: '13900139001' },
  };
  const ticketId = (await agent.call('logAppeal', { body })).ticket.id;
  const sent = { ...body, content: `市民反映，${sentMatter}。` };
  // With a department, so that clerks of two departments can stand at its address.
  const sentId = (await agent.call('logAppeal', { body: sent })).ticket.id;
  await (await city.h.as('dispatcher')).act(sentId, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  await report(city.h, { event: 'newCall', callId: 'next-1', from: '13912345678' });
  await report(city.h, { event: 'hangup', callId: 'next-1', from: '13912345678' });
  await catchUp(city.h.hotline, finder);
  return { ...city, ticketId, sentId, openFresh: (username: string, path: string) => openFresh(city, username, path) };
}

/** A session of its own: signing out ends it, and other tests have theirs. */
async function openFresh(
  city: Awaited<ReturnType<typeof openBrowserCity>>,
  username: string,
  path: string,
): Promise<Page> {
  const page = await city.open(path, username);
  await signInAt(page, username);
  await online(page);
  return page;
}

export const online = (page: Page) => page.locator('.live-online').waitFor();
export const words = (page: Page) => page.getByLabel('派单意见');
