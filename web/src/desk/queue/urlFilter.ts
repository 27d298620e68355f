import { kindTerms } from '@hotline/shared/catalog/terms';
import type { Kind } from '@hotline/shared/ticket/model/ticket';
import type { Person } from '../../data/session.ts';
import type { DeskName } from '../../paths.ts';
import { type DeskTab, desks, tabsOf } from '../desks.ts';
import type { QueueFilter } from './queueFilter.ts';

export type UrlQuery = Record<string, string>;

export function tabOf(desk: DeskName, query: UrlQuery, person: Person): DeskTab {
  const tabs = tabsOf(desk, person);
  return tabs.find((tab) => tab.name === query['tab']) ?? tabs[0] ?? desks[desk].tabs[0];
}

/** What the address asks for, on top of the tab. A search looks everywhere, so it sets the tab aside. */
export function filterOf(tab: DeskTab, { q, kind, region, category, lateEntered, sort }: UrlQuery): QueueFilter {
  const known = kind && Object.hasOwn(kindTerms, kind) ? (kind as Kind) : null;
  return {
    ...(q ? { q } : tab.filter),
    ...(known ? { kind: known } : {}),
    ...(region && /^\d{2,12}$/.test(region) ? { region } : {}),
    ...(category ? { category } : {}),
    ...(lateEntered === 'true' ? { lateEntered: true } : {}),
    ...(sort === 'received' || sort === 'due' ? { sort } : {}),
  };
}
