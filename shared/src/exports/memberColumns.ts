import { dispatchRoleTerms } from '../catalog/terms.ts';
import type { Cell } from '../csv.ts';
import type { Figure, Verdict } from '../figures/figure.ts';
import { verdictTerm } from '../figures/verdictTerm.ts';
import type { DispatchRole } from '../ticket/model/dispatch.ts';
import type { Instant } from '../time/instant.ts';
import { localDueText, localText } from '../time/localText.ts';
import type { Names } from './names.ts';

/** One row behind a figure: an appeal, a department's dispatch, a ticket or a callback. */
type MemberRow = {
  readonly number: string;
  readonly title: string;
  readonly departmentId: string | null;
  readonly role: DispatchRole | null;
  readonly cohortAt: Instant;
  readonly originalAt: Instant | null;
  readonly doneAt: Instant | null;
  readonly verdict: Verdict;
  readonly amount: number | null;
};
type Column = readonly [string, (row: MemberRow, names: Names) => Cell];

/** Each column of a file of the rows behind a figure, in the figure's own words. */
export const memberColumns = (figure: Figure): readonly Column[] => {
  const time = (at: Instant | null, names: Names, due: boolean) =>
    at && (due ? localDueText : localText)(at, names.utcOffsetMinutes);
  return [
    ['编号', (m) => m.number],
    ['标题', (m) => m.title],
    ['承办单位', (m, names) => m.departmentId && names.department(m.departmentId)],
    ['承办角色', (m) => m.role && dispatchRoleTerms[m.role].zh],
    [figure.cohortWords.zh, (m, names) => time(m.cohortAt, names, figure.due)],
    ['原时限', (m, names) => time(m.originalAt, names, true)],
    ['完成时间', (m, names) => time(m.doneAt, names, false)],
    ['结论', (m) => verdictTerm(figure, m.verdict).zh],
    ...(figure.measure.as === 'sum' ? [['金额（元）', (m) => (m.amount ?? 0) / 100] satisfies Column] : []),
  ];
};
