import { loadCatalog } from '@hotline/db/centre/catalog';
import type { Db } from '@hotline/db/store/open';
import type { Names } from '@hotline/shared/exports/names';

/** The words for a file, as they stand when it is begun. */
export async function namesOf(db: Db, centreId: string): Promise<Names> {
  const { centres, departments, categories, regions } = await loadCatalog(db);
  const department = new Map(departments.map((d) => [d.id, d.name]));
  const category = pathsOf(categories.map((c) => [c.id, c.parentId, c.name]));
  const region = pathsOf(regions.map((r) => [r.code, r.parentCode, r.name]));
  return {
    department: (id) => department.get(id) ?? id,
    category: (id) => category.get(id) ?? id,
    region: (code) => region.get(code) ?? code,
    utcOffsetMinutes: centres.find((c) => c.id === centreId)?.utcOffsetMinutes ?? 480,
  };
}

function pathsOf(nodes: readonly (readonly [id: string, parentId: string | null, name: string])[]) {
  const known = new Map(nodes.map(([id, parentId, name]) => [id, { parentId, name }]));
  const path = (id: string): string => {
    const node = known.get(id);
    if (!node) return id;
    return node.parentId && known.has(node.parentId) ? `${path(node.parentId)}/${node.name}` : node.name;
  };
  return new Map(nodes.map(([id]) => [id, path(id)]));
}
