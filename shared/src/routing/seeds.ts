import type { Example } from './classifier.ts';

export type SeedCategory = { readonly id: string; readonly parentId: string | null; readonly name: string };

/**
 * What a model knows before there is a history, and of categories that have none: the names in the tree, and the words
 * that point to a category of level 2.
 */
export function seedExamples(
  categories: readonly SeedCategory[],
  keywords: ReadonlyMap<string, readonly string[]>,
): Example[] {
  const byId = new Map(categories.map((c) => [c.id, c]));
  const parents = new Set(categories.map((c) => c.parentId));
  return categories
    .filter((c) => !parents.has(c.id))
    .flatMap((leaf) => {
      const parent = byId.get(leaf.parentId ?? '');
      const words = keywords.get(leaf.parentId ?? '') ?? keywords.get(leaf.id) ?? [];
      const label = leaf.id;
      return [
        { label, text: `${leaf.name}，${leaf.name}，${parent?.name ?? ''}` },
        { label, text: `${leaf.name}，${words.join('，')}` },
      ];
    });
}
