import {
  channelTerms,
  identityTerms,
  kindTerms,
  outcomeTerms,
  serviceTerms,
  ticketStatusTerms,
  urgencyTerms,
} from '../catalog/terms.ts';
import type { Cell } from '../csv.ts';
import type { Dispatch } from '../ticket/model/dispatch.ts';
import type { Ticket } from '../ticket/model/ticket.ts';
import type { AppealView } from '../ticket/view.ts';
import type { Instant } from '../time/instant.ts';
import { localDueText, localText } from '../time/localText.ts';
import type { Names } from './names.ts';

/** A ticket as a file shows it: appeals only as the person who asked may see them. */
export type ExportRow = {
  readonly ticket: Pick<
    Ticket,
    | 'number'
    | 'title'
    | 'kind'
    | 'service'
    | 'channel'
    | 'categoryId'
    | 'regionCode'
    | 'urgency'
    | 'status'
    | 'outcome'
    | 'round'
    | 'receivedAt'
    | 'promisedDueAt'
    | 'dueProvisionalAt'
    | 'firstDispatchedAt'
    | 'repliedAt'
    | 'closedAt'
    | 'urgeCount'
    | 'card'
  >;
  readonly appeals: readonly Pick<
    AppealView,
    'number' | 'identity' | 'citizenName' | 'phone' | 'unreadPhone' | 'content' | 'address' | 'answer' | 'lateEnteredAt'
  >[];
  readonly dispatches: readonly Pick<
    Dispatch,
    'departmentId' | 'role' | 'round' | 'parentId' | 'status' | 'sentAt' | 'signedAt' | 'dueAt' | 'repliedAt'
  >[];
};

/** Each column of a file of tickets: its official name, and what stands in it. */
export const ticketColumns: readonly (readonly [string, (row: ExportRow, names: Names) => Cell])[] = [
  ['工单编号', ({ ticket }) => ticket.number],
  ['标题', ({ ticket }) => ticket.title],
  ['诉求类型', ({ ticket }) => kindTerms[ticket.kind].zh],
  ['业务', ({ ticket }) => serviceTerms[ticket.service].zh],
  ['渠道', ({ ticket }) => channelTerms[ticket.channel].zh],
  ['诉求分类', ({ ticket }, names) => ticket.categoryId && names.category(ticket.categoryId)],
  ['所属区域', ({ ticket }, names) => ticket.regionCode && names.region(ticket.regionCode)],
  ['紧急程度', ({ ticket }) => urgencyTerms[ticket.urgency].zh],
  ['工单状态', ({ ticket }) => ticketStatusTerms[ticket.status].zh],
  ['办理结果', ({ ticket }) => ticket.outcome && outcomeTerms[ticket.outcome].zh],
  ['受理时间', ({ ticket }, names) => localText(ticket.receivedAt, names.utcOffsetMinutes)],
  ['承诺时限', ({ ticket }, names) => due(ticket.promisedDueAt, names)],
  ['时限暂定', ({ ticket }) => ticket.dueProvisionalAt && '是'],
  ['首次派单时间', ({ ticket }, names) => fact(ticket.firstDispatchedAt, names)],
  ['主办单位', (row, names) => departments(row, 'lead', names)],
  ['签收时间', (row, names) => fact(lead(row)?.signedAt, names)],
  ['办理时限', (row, names) => due(lead(row)?.dueAt, names)],
  ['答复时间', (row, names) => fact(lead(row)?.repliedAt, names)],
  ['协办单位', (row, names) => departments(row, 'assist', names)],
  ['办理轮次', ({ ticket }) => ticket.round],
  ['办结时间', ({ ticket }, names) => fact(ticket.closedAt, names)],
  ['催办次数', ({ ticket }) => ticket.urgeCount],
  ['督办牌', ({ ticket }) => ticket.card && { yellow: '黄牌', red: '红牌' }[ticket.card]],
  ['诉求件数', ({ appeals }) => appeals.length],
  ['诉求编号', ({ appeals }) => each(appeals, (a) => a.number)],
  ['补录', ({ appeals }) => (appeals.some((a) => a.lateEnteredAt) ? '是' : null)],
  ['身份', ({ appeals }) => each(appeals, (a) => identityTerms[a.identity].zh)],
  ['诉求人', ({ appeals }) => each(appeals, (a) => a.citizenName)],
  ['联系电话', ({ appeals }) => each(appeals, (a) => a.phone ?? unreadable(a.unreadPhone))],
  ['诉求地点', ({ appeals }) => each(appeals, (a) => a.address)],
  ['诉求内容', ({ appeals }) => each(appeals, (a) => a.content)],
  ['答复内容', ({ appeals }) => each(appeals, (a) => a.answer)],
];

/** Of the appeals joined in one ticket, those that have it. */
const each = (appeals: ExportRow['appeals'], of: (appeal: ExportRow['appeals'][number]) => string | null) =>
  appeals
    .map(of)
    .filter((text) => text !== null)
    .join('；');

const fact = (at: Instant | null | undefined, names: Names) => (at ? localText(at, names.utcOffsetMinutes) : null);
const due = (at: Instant | null | undefined, names: Names) => (at ? localDueText(at, names.utcOffsetMinutes) : null);

/** Dispatches of the round at hand that were not taken away, without those passed on below. */
const current = ({ ticket, dispatches }: ExportRow, role: Dispatch['role']) =>
  dispatches.filter(
    (d) =>
      d.role === role &&
      d.round === ticket.round &&
      d.parentId === null &&
      d.status !== 'returned' &&
      d.status !== 'released',
  );
const lead = (row: ExportRow) => current(row, 'lead')[0];
const departments = (row: ExportRow, role: Dispatch['role'], names: Names) =>
  current(row, role)
    .map((d) => names.department(d.departmentId))
    .join('、');

const unreadable = (written: string | null) => (written === null ? null : `号码读不出：${written}`);
