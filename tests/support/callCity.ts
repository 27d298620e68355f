import { join } from 'node:path';
import { insertPerson } from '@hotline/db/people/people';
import { hashPassword } from '@hotline/server/sessions/password';
import type { Page } from 'playwright-core';
import { openBrowserCity } from './browserCity.ts';
import { report } from './calls.ts';

/** The machine may be busy. */
export const soon = { timeout: 15_000, interval: 50 };
/** Where an agent sits. */
export const log = '/console/log';

/** A hotline with two agents who also dispatch, a caller known under one number with two names, and a telephone on every desk. */
export async function openCallCity() {
  const city = await openBrowserCity();
  const { h } = city;
  const passwordHash = await hashPassword('hotline-demo');
  await h.store.writer.transaction().execute(async (tx) => {
    for (const [username, name] of [
      ['frontline', '一线小何'],
      ['second', '一线小许'],
    ] as const)
      await insertPerson(
        tx,
        {
          id: `p-${username}`,
          username,
          name,
          passwordHash,
          demoAt: null,
          createdAt: h.clock.now,
        },
        [
          { role: 'agent', path: 'fz.' },
          { role: 'dispatcher', path: 'fz.' },
        ],
      );
  });
  for (const name of ['陈建国', '林秀英'])
    await (await h.as('agent')).call('logAppeal', {
      body: {
        channel: 'phone',
        kind: 'help',
        title: '杨桥路路灯不亮',
        content: '杨桥路一带路灯不亮已经三天，夜间出行不便。',
        citizen: { name, phone: '13800138000' },
      },
    });
  let calls = 0;
  /** The telephone on the agent's desk. */
  const telephone = async (agent: string, from = '13800138000') => {
    const callId = `browser-${++calls}`;
    const say = (event: string, more = {}) => report(h, { event, callId, from, agent, queue: '综合受理', ...more });
    const { body } = await say('newCall');
    return { id: body.id, answer: () => say('answer'), hangUp: () => say('hangup', { cause: 'normalClearing' }) };
  };
  return { ...city, telephone };
}

export const seatOf = (page: Page) => page.getByRole('combobox', { name: '坐席状态' });
export const cardOf = (page: Page) => page.getByRole('region', { name: '来电', exact: true }).getByRole('article');
export const contentOf = (page: Page) => page.getByLabel(/诉求内容/);

const wide = { width: 1920, height: 1080 };
const usual = { width: 1366, height: 768 };
const shots = process.env['SCREENSHOTS'];

/** A picture at the usual width and at a wide one, where somebody wants pictures. */
export async function shotOf(page: Page, name: string): Promise<void> {
  if (!shots) return;
  await page.screenshot({ path: join(shots, `${name}.png`) });
  await page.setViewportSize(wide);
  await page.screenshot({ path: join(shots, `${name}-wide.png`) });
  await page.setViewportSize(usual);
}
