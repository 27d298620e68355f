import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from '@hotline/server/app/server';
import { sweep } from '@hotline/server/jobs/alarms';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { expectAccessible } from './accessible.ts';
import { type BrowserChoice, browserAddress, launch } from './browser.ts';
import { openHotline, type TestHotline } from './hotline.ts';

const shots = process.env['SCREENSHOTS'];

/** A hotline on a real port with real browsers before it. Its clock is the real one, moved on by `passTime`. */
export async function openBrowserCity(options: { days?: number; startMs?: number } & BrowserChoice = {}) {
  let offsetMs = options.startMs ?? 0;
  const now = () => new Date(Date.now() + offsetMs).toISOString();
  const h = await openHotline({ now: now(), days: options.days ?? 0, perDay: 8 });
  Object.defineProperty(h.clock, 'now', { get: now, set: () => undefined });
  if (options.days) await sendToUrban(h);
  const server = await buildServer(h.hotline, { webRoot: inject('webRoot') });
  const base = browserAddress(await server.listen({ host: '127.0.0.1', port: 0 }), options.host);
  const browser = await launch(options);
  const problems: string[] = [];
  if (shots) mkdirSync(shots, { recursive: true });

  const open = async (path: string, name: string, context: BrowserContextOptions = {}, cookie = ''): Promise<Page> => {
    const own = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...context,
    });
    const [session, value] = cookie.split('=');
    if (session && value) await own.addCookies([{ name: session, value, url: base, httpOnly: true }]);
    const page = await own.newPage();
    page.on('pageerror', (error) => problems.push(`${name}: ${error.message}`));
    page.on('console', (m) => {
      // Refusals are answers, and a cut network is what some of the stories are about.
      const expected = /status of 4\d\d|ERR_INTERNET_DISCONNECTED|WebSocket connection/.test(m.text());
      if (m.type() === 'error' && !expected) problems.push(`${name}: ${m.text()}`);
    });
    await page.goto(`${base}${path}`);
    return page;
  };
  return {
    h,
    base,
    problems,
    open,
    /** Signs in at the page, by keyboard. */
    signIn: async (username: string): Promise<Page> => {
      const page = await open('/', username);
      await page.getByLabel('用户名').focus();
      await page.keyboard.type(username);
      await page.keyboard.press('Tab');
      await page.keyboard.type('hotline-demo');
      await page.keyboard.press('Enter');
      await page.locator('.live-online').waitFor();
      return page;
    },
    /** A page of somebody who signed in before, once its live connection stands. */
    openAs: async (username: string, path = '/'): Promise<Page> => {
      const page = await open(path, username, {}, await h.signIn(username));
      await page.locator('.live-online').waitFor();
      return page;
    },
    passTime: async (ms: number) => {
      offsetMs += ms;
      await sweep(h.hotline);
    },
    close: async () => {
      await browser.close();
      await server.close();
      await h.close();
    },
  };
}

/** At some hours a few days of the demo city leave this department nothing to sign, and screens are looked at at any hour. */
async function sendToUrban(h: TestHotline): Promise<void> {
  const body = { channel: 'phone' as const, kind: 'help' as const, content: '市民反映，福马路护栏倒塌。', citizen: {} };
  const { id } = (await (await h.as('agent')).call('logAppeal', { body })).ticket;
  await (await h.as('dispatcher')).act(id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
}

/** WCAG 2 A and AA as the page stands now, with whatever is open on it, or of one part of it. */
export async function expectClean(page: Page, name: string, part?: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
  await expectAccessible(page, name, part);
}

/** A row of a queue, by the title of its ticket. */
export const rowOf = (page: Page, title: string) => page.getByRole('option').filter({ hasText: title });

/** Presses what stands in the bar under the case. */
export const press = (page: Page, action: string) =>
  page.getByRole('toolbar').getByRole('button', { name: action, exact: true }).click();
