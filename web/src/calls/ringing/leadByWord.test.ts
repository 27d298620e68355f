import { afterEach, expect, test, vi } from 'vitest';

const open: { stop: () => void }[] = [];
afterEach(() => {
  for (const contest of open.splice(0)) contest.stop();
});

/** A tab of its own: what a page has loaded tells it from the others. */
async function openTab() {
  vi.resetModules();
  const { leadByWord } = await import('./leadByWord.ts');
  const state = { leads: false };
  const contest = leadByWord((leads) => {
    state.leads = leads;
  });
  open.push(contest);
  return { ...contest, leads: () => state.leads };
}

test('without locks exactly one tab leads: the one last worked in, and another when that is closed', async () => {
  const one = await openTab();
  await vi.waitFor(() => expect(one.leads()).toBe(true));
  const [two, three] = [await openTab(), await openTab()];
  two.take();
  await vi.waitFor(() => expect([one.leads(), two.leads(), three.leads()]).toEqual([false, true, false]));
  one.take();
  await vi.waitFor(() => expect([one.leads(), two.leads(), three.leads()]).toEqual([true, false, false]));
  one.stop();
  await vi.waitFor(() => expect([two, three].filter((tab) => tab.leads())).toHaveLength(1), { timeout: 3_000 });
});

test('of two tabs that take the lead in the same instant one has it', async () => {
  const [one, two] = [await openTab(), await openTab()];
  one.take();
  two.take();
  await vi.waitFor(() => expect([one, two].filter((tab) => tab.leads())).toHaveLength(1));
});
