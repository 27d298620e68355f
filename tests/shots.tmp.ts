import { launch } from './support/browser.ts';

const base = process.env['BASE'] ?? 'http://127.0.0.1:14000';
const plan: [string, string[]][] = JSON.parse(process.env['PLAN'] ?? '[]');
const b = await launch();
for (const [user, urls] of plan) {
  const c = await b.newContext({
    viewport: { width: Number(process.env['W'] ?? 1366), height: Number(process.env['H'] ?? 768) },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const p = await c.newPage();
  p.on('pageerror', (e) => console.log(user, 'ERR', e.message));
  await p.goto(base);
  if (user !== 'citizen') {
    await p.getByLabel('用户名').fill(user);
    await p.getByLabel('密码').fill('hotline-demo');
    await p.keyboard.press('Enter');
    await p.getByText('在线').first().waitFor();
  }
  for (const u of urls) {
    const [path, click] = u.split('#');
    await p.goto(base + path);
    await p.waitForTimeout(1500);
    if (click) {
      await p
        .getByRole('option')
        .nth(Number(click))
        .click()
        .catch(() => console.log('no option'));
      await p.waitForTimeout(1200);
    }
    await p.screenshot({ path: `/tmp/shots/${user}${path!.replace(/[/?=&]/g, '_')}.png` });
  }
  await c.close();
}
await b.close();
