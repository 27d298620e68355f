import type { Limit, LimitUnit } from '../limit.ts';
import type { DeadlineRule, RuleMatch } from './rules.ts';

/**
 * The rules a new centre starts with: Fuzhou's 12345, December 2017. `convenienceCategoryIds` is the convenience list
 * 便民类, whose complaints are due in 3 working days; empty, that rule is left out.
 */
export function defaultRules(convenienceCategoryIds: readonly string[]): DeadlineRule[] {
  const complaints = ['complaint', 'report'];
  const convenience = { kinds: complaints, categoryIds: [...convenienceCategoryIds] };
  return [
    rule('critical', '特急', { urgencies: ['critical'] }, limit(2, 'hours'), critical),
    rule('urgent', '紧急', { urgencies: ['urgent'] }, limit(24, 'hours'), urgent),
    rule('inquiry', '咨询', { kinds: ['inquiry'] }, limit(2, 'workingDays')),
    rule('help', '求助', { kinds: ['help'] }, limit(3, 'workingDays')),
    rule('suggestion', '建议、表扬', { kinds: ['suggestion', 'praise'] }, limit(5, 'workingDays')),
    ...(convenienceCategoryIds.length > 0
      ? [rule('convenience', '便民类投诉、举报', convenience, limit(3, 'workingDays'))]
      : []),
    rule('complaint', '投诉、举报', { kinds: complaints }, limit(10, 'workingDays')),
  ];
}

type Response = Pick<DeadlineRule, 'signLimit' | 'dispatchLimit'>;

const normal: Response = { signLimit: limit(1, 'workingDays'), dispatchLimit: limit(4, 'workingHours') };
const urgent: Response = { signLimit: limit(30, 'minutes'), dispatchLimit: limit(30, 'minutes') };
const critical: Response = { signLimit: limit(30, 'minutes'), dispatchLimit: limit(10, 'minutes') };

function rule(id: string, name: string, match: RuleMatch, replyLimit: Limit, response = normal): DeadlineRule {
  return {
    id,
    name,
    match,
    promiseLimit: null,
    replyLimit,
    ...response,
    reviewLimit: limit(1, 'workingDays'),
    reworkLimit: limit(3, 'workingDays'),
    returnLimit: null,
    extensionMaxDays: 10,
    extensionMaxTimes: 1,
    maxLeadReturns: 2,
    callbackPolicy: { mode: 'all', samplePercent: 100, capDays: 5 },
    maxQuestionDays: 5,
  };
}

function limit(amount: number, unit: LimitUnit): Limit {
  return { amount, unit };
}
