import type { DeadlineRule } from '@hotline/shared/time/rules/rules';
import type { Translate } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';

type Columns = (rule: DeadlineRule) => readonly (readonly [TextKey, string])[];

/** How `after` differs from `before`, a sentence for each difference; columns compare as people read them. */
export function ruleDiff(
  before: readonly DeadlineRule[],
  after: readonly DeadlineRule[],
  columns: Columns,
  t: Translate,
): string[] {
  const was = new Map(before.map((rule, i) => [rule.id, { rule, i }]));
  const is = new Set(after.map((r) => r.id));
  const kept = before.filter((r) => is.has(r.id)).map((r) => r.id);
  const keptNow = after.filter((r) => was.has(r.id)).map((r) => r.id);
  return [
    ...before.filter((r) => !is.has(r.id)).map((r) => t('rule.diffRemoved', { name: r.name })),
    ...after.flatMap((rule, i) => {
      const old = was.get(rule.id);
      if (!old) return [t('rule.diffAdded', { name: rule.name })];
      const moved =
        kept.indexOf(rule.id) === keptNow.indexOf(rule.id)
          ? []
          : [t('rule.diffMoved', { name: rule.name, from: old.i + 1, to: i + 1 })];
      return [...moved, ...changes(old.rule, rule, columns, t)];
    }),
  ];
}

function changes(old: DeadlineRule, rule: DeadlineRule, columns: Columns, t: Translate): string[] {
  const said = (field: TextKey, from: string | number, to: string | number) =>
    t('rule.diffChanged', { name: rule.name, field: t(field), from, to });
  const now = columns(rule);
  return [
    ...(old.name === rule.name ? [] : [said('rule.name', old.name, rule.name)]),
    ...columns(old).flatMap(([field, from], i) => {
      const to = now[i]?.[1] ?? '';
      return from === to ? [] : [said(field, from, to)];
    }),
    ...(old.maxLeadReturns === rule.maxLeadReturns
      ? []
      : [said('rule.maxReturns', old.maxLeadReturns, rule.maxLeadReturns)]),
    ...(old.maxQuestionDays === rule.maxQuestionDays
      ? []
      : [said('rule.questionDays', old.maxQuestionDays, rule.maxQuestionDays)]),
  ];
}
