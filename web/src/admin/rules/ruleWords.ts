import {
  channelTerms,
  kindTerms,
  serviceTerms,
  type Term,
  type Terms,
  urgencyTerms,
} from '@hotline/shared/catalog/terms';
import { channels, kinds, services, urgencies } from '@hotline/shared/ticket/model/ticket';
import type { Limit, LimitUnit } from '@hotline/shared/time/limit';
import type { Condition } from '@hotline/shared/time/rules/matchRule';
import type { RuleWords } from '@hotline/shared/time/rules/ruleChecks';
import type { DeadlineRule, RuleMatch } from '@hotline/shared/time/rules/rules';
import { useMemo } from 'react';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { type Lang, useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';

export const conditionNames: Record<Condition, TextKey> = {
  kinds: 'rule.kinds',
  services: 'rule.services',
  urgencies: 'rule.urgencies',
  channels: 'rule.channels',
  categoryIds: 'rule.categories',
  departmentIds: 'rule.departments',
};
export const unitTerms: Terms<LimitUnit> = {
  minutes: { zh: '分钟', en: 'minutes' },
  hours: { zh: '小时（自然）', en: 'hours' },
  days: { zh: '日（自然）', en: 'days' },
  workingHours: { zh: '工作小时', en: 'working hours' },
  workingDays: { zh: '工作日', en: 'working days' },
};
const shortUnits: Record<LimitUnit, Term> = {
  ...unitTerms,
  hours: { zh: '小时', en: 'h' },
  days: { zh: '自然日', en: 'days' },
};

const limitInWords = ({ amount, unit }: Limit, lang: Lang) => `${amount} ${shortUnits[unit][lang]}`;

/** The lists rules are checked against, as the browser knows them. */
export function useRuleWords(): RuleWords {
  const { categoryLines, departments } = useCatalog();
  return useMemo(() => {
    const line = (id: string): string[] => {
      const parent = departments.get(id)?.parentId;
      return parent ? [...line(parent), id] : [id];
    };
    return {
      kinds,
      services,
      urgencies,
      channels,
      categoryPaths: categoryLines,
      departmentPaths: new Map([...departments.keys()].map((id) => [id, line(id)])),
    };
  }, [categoryLines, departments]);
}

/** What a condition's value is called. */
export function useValueName(): (condition: Condition, value: string) => string {
  const { lang } = useSettings();
  const categoryLabels = useCatalog((s) => s.categoryLabels);
  const departmentName = useDepartmentName();
  const term = (terms: Readonly<Record<string, Term>>, value: string) => terms[value]?.[lang] ?? value;
  return (condition, value) =>
    ({
      kinds: () => term(kindTerms, value),
      services: () => term(serviceTerms, value),
      urgencies: () => term(urgencyTerms, value),
      channels: () => term(channelTerms, value),
      categoryIds: () => categoryLabels.get(value)?.split(' › ').at(-1) ?? value,
      departmentIds: () => departmentName(value),
    })[condition]();
}

/** «求助、咨询；紧急» */
function useMatchInWords(): (match: RuleMatch) => string {
  const t = useT();
  const nameOf = useValueName();
  return (match) => {
    const said = (Object.keys(conditionNames) as Condition[]).flatMap((condition) => {
      const values = match[condition];
      if (!values) return [];
      const names = values.slice(0, 6).map((value) => nameOf(condition, value));
      return [`${names.join('、')}${values.length > 6 ? ` …(${values.length})` : ''}`];
    });
    return said.join('；') || t('rule.any');
  };
}

/** Every column of a rule in words, in the order of the table. */
export function useRuleColumns(): (rule: DeadlineRule) => readonly (readonly [TextKey, string])[] {
  const t = useT();
  const { lang } = useSettings();
  const matchInWords = useMatchInWords();
  return (rule) => {
    const { callbackPolicy: policy } = rule;
    const words = (limit: Limit) => limitInWords(limit, lang);
    return [
      ['rule.match', matchInWords(rule.match)],
      ['rule.reply', words(rule.replyLimit)],
      ['rule.promise', rule.promiseLimit ? words(rule.promiseLimit) : t('rule.promiseDefault')],
      ['rule.sign', words(rule.signLimit)],
      ['rule.dispatch', words(rule.dispatchLimit)],
      ['rule.review', words(rule.reviewLimit)],
      ['rule.rework', words(rule.reworkLimit)],
      ['rule.return', rule.returnLimit ? words(rule.returnLimit) : t('rule.returnDefault')],
      [
        'rule.extension',
        rule.extensionMaxTimes === 0 || rule.extensionMaxDays === 0
          ? t('rule.noExtension')
          : t('rule.extensionWords', { times: rule.extensionMaxTimes, days: rule.extensionMaxDays }),
      ],
      [
        'rule.callback',
        policy.mode === 'none'
          ? t('rule.callbackNone')
          : policy.mode === 'all'
            ? t('rule.callbackAll', { days: policy.capDays })
            : t('rule.callbackSample', { percent: policy.samplePercent, days: policy.capDays }),
      ],
    ];
  };
}
