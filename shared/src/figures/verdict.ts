import { holds } from './condition.ts';
import type { AnyFacts } from './facts/index.ts';
import type { Facts } from './facts/source.ts';
import { type Figure, standings, type Verdict } from './figure.ts';

/** How one member stands in a figure; null: it is none of its members. The SQL of db/src/figures is proved equal to it. */
export function verdictOf(figure: Figure, facts: AnyFacts): Verdict | null {
  const known = facts as unknown as Facts;
  if (known[figure.cohort] === null || (figure.members && !holds(figure.members, known))) return null;
  for (const [verdict, condition] of figure.exclusions) if (holds(condition, known)) return verdict;
  for (const [verdict, condition] of figure.verdicts) if (holds(condition, known)) return verdict;
  return 'out';
}

/** Counted, rather than left out for a reason. */
export const isCounted = (verdict: Verdict): boolean => (standings as readonly string[]).includes(verdict);
