import { textsOfTickets } from '@hotline/db/finding/search';
import { atPlaces, ofCaller, type SimilarTicket, sharingBands } from '@hotline/db/finding/similar';
import type { Similar } from '@hotline/shared/api/routing';
import { readPhone } from '@hotline/shared/citizen/readPhones';
import { areaCodeOf } from '@hotline/shared/people/directory';
import type { Scope } from '@hotline/shared/people/scope';
import { rememberedDays } from '@hotline/shared/routing/hotspot';
import { bandsOf, jaccard, pairsOf } from '@hotline/shared/routing/minhash';
import { placesIn } from '@hotline/shared/routing/places';
import { similarReasons } from '@hotline/shared/routing/reasons';
import { categoryKey } from '@hotline/shared/routing/routed';
import { toInstant } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';
import { communitiesOf } from '../jobs/communities.ts';

export type Asked = {
  content: string;
  address?: string | undefined;
  categoryId?: string | null | undefined;
  phone?: string | undefined;
};

const most = 5;
const read = 40;
const duplicateFrom = 0.4;
/** A matter told in other words is the same one for a fortnight at most. */
const sameMatterDays = 14;
const dayMs = 86_400_000;
const joinable = new Set(['awaitingDispatch', 'handling']);

/**
 * What may be the same as an appeal still being written: told in nearly the same words, or by the same caller, or from
 * the same place about the same thing. The open ones first, since an appeal can be added to these.
 */
export async function similarTo(hotline: Hotline, scope: Scope, centreId: string, asked: Asked): Promise<Similar[]> {
  const { reader } = hotline.store;
  const ago = (days: number) => toInstant(Date.parse(hotline.now()) - days * dayMs);
  const pairs = pairsOf(asked.content);
  const known = communitiesOf(hotline, centreId);
  const places = placesIn(asked.content, asked.address ?? null, known);
  const areaCode = areaCodeOf(hotline.catalog.directory(), centreId);
  const phone = asked.phone ? (readPhone(asked.phone, areaCode)?.phone ?? null) : null;
  const near = await sharingBands(reader, scope, bandsOf(pairs), ago(rememberedDays), read);
  const here = await atPlaces(reader, scope, places, ago(sameMatterDays), read);
  const theirs = phone ? await ofCaller(reader, scope, phone, ago(sameMatterDays), most) : [];
  const found = new Map([...near, ...here, ...theirs].map((t) => [t.id, t]));
  const texts = await textsOfTickets(reader, [...found.keys()]);
  const { categoryNames } = await hotline.suggesters(centreId);
  const directory = hotline.catalog.directory();
  const key = categoryKey(directory, asked.categoryId ?? null);
  const callers = new Set(theirs.map((t) => t.id));
  const judged = [...found.values()].map((t) => {
    const appeals = texts.get(t.id)?.appeals ?? [];
    const shared = Math.max(0, ...appeals.map((a) => jaccard(pairs, pairsOf(a.content))));
    const theirPlaces = new Set(appeals.flatMap((a) => placesIn(a.content, a.address, known)));
    const samePlaces = places.filter((place) => theirPlaces.has(place));
    const isSameCategory = key !== '' && categoryKey(directory, t.categoryId) === key;
    const category = isSameCategory ? (categoryNames.get(key) ?? null) : null;
    return { t, shared, sameCaller: callers.has(t.id), places: samePlaces, category };
  });
  return judged
    .filter((j) => j.shared >= duplicateFrom || isSameMatter(j, key))
    .sort((a, b) => rank(b.t) - rank(a.t) || b.shared - a.shared || (a.t.receivedAt < b.t.receivedAt ? 1 : -1))
    .slice(0, most)
    .map(({ t, ...likeness }) => ({
      ticketId: t.id,
      number: t.number,
      title: t.title,
      status: t.status,
      receivedAt: t.receivedAt,
      likeness: likeness.shared >= duplicateFrom ? ('duplicate' as const) : ('sameMatter' as const),
      shared: likeness.shared,
      reasons: similarReasons(likeness),
      canJoin: joinable.has(t.status),
    }));
}

type Likeness = { shared: number; sameCaller: boolean; places: readonly string[]; category: string | null };

/** At one place and, once the category is known, of one category; or of one caller with words or a category in common. */
const isSameMatter = ({ shared, sameCaller, places, category }: Likeness, key: string): boolean =>
  places.length > 0
    ? category !== null || (key === '' && shared >= sameWords) || sameCaller
    : sameCaller && (category !== null || shared >= sameWords);
const sameWords = 0.12;

const rank = (t: SimilarTicket) => (joinable.has(t.status) ? 2 : t.status === 'closed' ? 0 : 1);
