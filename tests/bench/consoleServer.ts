import { migrate } from '@hotline/db/migrate';
import { openStore } from '@hotline/db/store/open';
import { openHotline } from '@hotline/server/app/hotline';
import { buildServer } from '@hotline/server/app/server';
import { seedDemo } from '@hotline/server/demo/seed';
import { noLimits } from '@hotline/server/limits/settings';
import { serveAsChild } from './child.ts';

/** The demo city with the built console before it, in a process of its own. */
const [file = '', port = '0', webRoot = ''] = process.argv.slice(2);
const store = openStore(`file:${file}`);
await migrate(store);
await seedDemo(store, { days: 0 });
const hotline = await openHotline(store, { demo: true, limits: noLimits });
await serveAsChild(await buildServer(hotline, { webRoot }), Number(port));
