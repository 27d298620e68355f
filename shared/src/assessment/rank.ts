import type { RankingGroup } from './schemes.ts';

type Entry = { readonly departmentId: string; readonly hundredths: number | null; readonly n: number };
export type Ranked<T> = T & {
  /** Null: with whoever is named in no group. */
  readonly groupId: string | null;
  /** Equal scores share the better rank; null: nothing to count, or too little to be compared. */
  readonly rank: number | null;
  /** How many of the group are ranked. */
  readonly of: number;
};

/** Departments in order, each within its own group; those without a rank come last, by what was counted. */
export function ranked<T extends Entry>(
  entries: readonly T[],
  groups: readonly RankingGroup[],
  leastCount: number,
): Ranked<T>[] {
  const groupOf = new Map(groups.flatMap(({ id, departmentIds }) => departmentIds.map((d) => [d, id] as const)));
  const inGroup = (id: string | null) => entries.filter((e) => (groupOf.get(e.departmentId) ?? null) === id);
  return [...groups.map(({ id }) => id), null].flatMap((groupId) => {
    const comparable = (e: Entry) => e.hundredths !== null && e.n >= leastCount;
    const own = inGroup(groupId);
    const compared = own.filter(comparable);
    const better = (than: Entry) => compared.filter((e) => (e.hundredths ?? 0) > (than.hundredths ?? 0)).length;
    return own
      .map((e) => ({ ...e, groupId, rank: comparable(e) ? better(e) + 1 : null, of: compared.length }))
      .sort(
        (a, b) =>
          (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) ||
          b.n - a.n ||
          (a.departmentId < b.departmentId ? -1 : 1),
      );
  });
}
