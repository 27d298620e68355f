import { findCase } from '@hotline/db/cases/cases';
import { countCallers, raiseHotspot } from '@hotline/db/finding/hotspots';
import { rememberRouting } from '@hotline/db/finding/routed';
import { indexTicket, ticketKey } from '@hotline/db/finding/searchIndex';
import { forgetTellings, rememberTelling } from '@hotline/db/finding/tellings';
import type { Tx } from '@hotline/db/store/open';
import { offsetOfCentre } from '@hotline/shared/people/directory';
import { hotspotRule, rememberedDays } from '@hotline/shared/routing/hotspot';
import { bandsOf, pairsOf } from '@hotline/shared/routing/minhash';
import { placesIn } from '@hotline/shared/routing/places';
import { categoryKey, finalRouting } from '@hotline/shared/routing/routed';
import { documentOf } from '@hotline/shared/search/document';
import type { Appeal } from '@hotline/shared/ticket/model/appeal';
import type { Case } from '@hotline/shared/ticket/model/case';
import { localDate, toInstant } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { communitiesOf } from './communities.ts';
import type { Follower } from './follow.ts';

const dayMs = 86_400_000;
const rowsAtATime = 500;

/** Keeps what tickets are found by: their words, how and where they were told, and who settled them. */
export const finder: Follower = {
  name: 'finder',
  take: async (tx, hotline, ticketId, isNew) => {
    const c = await findCase(tx, ticketId);
    const n = c ? await ticketKey(tx, ticketId) : null;
    if (!c || n === null) return;
    const { categoryPaths } = hotline.catalog.directory();
    const line = categoryPaths.get(c.ticket.categoryId ?? '') ?? [];
    const changed = await indexTicket(tx, { n, id: ticketId }, documentOf(c, line));
    if (changed) for (const appeal of c.appeals) await tell(tx, hotline, c, appeal, isNew);
    await learnRouting(tx, hotline, c);
  },
  tidy: async (tx, hotline) => (await forgetTellings(tx, ago(hotline, rememberedDays), rowsAtATime)) > 0,
};

/** How (bands) and where (places) it was told, and whether that makes several citizens with one matter. */
async function tell(tx: Tx, hotline: Hotline, c: Case, appeal: Appeal, isNew: boolean): Promise<void> {
  const at = appeal.receivedAt;
  if (at < ago(hotline, rememberedDays)) return;
  const { ticket } = c;
  const told = { ticketId: ticket.id, appealId: appeal.id, at };
  const category = categoryKey(hotline.catalog.directory(), ticket.categoryId) || null;
  const caller = appeal.citizenId ?? appeal.id;
  const mentions = placesIn(appeal.content, appeal.address, communitiesOf(hotline, ticket.centreId)).map((place) => ({
    ...told,
    centreId: ticket.centreId,
    place,
    categoryId: category,
    caller,
  }));
  const bands = bandsOf(pairsOf(appeal.content)).map((band) => ({ band, ...told }));
  await rememberTelling(tx, appeal.id, bands, mentions);
  const from = toInstant(Date.parse(at) - hotspotRule.hours * 3_600_000);
  if (!isNew || at < toInstant(Date.parse(hotline.now()) - hotspotRule.hours * 3_600_000)) return;
  for (const mention of mentions) {
    const { citizens, tickets, firstAt } = await countCallers(tx, mention, from);
    if (citizens < hotspotRule.citizens) continue;
    const { centreId, place } = mention;
    const spot = {
      id: `h-${appeal.id}`,
      centreId,
      place,
      categoryId: category,
      firstAt,
      lastAt: at,
      citizens,
      tickets,
    };
    await raiseHotspot(tx, { ...spot, raisedAt: hotline.now(), seenAt: null, seenBy: null }, from);
    // One matter, one alert: the address says more than what else was mentioned.
    return;
  }
}

/** The accepted lead is the lesson; where a ticket was sent first is not. */
async function learnRouting(tx: Tx, hotline: Hotline, c: Case): Promise<void> {
  const final = finalRouting(c);
  if (!final) return;
  const directory = hotline.catalog.directory();
  await rememberRouting(tx, {
    ticketId: c.ticket.id,
    centreId: c.ticket.centreId,
    categoryId: categoryKey(directory, c.ticket.categoryId),
    area: c.ticket.regionCode?.slice(0, 6) ?? '',
    departmentId: final.departmentId,
    day: localDate(final.acceptedAt, offsetOfCentre(directory, c.ticket.centreId)),
  });
}

const ago = (hotline: Hotline, days: number) => toInstant(Date.parse(hotline.now()) - days * dayMs);
