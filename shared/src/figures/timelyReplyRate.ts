import type { Appeal } from '../appeal/appeal.ts';
import type { Case } from '../ticket/case.ts';
import { lead } from '../ticket/case.ts';
import type { Contribution, Figure } from './figure.ts';

/** The headline figure on which centres are compared: was the citizen answered before the promise ran out? */
export const timelyReplyRate: Figure = {
  id: 'timelyReplyRate',
  version: 1,
  term: '及时回复率',
  termEn: 'Timely-reply rate',
  words:
    '承诺到期日落在统计期内、且已到期的诉求中，在承诺时限前答复诉求人的比例。直接答复件、到期前撤诉、无效、不予受理、移送件不计入，另行列示；到期未答复按未及时计。',
  wordsEn:
    'Of the appeals whose promised date fell in the period and has passed, the share answered before the promise ran out. Direct answers and appeals withdrawn, invalid, declined or handed off before due are left out and listed apart; due and unanswered is late.',
  numerator: '按时答复的诉求',
  denominator: '应答复（已到期）的诉求',
  groups: ['department', 'category', 'day'],
  contributions: (c) => c.appeals.map((a) => contribution(c, a)),
  dueAt: (c) => c.appeals.map((a) => a.promisedDueAt),
};

const contribution = (c: Case, a: Appeal): Contribution => {
  const out = isExcluded(a);
  return {
    day: a.promisedDay,
    centreId: a.centreId,
    departmentId: lead(c)?.departmentId ?? '',
    role: 'none',
    categoryId: c.ticket.categoryId ?? '',
    total: out ? 0 : 1,
    timely: !out && a.answeredAt !== null && a.answeredAt < a.promisedDueAt ? 1 : 0,
    timelyOriginal: !out && a.answeredAt !== null && a.answeredAt < a.originalPromisedDueAt ? 1 : 0,
    excluded: out ? 1 : 0,
  };
};

/** An exclusion holds only if its instant was before due; later ones count as late unless excused. */
const isExcluded = (a: Appeal): boolean => {
  if (a.excusedAt !== null) return true;
  if (a.outcome === 'answered') return true;
  const left =
    a.outcome === 'withdrawn' || a.outcome === 'invalid' || a.outcome === 'declined' || a.outcome === 'transferred';
  return left && a.closedAt !== null && a.closedAt < a.promisedDueAt;
};
