import type { Page } from 'playwright-core';

/** What the console felt while it was measured. Long tasks and frames in milliseconds. */
export type Felt = {
  longTasks: { at: number; ms: number }[];
  /** What ran in frames that took long: where to look. */
  culprits: string[];
  frames: number[];
  /** How often another row than the one hovered lay under the cursor, or the same one somewhere else. */
  moved: number;
};

/** Begins to watch: long tasks, frames, and the row at this point, on every frame. */
export const watchPage = (page: Page, point: { x: number; y: number }) =>
  page.evaluate(({ x, y }) => {
    const rowAt = () => document.elementFromPoint(x, y)?.closest('[role=option]');
    const placeOf = (row: Element | null | undefined) =>
      `${row?.id} ${Math.round(row?.getBoundingClientRect().top ?? -1)}`;
    const hovered = placeOf(rowAt());
    const felt: Felt = { longTasks: [], culprits: [], frames: [], moved: 0 };
    const from = performance.now();
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) felt.longTasks.push({ at: task.startTime - from, ms: task.duration });
    }).observe({ entryTypes: ['longtask'] });
    type Frame = PerformanceEntry & { scripts: (PerformanceEntry & { invoker: string; sourceFunctionName: string })[] };
    new PerformanceObserver((list) => {
      for (const long of list.getEntries() as Frame[]) {
        const ran = long.scripts.map((x) => `${x.invoker} ${x.sourceFunctionName} ${Math.round(x.duration)} ms`);
        felt.culprits.push(`${Math.round(long.duration)} ms: ${ran.join(', ')}`);
      }
    }).observe({ type: 'long-animation-frame' });
    let last = performance.now();
    const frame = (now: number) => {
      felt.frames.push(now - last);
      last = now;
      if (placeOf(rowAt()) !== hovered) felt.moved += 1;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { felt });
  }, point);

export const feltBy = (page: Page) => page.evaluate(() => (window as unknown as { felt: Felt }).felt);

type Traced = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
};

/**
 * The page's tasks from a trace, longest first, in milliseconds: how long each took by the clock, and how much of that
 * the processor worked for it. On a busy machine the first says how busy it is, the second what the page does.
 */
export function tasksIn(trace: string): { wallMs: number; cpuMs: number }[] {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: Traced[] };
  const mains = traceEvents.filter((e) => e.name === 'thread_name' && e.args?.name === 'CrRendererMain');
  const isMain = (e: Traced) => mains.some((m) => m.pid === e.pid && m.tid === e.tid);
  return traceEvents
    .filter((e) => e.ph === 'X' && e.name.endsWith('RunTask') && isMain(e))
    .map((e) => ({ wallMs: (e.dur ?? 0) / 1_000, cpuMs: (e.tdur ?? 0) / 1_000 }))
    .sort((a, b) => b.cpuMs - a.cpuMs);
}

/** The rows now drawn, by their places in the queue. */
export const placesOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role=option]')].map((row) => ({
      id: row.id.slice(4),
      place: Number(row.getAttribute('aria-posinset')),
    })),
  );

/** Scrolls to the end until the whole queue is there. */
export async function loadAll(page: Page, rows: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const list = document.querySelector('.queue-rows');
    const count = () => Number(document.querySelector('[role=option]')?.getAttribute('aria-setsize') ?? 0);
    for (let still = 0, before = 0; count() < wanted && still < 2_000; still++) {
      if (list) list.scrollTop = list.scrollHeight;
      await new Promise((drawn) => requestAnimationFrame(drawn));
      if (count() > before) still = 0;
      before = count();
    }
  }, rows);
}

/** Every row as it reads, by its id: scrolled through from the top. */
export const readRows = (page: Page) =>
  page.evaluate(async () => {
    const list = document.querySelector('.queue-rows');
    const read: Record<string, string> = {};
    if (!list) return read;
    for (let top = 0; top < list.scrollHeight; top += list.clientHeight) {
      list.scrollTop = top;
      for (let frames = 0; frames < 2; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
      for (const row of list.querySelectorAll('[role=option]')) read[row.id.slice(4)] = row.textContent ?? '';
    }
    return read;
  });
