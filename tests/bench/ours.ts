import { openStore } from '@hotline/db/open';
import { openHotline } from '@hotline/server/hotline';
import { buildServer } from '@hotline/server/server';
import { toInstant } from '@hotline/shared/time/instant';
import { serveAsChild } from './child.ts';
import { benchNow } from './generate.ts';

/** The server as people run it: sessions, validation, limits, headers, metrics and live hub included. */
const [, , file = '', port = ''] = process.argv;
const started = performance.now();
const now = () => toInstant(benchNow + Math.floor(performance.now() - started));
const hotline = await openHotline(openStore(`file:${file}`), { now, demo: true });
await serveAsChild(await buildServer(hotline, { requestsPerMinute: 100_000_000 }), Number(port));
