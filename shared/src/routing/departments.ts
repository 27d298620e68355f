import type { DutyIndex } from './duties.ts';
import { dutiesFor } from './duties.ts';

/** How often a department gave the accepted reply on a category, in an area, on a day. */
type Settled = {
  readonly area: string;
  readonly departmentId: string;
  readonly day: string;
  readonly count: number;
};
export type Likely = {
  readonly categoryKey: string;
  readonly probability: number;
  readonly settled: readonly Settled[];
};
export type Setting = {
  readonly text: string;
  /** County, six digits; `''` when not known. */
  readonly area: string;
  /** Days before today, by the centre's calendar day. */
  readonly daysAgo: (day: string) => number;
  readonly duties: DutyIndex;
  readonly mayReceive: (departmentId: string) => boolean;
};
export type DepartmentGuess = {
  readonly departmentId: string;
  readonly probability: number;
  readonly past: { readonly isArea: boolean; readonly total: number; readonly own: number } | null;
  readonly duties: readonly string[];
};

export const recentDays = 90;
const halfLifeDays = 180;
/** How many tickets what is known of the whole city, and of the duties, is worth against an area's own. */
const cityWeight = 5;
const dutyWeight = 3;
const mostGuesses = 3;
const leastProbability = 0.05;

/**
 * Who should get it: over the likely categories, the share each department settled in this area, smoothed by its share
 * in the whole city and that by its duties, older tickets counting less.
 */
export function guessDepartments(likely: readonly Likely[], setting: Setting): DepartmentGuess[] {
  const sums = new Map<string, number>();
  const byDuties = dutiesFor(setting.duties, setting.text);
  for (const { probability, settled } of likely) {
    const city = decayed(settled, setting);
    const area = decayed(
      settled.filter((s) => s.area === setting.area),
      setting,
    );
    for (const id of new Set([...city.of.keys(), ...byDuties.keys()])) {
      const duty = byDuties.get(id)?.share ?? 0;
      const inCity = ((city.of.get(id) ?? 0) + dutyWeight * duty) / (city.total + dutyWeight);
      const inArea = ((area.of.get(id) ?? 0) + cityWeight * inCity) / (area.total + cityWeight);
      sums.set(id, (sums.get(id) ?? 0) + probability * inArea);
    }
  }
  const allowed = [...sums].filter(([id]) => setting.mayReceive(id));
  const whole = allowed.reduce((sum, [, p]) => sum + p, 0) || 1;
  return allowed
    .map(([id, p]): [string, number] => [id, p / whole])
    .filter(([, p]) => p >= leastProbability)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostGuesses)
    .map(([departmentId, probability]) => ({
      departmentId,
      probability,
      past: pastOf(likely[0]?.settled ?? [], departmentId, setting),
      duties: byDuties.get(departmentId)?.words ?? [],
    }));
}

function decayed(settled: readonly Settled[], { daysAgo }: Setting) {
  const of = new Map<string, number>();
  let total = 0;
  for (const { departmentId, day, count } of settled) {
    const weight = count * 0.5 ** (Math.max(0, daysAgo(day)) / halfLifeDays);
    of.set(departmentId, (of.get(departmentId) ?? 0) + weight);
    total += weight;
  }
  return { of, total };
}

/** In the area where there was anything lately, else in the whole city. */
function pastOf(settled: readonly Settled[], departmentId: string, { area, daysAgo }: Setting) {
  const recent = settled.filter((s) => daysAgo(s.day) <= recentDays);
  const here = recent.filter((s) => area !== '' && s.area === area);
  const counted = here.length > 0 ? here : recent;
  const sum = (rows: readonly Settled[]) => rows.reduce((n, s) => n + s.count, 0);
  const own = sum(counted.filter((s) => s.departmentId === departmentId));
  return own === 0 ? null : { isArea: here.length > 0, total: sum(counted), own };
}
