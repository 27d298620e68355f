import type { Catalog } from '@hotline/shared/api/catalog';
import type { Hotline } from '../app/hotline.ts';

const known = new WeakMap<Catalog, readonly string[]>();

/** Names of the communities and villages (12 digits) that a centre's divisions hold; made once for each catalog. */
export function communitiesOf(hotline: Hotline, centreId: string): readonly string[] {
  const catalog = hotline.catalog.published(centreId);
  const made =
    known.get(catalog) ?? catalog.regions.filter((r) => r.code.length === 12 && r.name.length > 2).map((r) => r.name);
  known.set(catalog, made);
  return made;
}
