import type { Tx } from '@hotline/db/store/open';
import { insertRow } from '@hotline/db/store/rows';
import { categories, convenienceCategoryIds } from '@hotline/shared/catalog/categories';
import { regions } from '@hotline/shared/catalog/regions';
import { Refusal } from '@hotline/shared/refusal';

/** Regions and categories that an installation brings along. */
export type Catalogue = {
  readonly regions: readonly { code: string; name: string; parentCode: string | null }[];
  readonly categories: readonly { id: string; name: string; parentId: string | null; level: number }[];
};

/**
 * What a new centre sorts by: its own regions and categories; the first of a store without its own takes those of the
 * program, a later one shares those of the first (`openCatalog`). Answers the categories that its first rules count as
 * 便民 ones. @throws Refusal conflict where an id or code means something else here already
 */
export async function insertCatalogue(
  tx: Tx,
  centreId: string,
  isFirst: boolean,
  own: Catalogue,
): Promise<readonly string[]> {
  const known = await tx.selectFrom('category').select('id').execute();
  const knownIds = new Set(known.map((c) => c.id));
  const taken = own.categories.filter((c) => knownIds.has(c.id)).map((c) => c.id);
  if (taken.length > 0)
    throw new Refusal(
      'conflict',
      `诉求分类编号「${taken.slice(0, 5).join('、')}」已由其他受理中心使用，请改用别的编号；「诉求分类」表留空则沿用现有分类。`,
    );
  const isProgrammes = isFirst && own.categories.length === 0;
  for (const { id, parentId, name, level } of isProgrammes ? categories : own.categories)
    await insertRow(tx, 'category', { id, centreId, parentId, name, level, retiredAt: null });
  await insertRegions(tx, isFirst && own.regions.length === 0 ? regions : own.regions);
  if (own.categories.length > 0) return [];
  return [...convenienceCategoryIds].filter((id) => isFirst || knownIds.has(id));
}

/** Divisions belong to all centres of a store: those that are there are left as they are. */
async function insertRegions(tx: Tx, brought: Catalogue['regions']): Promise<void> {
  const rows = await tx.selectFrom('region').select(['code', 'name']).execute();
  const known = new Map(rows.map(({ code, name }) => [code, name]));
  const others = brought.filter(({ code, name }) => (known.get(code) ?? name) !== name);
  if (others.length > 0)
    throw new Refusal(
      'conflict',
      `行政区划代码${others
        .slice(0, 5)
        .map(({ code }) => `「${code}」已是「${known.get(code)}」`)
        .join('，')}，请核对代码和名称。`,
    );
  for (const { code, parentCode, name } of brought)
    if (!known.has(code)) await insertRow(tx, 'region', { code, parentCode, name });
}
