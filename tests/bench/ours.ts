import { openStore } from '@hotline/db/store/open';
import { openHotline } from '@hotline/server/app/hotline';
import { buildServer } from '@hotline/server/app/server';
import { startJobs } from '@hotline/server/jobs/jobs';
import { noLimits } from '@hotline/server/limits/settings';
import { toInstant } from '@hotline/shared/time/instant';
import { serveAsChild } from './child.ts';
import { benchNow } from './generate.ts';
import { countStatements } from './statements.ts';

/** The server as people run it: sessions, validation, limits, headers, metrics, live consoles, reader thread and search index included. */
const [, , file = '', port = ''] = process.argv;
const statements = countStatements();
const started = performance.now();
const now = () => toInstant(benchNow + Math.floor(performance.now() - started));
const hotline = await openHotline(openStore(`file:${file}`), { now, demo: true, limits: noLimits });
const server = await buildServer(hotline);
hotline.readers.start();
startJobs(hotline, (error) => console.error(error));
await serveAsChild(server, Number(port), { statements });
