import { Refusal } from '../../refusal.ts';
import { type Condition, matchRule, type Subject } from './matchRule.ts';
import type { DeadlineRule, RuleMatch, RuleSet } from './rules.ts';

/** The closed lists the rules speak of; paths hold ids from the root to the leaf. */
export type RuleWords = {
  readonly kinds: readonly string[];
  readonly services: readonly string[];
  readonly urgencies: readonly string[];
  readonly channels: readonly string[];
  readonly categoryPaths: ReadonlyMap<string, readonly string[]>;
  readonly departmentPaths: ReadonlyMap<string, readonly string[]>;
};

/** A combination that no rule fits, while its category and department are still unknown. */
export type Gap = Pick<Subject, 'kind' | 'service' | 'urgency' | 'channel'>;

/**
 * What would be turned down for want of a rule. Asked without category and department: an appeal may have neither, and a
 * rule that fits it then fits it with them too.
 */
export function ruleGaps(rules: readonly DeadlineRule[], words: RuleWords): Gap[] {
  const set: RuleSet = { id: 'gaps', version: 1, rules: [...rules] };
  const gaps: Gap[] = [];
  for (const kind of words.kinds)
    for (const urgency of words.urgencies)
      for (const service of words.services)
        for (const channel of words.channels) {
          const gap = { kind, service, urgency, channel };
          if (!fits(set, gap)) gaps.push(gap);
        }
  return gaps;
}

function fits(set: RuleSet, gap: Gap): boolean {
  try {
    matchRule(set, { ...gap, categoryPath: [], departmentPath: null });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A rule that fits nothing, because one before it takes everything it names. */
export type Shadowed = { index: number; by: number };

export function shadowedRules(rules: readonly DeadlineRule[], words: RuleWords): Shadowed[] {
  return rules.flatMap((rule, index) => {
    const by = rules.slice(0, index).findIndex((earlier) => takesAll(earlier.match, rule.match, words));
    return by < 0 ? [] : [{ index, by }];
  });
}

const plain: readonly Condition[] = ['kinds', 'services', 'urgencies', 'channels'];

function takesAll(earlier: RuleMatch, later: RuleMatch, words: RuleWords): boolean {
  const everyValue = (condition: Condition, all: readonly string[]) => {
    const wanted = earlier[condition];
    return wanted === undefined || (later[condition] ?? all).every((value) => wanted.includes(value));
  };
  const everyPath = (wanted: readonly string[] | undefined, named: readonly string[] | undefined, paths: Paths) =>
    wanted === undefined || named?.every((id) => (paths.get(id) ?? [id]).some((at) => wanted.includes(at))) === true;
  return (
    plain.every((condition) => everyValue(condition, words[condition as 'kinds'])) &&
    everyPath(earlier.categoryIds, later.categoryIds, words.categoryPaths) &&
    everyPath(earlier.departmentIds, later.departmentIds, words.departmentPaths)
  );
}
type Paths = ReadonlyMap<string, readonly string[]>;

/** Values of a rule that the lists do not have: a misspelt code would quietly never match. */
export function unknownWords(rules: readonly DeadlineRule[], words: RuleWords): { index: number; value: string }[] {
  const known: Record<Condition, (value: string) => boolean> = {
    kinds: (v) => words.kinds.includes(v),
    services: (v) => words.services.includes(v),
    urgencies: (v) => words.urgencies.includes(v),
    channels: (v) => words.channels.includes(v),
    categoryIds: (v) => words.categoryPaths.has(v),
    departmentIds: (v) => words.departmentPaths.has(v),
  };
  return rules.flatMap(({ match }, index) =>
    (Object.keys(known) as Condition[]).flatMap((condition) =>
      (match[condition] ?? []).filter((value) => !known[condition](value)).map((value) => ({ index, value })),
    ),
  );
}
