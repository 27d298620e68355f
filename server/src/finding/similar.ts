import type { Likeness } from '@hotline/db/finding/similar';
import type { Similar } from '@hotline/shared/api/routing';
import { readPhone } from '@hotline/shared/citizen/readPhones';
import { areaCodeOf } from '@hotline/shared/people/directory';
import type { Scope } from '@hotline/shared/people/scope';
import { rememberedDays } from '@hotline/shared/routing/hotspot';
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
  const ago = (days: number) => toInstant(Date.parse(hotline.now()) - days * dayMs);
  const directory = hotline.catalog.directory();
  const found = await hotline.readers.ask('likenesses', {
    scope,
    content: asked.content,
    places: placesIn(asked.content, asked.address ?? null, communitiesOf(hotline, centreId)),
    phone: asked.phone ? (readPhone(asked.phone, areaCodeOf(directory, centreId))?.phone ?? null) : null,
    wordsSince: ago(rememberedDays),
    matterSince: ago(sameMatterDays),
  });
  const { categoryNames } = await hotline.suggesters(centreId);
  const key = categoryKey(directory, asked.categoryId ?? null);
  return found
    .map((like) => {
      const isSameCategory = key !== '' && categoryKey(directory, like.ticket.categoryId) === key;
      return { ...like, category: isSameCategory ? (categoryNames.get(key) ?? null) : null };
    })
    .filter((like) => like.shared >= duplicateFrom || isSameMatter(like, key))
    .sort((a, b) => rank(b) - rank(a) || b.shared - a.shared || (a.ticket.receivedAt < b.ticket.receivedAt ? 1 : -1))
    .slice(0, most)
    .map(({ ticket: t, ...like }) => ({
      ticketId: t.id,
      number: t.number,
      title: t.title,
      status: t.status,
      receivedAt: t.receivedAt,
      likeness: like.shared >= duplicateFrom ? ('duplicate' as const) : ('sameMatter' as const),
      shared: like.shared,
      reasons: similarReasons(like),
      canJoin: joinable.has(t.status),
    }));
}

type Judged = Omit<Likeness, 'ticket'> & { category: string | null };

/** At one place and, once the category is known, of one category; or of one caller with words or a category in common. */
const isSameMatter = ({ shared, isSameCaller, places, category }: Judged, key: string): boolean =>
  places.length > 0
    ? category !== null || (key === '' && shared >= sameWords) || isSameCaller
    : isSameCaller && (category !== null || shared >= sameWords);
const sameWords = 0.12;

const rank = ({ ticket: { status } }: Likeness) => (joinable.has(status) ? 2 : status === 'closed' ? 0 : 1);
