import type { Call } from '@hotline/shared/api/client';
import { useSearchParams } from 'react-router';
import { useCatalog } from '../data/catalog.ts';
import { isDay, type Period, periodOf } from './period.ts';

export const filterNames = ['department', 'category', 'region', 'kind', 'channel', 'role'] as const;
export type FilterName = (typeof filterNames)[number];
/** `period`: by which button the days were chosen. */
export type BoardQuery = Period & Readonly<Partial<Record<FilterName | 'period', string>>>;
type Asked = NonNullable<Call<'figure'>['query']>;

/** What the address asks for: every condition of a report stands in it, so that a link shows the same to somebody else. */
export function useBoardQuery() {
  const [params, setParams] = useSearchParams();
  const offset = useCatalog((s) => s.offsetMinutes);
  const usual = periodOf('thisMonth', Date.now(), offset);
  const [from, to] = [params.get('from'), params.get('to')];
  const filters = filterNames.flatMap((name) => (params.get(name) ? [[name, params.get(name)] as const] : []));
  const query: BoardQuery = {
    from: isDay(from) ? from : usual.from,
    to: isDay(to) ? to : usual.to,
    ...(params.get('period') ? { period: params.get('period') ?? '' } : {}),
    ...Object.fromEntries(filters),
  };
  /** Null takes a condition away. */
  const set = (change: Readonly<Record<string, string | null>>) =>
    setParams(
      (p) => {
        const next = Object.entries({ ...Object.fromEntries(p), ...change });
        return new URLSearchParams(next.filter((pair): pair is [string, string] => Boolean(pair[1])));
      },
      { replace: true },
    );
  return { query, params, set };
}

/** The conditions as the contract names them. */
export const asked = ({ from, to, department, category, region, kind, channel, role }: BoardQuery): Asked =>
  ({
    from,
    to,
    ...(department ? { departmentId: department } : {}),
    ...(category ? { categoryId: category } : {}),
    ...(region ? { region } : {}),
    ...(kind ? { kind } : {}),
    ...(channel ? { channel } : {}),
    ...(role ? { role } : {}),
  }) as Asked;
