import { useMemo } from 'react';
import { useCatalog } from '../../data/catalog.ts';

type ScopeRow = { path: string; name: string; isCentre: boolean };

/** Where rights can be granted: the centre, and every department, by path. */
export function useScopes() {
  const { centres, departments } = useCatalog();
  return useMemo(() => {
    const rows: ScopeRow[] = [
      ...centres.map((c) => ({ path: c.path, name: c.name, isCentre: true })),
      ...[...departments.values()].map((d) => ({ path: d.path, name: d.name, isCentre: false })),
    ];
    const byPath = new Map(rows.map((row) => [row.path, row]));
    return { rows, nameOf: (path: string) => byPath.get(path)?.name ?? path };
  }, [centres, departments]);
}
