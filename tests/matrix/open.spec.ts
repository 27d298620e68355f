import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowserCity, press } from '../support/browserCity.ts';
import { expectDialogClean, expectOpenClean } from '../support/openThings.ts';

let city: Awaited<ReturnType<typeof openBrowserCity>>;
beforeAll(async () => {
  city = await openBrowserCity({ days: 4 });
  const agent = await city.h.as('agent');
  const body = { channel: 'phone' as const, kind: 'help' as const, content: '市民反映，路灯不亮。', citizen: {} };
  await agent.call('logAppeal', { body });
});
afterAll(() => city?.close());

type Look = { who: string; path: string; form?: string; dialog?: string | RegExp; least: number };
const desks: readonly Look[] = [
  { who: 'agent', path: '/log', least: 1 },
  { who: 'dispatcher', path: '/desk/dispatch', form: '派单', dialog: /快捷键/, least: 3 },
  { who: 'urban', path: '/desk/inbox?tab=handling', dialog: '导出', least: 1 },
  { who: 'reviewer', path: '/desk/all', least: 2 },
  { who: 'reviewer', path: '/desk/review', least: 1 },
  { who: 'callback', path: '/desk/callback', least: 1 },
  { who: 'supervisor', path: '/desk/supervise', least: 1 },
  { who: 'manager', path: '/reports', least: 1 },
  { who: 'reviewer', path: '/knowledge?list=proposed', least: 1 },
  { who: 'agent', path: '/knowledge/a-1', least: 1 },
  { who: 'agent', path: '/knowledge/new', least: 1 },
  { who: 'dispatcher', path: '/directory/urban', least: 0 },
  { who: 'manager', path: '/reports/scores?scheme=performance', least: 0 },
  { who: 'urban', path: '/ended', least: 0 },
  { who: 'admin', path: '/admin/schemes', least: 1 },
  { who: 'admin', path: '/admin/people', dialog: /^新增/, least: 0 },
];

test.each(desks)('$path is clean with every list, menu, form and dialog open', async (look) => {
  const { who, path, form, dialog, least } = look;
  const page = await city.openAs(who, path);
  const name = `${who}${path.replaceAll(/\W/g, '-')}`;
  if (path.startsWith('/desk')) {
    await page.locator('.queue [role=option], .queue .empty').first().waitFor();
    const first = page.getByRole('option').first();
    if (await first.isVisible()) {
      await first.click();
      await page.locator('.action-bar').waitFor();
    }
  } else await page.locator('#page').getByRole('heading').first().waitFor();
  expect(await expectOpenClean(page, name)).toBeGreaterThanOrEqual(least);
  if (form) {
    await press(page, form);
    expect(await expectOpenClean(page, `${name}-form`, '.action-panel')).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
  }
  if (dialog) await expectDialogClean(page, name, dialog);
  await page.close();
});
