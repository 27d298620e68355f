import type { Condition } from '@hotline/shared/figures/condition';
import type { Figure } from '@hotline/shared/figures/figure';
import { snake } from '../store/rows.ts';

/** A condition on facts in SQL: the other renderer of shared/figures/condition.ts, proved equal. Never null. */
export function sqlOf(condition: Condition, f: string): string {
  if ('has' in condition) return `${f}.${snake(condition.has)} is not null`;
  if ('before' in condition) return compared(condition.before, '<', f);
  if ('same' in condition) return compared(condition.same, '=', f);
  if ('is' in condition)
    return `coalesce(${f}.${snake(condition.is)}, '') in (${condition.oneOf.map(literal).join(', ')})`;
  if ('not' in condition) return `not ${sqlOf(condition.not, f)}`;
  const [parts, word] = 'all' in condition ? [condition.all, ' and '] : [condition.any, ' or '];
  return `(${parts.map((part) => sqlOf(part, f)).join(word)})`;
}

/** How a member stands in the figure: `verdictOf` of shared/figures/verdict.ts in SQL, for those who are members. */
export const verdictSql = (figure: Figure, f: string): string => {
  const cases = [...figure.exclusions, ...figure.verdicts].map(
    ([verdict, condition]) => `when ${sqlOf(condition, f)} then ${literal(verdict)}`,
  );
  return cases.length === 0 ? "'out'" : `case ${cases.join(' ')} else 'out' end`;
};

// A comparison with what is missing is false here, as it is in the definition; in SQL it would be neither true nor false.
const compared = ([a, b]: readonly [string, string], sign: string, f: string) =>
  `coalesce(${f}.${snake(a)} ${sign} ${f}.${snake(b)}, false)`;

/** Words of the definitions themselves, never what somebody typed. */
export const literal = (word: string) => `'${word.replaceAll("'", "''")}'`;
