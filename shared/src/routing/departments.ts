import type { DutyIndex } from './duties.ts';
import { dutiesFor } from './duties.ts';
import type { Experience } from './experience.ts';

export type Likely = {
  readonly categoryKey: string;
  readonly probability: number;
  readonly experience: Experience;
};
export type Setting = {
  readonly text: string;
  readonly duties: DutyIndex;
  readonly mayReceive: (departmentId: string) => boolean;
};
export type DepartmentGuess = {
  readonly departmentId: string;
  readonly probability: number;
  readonly past: { readonly isArea: boolean; readonly total: number; readonly own: number } | null;
  readonly duties: readonly string[];
};

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
  for (const {
    probability,
    experience: { city, area },
  } of likely) {
    for (const id of new Set([...city.of.keys(), ...byDuties.keys()])) {
      const duty = byDuties.get(id)?.share ?? 0;
      const inCity = ((city.of.get(id)?.weight ?? 0) + dutyWeight * duty) / (city.weight + dutyWeight);
      const inArea = ((area.of.get(id)?.weight ?? 0) + cityWeight * inCity) / (area.weight + cityWeight);
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
      past: likely[0] ? pastOf(likely[0].experience, departmentId) : null,
      duties: byDuties.get(departmentId)?.words ?? [],
    }));
}

/** In the area where there was anything lately, else in the whole city. */
function pastOf({ city, area }: Experience, departmentId: string): DepartmentGuess['past'] {
  const isArea = area.recent > 0;
  const counted = isArea ? area : city;
  const own = counted.of.get(departmentId)?.recent ?? 0;
  return own === 0 ? null : { isArea, total: counted.recent, own };
}
