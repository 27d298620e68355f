import { dispatchRoleTerms } from '../catalog/terms.ts';
import type { Cell } from '../csv.ts';
import type { DispatchRole } from '../ticket/dispatch.ts';
import type { Instant } from '../time/instant.ts';
import { localDueText, localText } from '../time/localText.ts';
import type { Names } from './names.ts';

/** One row behind a figure: an appeal, or a department's turn. */
export type MemberRow = {
  readonly number: string;
  readonly title: string;
  readonly departmentId: string | null;
  readonly role: DispatchRole | null;
  readonly dueAt: Instant;
  readonly originalDueAt: Instant;
  readonly answeredAt: Instant | null;
  readonly verdict: 'timely' | 'late' | 'excluded';
};

/** Each column of a file of the rows behind a figure. */
export const memberColumns: readonly (readonly [string, (row: MemberRow, names: Names) => Cell])[] = [
  ['编号', (m) => m.number],
  ['标题', (m) => m.title],
  ['承办单位', (m, names) => m.departmentId && names.department(m.departmentId)],
  ['承办角色', (m) => m.role && dispatchRoleTerms[m.role].zh],
  ['时限', (m, names) => localDueText(m.dueAt, names.utcOffsetMinutes)],
  ['原时限', (m, names) => localDueText(m.originalDueAt, names.utcOffsetMinutes)],
  ['答复时间', (m, names) => m.answeredAt && localText(m.answeredAt, names.utcOffsetMinutes)],
  ['结论', (m) => verdicts[m.verdict]],
];

const verdicts = { timely: '及时', late: '未及时', excluded: '不计入' } as const;
