import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { TicketRow } from '@hotline/shared/api/tickets';
import { launch } from '../support/browser.ts';
import { buildWeb } from '../support/buildWeb.ts';
import { feltBy, loadAll, placesOf, readRows, tasksIn, watchPage } from './consolePage.ts';
import { openWrites } from './consoleWrites.ts';
import { signIn, start, stopAll } from './servers.ts';

/**
 * `pnpm load:console`: a dispatcher's console on a queue of 5,000 rows while 500 tickets a second change, by real writes
 * to a real server. No task of the page may work for more than 50 ms, the row under the cursor stays, and in the end every
 * row reads as the server has it. How long tasks took by the clock is told beside: on a machine with nothing else to do
 * the two are the same, on a busy one the rest is waiting for a processor.
 */
const options = {
  rows: { type: 'string', default: '5000' },
  rate: { type: 'string', default: '500' },
  seconds: { type: 'string', default: '20' },
  port: { type: 'string', default: '4300' },
} as const;
const { values } = parseArgs({ options });
const [rows, rate, seconds, port] = [values.rows, values.rate, values.seconds, values.port].map(Number) as [
  number,
  number,
  number,
  number,
];
const longestMs = 50;

const web = await buildWeb();
const folder = mkdtempSync(join(tmpdir(), 'hotline-console-'));
const server = await start('consoleServer', join(folder, 'hotline.db'), port, web.root);
const browser = await launch();
try {
  process.exitCode = await measure();
} finally {
  await browser.close();
  await stopAll();
  web.drop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<number> {
  const base = `http://127.0.0.1:${port}`;
  const [agent, dispatcher] = [await signIn(server, 'agent'), await signIn(server, 'dispatcher')];
  const writes = await openWrites(port, agent);
  for (let i = 0; i < rows; i += 200) {
    await Promise.all(Array.from({ length: Math.min(200, rows - i) }, (_, j) => writes.log(i + j)));
  }

  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const [name = '', value = ''] = dispatcher.split('=');
  await context.addCookies([{ name, value, url: base, httpOnly: true }]);
  const page = await context.newPage();
  await page.goto(`${base}/desk/dispatch`);
  await page.locator('.live-online').waitFor();
  await page.locator('[role=option]').first().waitFor();
  await loadAll(page, rows);
  const middle = { x: 300, y: 420 };
  await page.evaluate(() => {
    const list = document.querySelector('.queue-rows');
    if (list) list.scrollTop = list.scrollHeight / 2;
  });
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.click(middle.x, middle.y);
  await page.locator('.action-bar').waitFor();
  const listed = await readList(base, dispatcher);
  await wait(1_000);

  await browser.startTracing(page, { categories: ['toplevel'] });
  await watchPage(page, middle);
  const written = await writes.run(rate, seconds, [...listed.keys()]);
  await wait(2_000);
  const felt = await feltBy(page);
  const tasks = tasksIn(String(await browser.stopTracing()));
  const pending = Number(/\d+/.exec((await page.locator('.queue-pending').textContent()) ?? '')?.[0] ?? 0);
  const shown = await readRows(page);
  const now = await readList(base, dispatcher);
  const wrong = [...listed.keys()].filter((id) => !reads(shown[id], now.get(id)));
  await page.keyboard.press('n');
  await page.locator('.queue-pending').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.querySelectorAll('[role=option]').length > 0);
  const ordered = [...now.keys()];
  const isInOrder = (await placesOf(page)).every(({ id, place }) => ordered[place - 1] === id);
  writes.close();

  const total = written.times.length;
  const frames = felt.frames.toSorted((a, b) => a - b);
  const at = (list: readonly number[], share: number) =>
    (list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? Number.NaN).toFixed(1);
  const longest = tasks[0]?.cpuMs ?? Number.NaN;
  const long = felt.longTasks.filter((t) => t.ms > longestMs);
  console.log(
    `${listed.size} rows in the queue; ${total} real writes in ${written.seconds.toFixed(1)} s, ${Math.round(total / written.seconds)}/s`,
  );
  console.log(
    `server: answers p50 ${at(written.times, 0.5)} ms, p99 ${at(written.times, 0.99)} ms; ${written.failures} refused`,
  );
  console.log(
    `frames: ${frames.length}, p50 ${at(frames, 0.5)} ms, p95 ${at(frames, 0.95)} ms, p99 ${at(frames, 0.99)} ms, longest ${at(frames, 1)} ms`,
  );
  const words = (list: typeof tasks) =>
    list.slice(0, 5).map((t) => `${t.cpuMs.toFixed(1)} of ${t.wallMs.toFixed(0)} ms`);
  console.log(`longest tasks, work of time: ${words(tasks).join(', ')}`);
  console.log(
    `by the clock ${long.length} took over ${longestMs} ms, at ${long.map((t) => `${(t.at / 1000).toFixed(1)} s ${Math.round(t.ms)} ms`).join(', ') || '-'} (load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores)`,
  );
  if (longest > longestMs) for (const culprit of felt.culprits) console.log(`  ${culprit}`);
  console.log(`the row under the cursor moved in ${felt.moved} frames`);
  console.log(`${pending} new rows waited behind their button (${written.logged} were logged)`);
  console.log(
    `rows that read otherwise than the server's: ${wrong.length}; order after a refresh: ${isInOrder ? 'the server’s' : 'ANOTHER'}`,
  );
  const isGood =
    longest <= longestMs &&
    felt.moved === 0 &&
    wrong.length === 0 &&
    pending === written.logged &&
    written.failures === 0 &&
    total / written.seconds > rate * 0.97 &&
    isInOrder;
  console.log(isGood ? 'the console stayed calm' : 'NOT GOOD');
  return isGood ? 0 : 1;
}

/** The whole queue as the server lists it. */
async function readList(base: string, cookie: string): Promise<Map<string, TicketRow>> {
  const rows = new Map<string, TicketRow>();
  let cursor = '';
  do {
    const url = `${base}/api/tickets?status=awaitingDispatch&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const answer = (await (await fetch(url, { headers: { cookie } })).json()) as {
      items: TicketRow[];
      nextCursor: string | null;
    };
    for (const row of answer.items) rows.set(row.id, row);
    cursor = answer.nextCursor ?? '';
  } while (cursor);
  return rows;
}

function reads(text: string | undefined, row: TicketRow | undefined): boolean {
  if (text === undefined || row === undefined) return false;
  const urged = row.urgeCount === 0 ? '' : `催办×${row.urgeCount}`;
  return [row.number, row.title, row.urgency === 'urgent' ? '紧急' : '', urged].every((words) => text.includes(words));
}
