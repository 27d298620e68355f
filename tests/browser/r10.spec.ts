import { test } from 'vitest';
import { openBrowserCity } from '../support/browserCity.ts';
test.each(['92'] as const)('x', async (chromium) => {
  const city = await openBrowserCity({ chromium });
  await (await city.h.as('agent')).call('logAppeal', { body: { channel: 'phone', kind: 'help', content: '市民反映，路灯不亮。', citizen: {} } });
  const page = await city.openAs('dispatcher', '/desk/dispatch');
  await new Promise((r) => setTimeout(r, 4000));
  console.log(city.problems, (await page.evaluate(() => document.querySelector('.queue')?.outerHTML))?.slice(-1500));
  await page.screenshot({ path: '/tmp/w/r10.png' });
  await city.close();
});
