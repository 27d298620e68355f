import { flushCompileCache } from 'node:module';
import { demoPeople } from '@hotline/db/people/people';
import { lockStore } from '@hotline/db/store/lock';
import { openStore } from '@hotline/db/store/open';
import { Refusal } from '@hotline/shared/refusal';
import { listen } from '../channels/index.ts';
import { seedDemo } from '../demo/seed.ts';
import { keepTrained } from '../finding/keepTrained.ts';
import { isEmpty, newInstallationCode } from '../installation/routes.ts';
import { startJobs } from '../jobs/jobs.ts';
import { webRoot } from '../ownFiles.ts';
import { isLoopback, readConfig } from './config.ts';
import { closeHotline, openHotline } from './hotline.ts';
import { proxiesOf, sentenceOf } from './proxies.ts';
import { buildServer } from './server.ts';
import { upgrade } from './upgrade.ts';

const config = readConfig({ HOTLINE_DEMO: '1', ...process.env });
// Held until the process ends: one process writes.
lockStore(config.database, '热线服务');
const store = openStore(config.database);
const { ran, backedUp } = await upgrade(store, () => new Date().toISOString());
if (backedUp) console.log(`更新前已备份到 ${backedUp}`);
if (ran.length > 0) console.log(`数据库已更新：${ran.join('、')}`);
if (config.demo) await seedDemo(store);
if (!isLoopback(config.host) && !config.allowPublicDemo && (await demoPeople(store.reader)).length > 0) {
  throw new Refusal(
    'conflict',
    '数据库里有演示账号，不能对外开放。请停用演示账号，或设置 HOTLINE_ALLOW_PUBLIC_DEMO=1。',
  );
}
const { demo, exportsFolder, limits } = config;
const hotline = await openHotline(store, { demo, exportsFolder, limits });
const proxies = await proxiesOf(hotline);
if (proxies.length > 0) console.log(sentenceOf(proxies));
const { metricsToken, trustedProxies } = config;
const tls = config.tls ?? undefined;
const installationCode = newInstallationCode();
const server = await buildServer(hotline, {
  ...{ webRoot, logger: true, metricsToken, trustedProxies, tls, channels: config, installationCode },
});
const stopJobs = startJobs(hotline, (error) => server.log.error(error));
const stopTraining = keepTrained(hotline, (error) => server.log.error(error));
const stopListening = listen(hotline, config, (words) => server.log.info(words));
// Now, not at the end: the next start is quick even if this process is killed. Costs a second after an upgrade only.
flushCompileCache();
const address = await server.listen({ host: config.host, port: config.port });

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  // First: the consoles hear farewell at once, whatever the rest still has to finish.
  await server.close();
  await stopJobs();
  stopTraining();
  await stopListening();
  await closeHotline(hotline);
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

const shown = tls ? address.replace(/^http:/, 'https:') : address;
console.log(`12345 热线已启动：${shown}`);
console.log(
  isEmpty(hotline)
    ? `还没有受理中心。安装口令：${installationCode}，怎样安装见 ${shown}`
    : `增设受理中心时用的安装口令：${installationCode}`,
);
hotline.readers.start();
