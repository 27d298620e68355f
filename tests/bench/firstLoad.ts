import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { buildWeb } from '../support/buildWeb.ts';
import { signIn, start, stopAll } from './servers.ts';

/**
 * `pnpm load:first`: what a computer that has never seen the console is sent until a page stands, catalogue and live
 * connection included, and how often it asks; over the machine's own name (brotli) and over plain http under another
 * (browsers take gzip alone there). And what is still asked and sent when it comes again. Bytes as they go over the line.
 */
const { values } = parseArgs({ options: { port: { type: 'string', default: '4310' } } });
const port = Number(values.port);
const most = {
  desk: { path: '/desk/dispatch', who: 'dispatcher', kilobytes: 420 },
  log: { path: '/log', who: 'agent', kilobytes: 420 },
  board: { path: '/reports', who: 'manager', kilobytes: 520 },
} as const;
const mostRequests = 12;
const host = 'intranet.test';

const web = await buildWeb();
const folder = mkdtempSync(join(tmpdir(), 'hotline-first-'));
const server = await start('consoleServer', join(folder, 'hotline.db'), port, web.root);
const browser = await launch({ host });
try {
  let isGood = true;
  for (const [page, { path, who, kilobytes }] of Object.entries(most)) {
    const cookie = await signIn(server, who);
    for (const name of ['127.0.0.1', host]) {
      const { first, again } = await load(browser, `http://${name}:${port}`, path, cookie);
      isGood &&= first.bytes / 1_000 <= kilobytes && first.requests <= mostRequests;
      console.log(
        `${page} at ${name}: ${told(first)}, at most ${kilobytes} KB in ${mostRequests}; again ${told(again)}\n  ${first.largest.join('\n  ')}`,
      );
    }
  }
  process.exitCode = isGood ? 0 : 1;
} finally {
  await browser.close();
  await stopAll();
  web.drop();
  rmSync(folder, { recursive: true, force: true });
}

type Sent = { bytes: number; requests: number; largest: string[] };

async function load(from: Browser, base: string, path: string, cookie: string) {
  const context = await from.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: base, httpOnly: true }]);
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  const urls = new Map<string, string>();
  let sent: { url: string; bytes: number }[] = [];
  line.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId) ?? '';
    if (encodedDataLength > 0 && url.startsWith('http')) sent.push({ url, bytes: encodedDataLength });
  });
  const stand = async () => {
    sent = [];
    await page.goto(`${base}${path}`);
    await page.locator('.live-online').waitFor();
    await page.locator('#page').locator('h1, h2, h3, [role=option], canvas').first().waitFor();
    await page.waitForLoadState('networkidle');
    return summary(sent);
  };
  const first = await stand();
  const again = await stand();
  await context.close();
  return { first, again };
}

function summary(sent: readonly { url: string; bytes: number }[]): Sent {
  return {
    bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0),
    requests: sent.length,
    largest: sent
      .toSorted((a, b) => b.bytes - a.bytes)
      .map(({ url, bytes }) => `${(bytes / 1_000).toFixed(1)} KB ${new URL(url).pathname}`),
  };
}

function told({ bytes, requests }: Sent): string {
  return `${(bytes / 1_000).toFixed(0)} KB in ${requests} requests`;
}
