import { Refusal } from '../../refusal.ts';
import type { DeadlineRule, RuleMatch, RuleSet } from './rules.ts';

/** What a rule looks at. Paths hold ids from the root to the leaf. */
export type Subject = {
  readonly kind: string;
  readonly service: string;
  readonly urgency: string;
  readonly channel: string;
  readonly categoryPath: readonly string[];
  /** Null: no department known yet, as for the promise; rules that name departments then never match. */
  readonly departmentPath: readonly string[] | null;
};

export type Condition = keyof RuleMatch;

/** One line of the administrators' tester. No failed condition: this is the rule that applies. */
export type Explanation = { index: number; ruleId: string; ruleName: string; failed: readonly Condition[] };

/** The first rule that matches, with its place in the list. Refuses (`conflict`) when none does. */
export function matchRule(ruleSet: RuleSet, subject: Subject): { rule: DeadlineRule; index: number } {
  for (const [index, rule] of ruleSet.rules.entries()) {
    if (conditions.every((condition) => holds(condition, rule.match, subject))) return { rule, index };
  }
  throw new Refusal('conflict', '没有适用于该诉求的时限规则，请管理员在时限规则列表末尾补充一条不设条件的兜底规则。', {
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    subject,
  });
}

/** Every rule up to and including the one that applies, with the conditions that failed. */
export function explainMatch(ruleSet: RuleSet, subject: Subject): readonly Explanation[] {
  const explanations: Explanation[] = [];
  for (const [index, rule] of ruleSet.rules.entries()) {
    const failed = conditions.filter((condition) => !holds(condition, rule.match, subject));
    explanations.push({ index, ruleId: rule.id, ruleName: rule.name, failed });
    if (failed.length === 0) break;
  }
  return explanations;
}

const valuesOf: Record<Condition, (subject: Subject) => readonly string[]> = {
  kinds: ({ kind }) => [kind],
  services: ({ service }) => [service],
  urgencies: ({ urgency }) => [urgency],
  channels: ({ channel }) => [channel],
  categoryIds: ({ categoryPath }) => categoryPath,
  departmentIds: ({ departmentPath }) => departmentPath ?? [],
};
const conditions: readonly Condition[] = ['kinds', 'services', 'urgencies', 'channels', 'categoryIds', 'departmentIds'];

function holds(condition: Condition, match: RuleMatch, subject: Subject): boolean {
  const wanted = match[condition];
  return wanted === undefined || valuesOf[condition](subject).some((value) => wanted.includes(value));
}
