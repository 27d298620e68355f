import { addressesFrom } from '@hotline/db/lists/addresses';
import { appealLoggers } from '@hotline/shared/people/roles';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { addPhrase, changePhrase, listPhrases, removePhrase } from './phrases.ts';

const mostAddresses = 8;

export function phraseRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'phrases', 'signedIn', async ({ me }) => ({ items: await listPhrases(hotline, me) }));
  serve(server, hotline, 'addPhrase', 'signedIn', async ({ me, body }) => addPhrase(hotline, me, body));
  serve(server, hotline, 'changePhrase', 'signedIn', async ({ me, params, body: { version, ...words } }) =>
    changePhrase(hotline, me, params.id, version, words),
  );
  serve(server, hotline, 'dropPhrase', 'signedIn', async ({ me, params }) => {
    await removePhrase(hotline, me, params.id);
    return null;
  });
  serve(server, hotline, 'addresses', appealLoggers, async ({ me, query }) => {
    const start = query.q.trim();
    if (start === '') return { items: [] };
    const found = await addressesFrom(hotline.store.reader, centreOf(hotline, me), start, mostAddresses * 3);
    const near = query.region
      ? found.filter((a) => a.regionCode === null || a.regionCode.startsWith(query.region ?? ''))
      : [];
    // Those of the region first; the others too, since the region may be what is wrong.
    return { items: [...new Set([...near, ...found])].slice(0, mostAddresses) };
  });
}
