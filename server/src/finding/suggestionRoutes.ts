import { hotspots, seeHotspot } from '@hotline/db/finding/hotspots';
import { type Actor, holds } from '@hotline/shared/people/actor';
import { administrators, hotspotWatchers, suggestionReaders } from '@hotline/shared/people/roles';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { jaccard, pairsOf } from '@hotline/shared/routing/minhash';
import { categoryKey } from '@hotline/shared/routing/routed';
import { toInstant } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { seenCall } from '../channels/phone/calls.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { seenCase } from '../tickets/routes.ts';
import { trainCentre } from './keepTrained.ts';
import { similarTo } from './similar.ts';
import { suggest } from './suggest.ts';

const pastShown = 3;
const pastRead = 60;
const hotspotDays = 3;
const mostHotspots = 20;
/** As much of a text as `GET /api/suggestions` takes. */
const mostContent = 1_000;

export function routingRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'suggestions', suggestionReaders, async ({ me, query }) => {
    const { againstDepartmentId, ...asked } = query;
    const against = againstDepartmentId ? hotline.catalog.directory().departments.get(againstDepartmentId) : undefined;
    return suggest(hotline, centreOf(hotline, me), { ...asked, against: against?.path });
  });
  serve(server, hotline, 'similarAppeals', suggestionReaders, async ({ me, query: { callId, ...query } }) => {
    const call = callId ? await seenCall(hotline, me, callId) : null;
    const asked = call?.phone ? { ...query, phone: call.phone } : query;
    return { items: await similarTo(hotline, scopeOf(me.actor), centreOf(hotline, me), asked) };
  });
  serve(server, hotline, 'ticketRouting', suggestionReaders, async ({ me, params }) => {
    const { ticket, appeals } = await seenCase(hotline, me.actor, params.id);
    const content = `${ticket.title}\n${appeals.map((a) => a.content).join('\n')}`.slice(0, mostContent);
    const { regionCode, categoryId, service, againstPath, centreId } = ticket;
    const asked = { content, regionCode, categoryId, service, against: againstPath };
    const suggestions = await suggest(hotline, centreId, asked);
    const directory = hotline.catalog.directory();
    const key = categoryKey(directory, categoryId ?? suggestions.categories[0]?.id ?? null);
    const settled = await hotline.readers.ask('settledBefore', {
      ...{ scope: scopeOf(me.actor), centreId, categoryId: key, area: regionCode?.slice(0, 6) ?? '', limit: pastRead },
    });
    const pairs = pairsOf(content);
    const past = settled
      .filter((p) => p.ticketId !== ticket.id)
      .map((p) => ({ p, shared: jaccard(pairs, pairsOf(p.title)) }))
      .sort((a, b) => b.shared - a.shared)
      .slice(0, pastShown)
      .map(({ p: { ticketId, number, title, departmentId, day } }) => ({
        ticketId,
        number,
        title,
        departmentId,
        acceptedOn: day,
      }));
    return { ...suggestions, past };
  });
  serve(server, hotline, 'hotspots', hotspotWatchers, async ({ me }) => {
    const since = toInstant(Date.parse(hotline.now()) - hotspotDays * 86_400_000);
    const found = await hotspots(reader, centresWatched(hotline, me.actor), since, mostHotspots);
    return {
      items: found.map(({ id, place, categoryId, citizens, tickets, firstAt, lastAt, seenAt }) => ({
        ...{ id, place, categoryId, citizens, tickets, firstAt, lastAt, seenAt },
      })),
    };
  });
  serve(server, hotline, 'seeHotspot', hotspotWatchers, async ({ me, params }) => {
    const { result } = await hotline.writer.write(async (tx) => ({
      result: await seeHotspot(tx, params.id, centresWatched(hotline, me.actor), me.person.id, hotline.now()),
      events: [],
      deltas: [],
    }));
    if (result === 0) throw new Refusal('notFound', '没有这条热点提醒，或您无权查看。');
    return null;
  });
  serve(server, hotline, 'trainModel', administrators, ({ me }) => trainCentre(hotline, centreOf(hotline, me)));
}

const centresWatched = (hotline: Hotline, actor: Actor): string[] =>
  [...hotline.catalog.directory().centres.values()]
    .filter((centre) => holds(actor, hotspotWatchers, centre.path))
    .map((centre) => centre.id);
