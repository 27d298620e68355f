import { cityUpkeep } from './tree/cityUpkeep.ts';
import { communityAndTransport } from './tree/communityAndTransport.ts';
import { educationHealthSafety } from './tree/educationHealthSafety.ts';
import { environmentAndLand } from './tree/environmentAndLand.ts';
import { orderLabourMarket } from './tree/orderLabourMarket.ts';
import { publicAffairs } from './tree/publicAffairs.ts';

export interface Category {
  /** `c` and two digits per level: `c01`, `c0101`, `c010101`. Numbers are written in the tree and never reused. */
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  /** Ids from level 1 down to and including this category. */
  readonly path: readonly string[];
  readonly level: 1 | 2 | 3;
}

const lines = [
  cityUpkeep,
  environmentAndLand,
  communityAndTransport,
  orderLabourMarket,
  educationHealthSafety,
  publicAffairs,
].flatMap((part) => part.split('\n').filter((line) => line.trim() !== ''));

/** In tree order: a parent stands before its children. */
export const categories: readonly Category[] = expandTree(lines);

export const categoryById: ReadonlyMap<string, Category> = new Map(
  categories.map((category) => [category.id, category]),
);

/** Words that point an appeal to a level-2 category while no case history exists yet; key: the category's id. */
export const dutyKeywords: ReadonlyMap<string, readonly string[]> = new Map(
  lines
    .map((line, index) => [categories[index]?.id ?? '', line.split(' | ')[1]?.split(' ') ?? []] as const)
    .filter(([, words]) => words.length > 0),
);

/**
 * 便民服务事项清单: everyday matters a city answers within 3 working days whatever their kind (Fuzhou, December 2017).
 * An id of level 2 covers everything below it.
 */
const convenienceGroups = [
  { code: 'water', zh: '供水排水', en: 'Water', categoryIds: ['c0205', 'c0206', 'c020701', 'c020702'] },
  { code: 'power', zh: '供电', en: 'Power', categoryIds: ['c0208', 'c1103'] },
  { code: 'gas', zh: '供气', en: 'Gas', categoryIds: ['c0209', 'c1104'] },
  {
    code: 'roads',
    zh: '道路照明',
    en: 'Roads and lamps',
    categoryIds: ['c0201', 'c020201', 'c020202', 'c0203', 'c020401', 'c0212', 'c060501'],
  },
  {
    code: 'sanitation',
    zh: '环卫绿化',
    en: 'Sanitation and greenery',
    categoryIds: ['c0101', 'c010203', 'c0103', 'c0104', 'c010501', 'c010502', 'c0106', 'c010903', 'c011001', 'c031302'],
  },
] as const;

export const convenienceCategoryIds: ReadonlySet<string> = new Set(
  convenienceGroups.flatMap((group) => [...group.categoryIds]),
);

/** Whether the category or one above it stands on the convenience list. */
export function isConvenience(categoryId: string): boolean {
  return categoryById.get(categoryId)?.path.some((id) => convenienceCategoryIds.has(id)) ?? false;
}

/** Two spaces of indent per level; `number name`, on level 2 followed by ` | keywords`. */
function expandTree(lines: readonly string[]): Category[] {
  const above: string[] = [];
  return lines.map((line) => {
    const [number = '', name = ''] = line.trim().split(' ', 2);
    const level = levelOf(line);
    above.length = level - 1;
    const parentId = above.at(-1) ?? null;
    above.push(`${parentId ?? 'c'}${number}`);
    return { id: above.at(-1) ?? '', parentId, name, path: [...above], level };
  });
}

function levelOf(line: string): 1 | 2 | 3 {
  const indent = line.search(/\S/);
  if (indent === 0) return 1;
  return indent === 2 ? 2 : 3;
}
