import { dayMs } from '../time/localDate.ts';

/** How often a department gave the accepted reply on a category, in an area, on a day. */
export type Settled = {
  readonly area: string;
  readonly departmentId: string;
  readonly day: string;
  readonly count: number;
};

/** `weight`: older tickets count less; `recent`: how many within `recentDays`. */
type Amount = { weight: number; recent: number };
type Share = Amount & { readonly of: ReadonlyMap<string, Amount> };
/** Who settled a category: in the whole city, and in one area. Plain data, so that it can be made on another thread. */
export type Experience = { readonly city: Share; readonly area: Share };

export const recentDays = 90;
const halfLifeDays = 180;

/** `area`: county, six digits; `''` when not known, for which nothing is said. `today`: the centre's calendar day. */
export function experienceOf(settled: readonly Settled[], area: string, today: string): Experience {
  const here = settled.filter((s) => area !== '' && s.area === area);
  return { city: shareOf(settled, today), area: shareOf(here, today) };
}

function shareOf(settled: readonly Settled[], today: string): Share {
  const of = new Map<string, Amount>();
  const all = { weight: 0, recent: 0 };
  for (const { departmentId, day, count } of settled) {
    const daysAgo = Math.max(0, (Date.parse(today) - Date.parse(day)) / dayMs);
    const amount = { weight: count * 0.5 ** (daysAgo / halfLifeDays), recent: daysAgo <= recentDays ? count : 0 };
    add(all, amount);
    const own = of.get(departmentId) ?? { weight: 0, recent: 0 };
    add(own, amount);
    of.set(departmentId, own);
  }
  return { ...all, of };
}

function add(to: Amount, { weight, recent }: Amount): void {
  to.weight += weight;
  to.recent += recent;
}
