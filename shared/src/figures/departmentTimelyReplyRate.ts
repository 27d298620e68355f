import type { Case } from '../ticket/case.ts';
import type { Dispatch } from '../ticket/dispatch.ts';
import type { Contribution, Figure } from './figure.ts';

/** The figure departments are ranked on: did the reply leave the department before its own clock ran out? */
export const departmentTimelyReplyRate: Figure = {
  id: 'departmentTimelyReplyRate',
  version: 1,
  term: '承办单位及时回复率',
  termEn: 'Department timely-reply rate',
  words:
    '办理时限落在统计期内、且已到期的派单中，在时限前答复的比例。主办、协办分别统计，重办每轮各计一次，转派下级计入上级单位附表。到期前退单（经批准）、解除的派单不计入，另行列示；到期未答复按超期计。',
  wordsEn:
    'Of the dispatches whose due fell in the period and has passed, the share replied to before due. Lead and assist apart, one row per round; sub-dispatches in their parent’s sub-table. Turns returned or released before due are left out and listed apart; due and unanswered is late.',
  numerator: '按时答复的派单',
  denominator: '应答复（已到期）的派单',
  groups: ['department', 'category', 'day', 'role'],
  contributions: (c) => topLevel(c).map((d) => contribution(c, d)),
  dueAt: (c) => topLevel(c).map((d) => d.dueAt),
};

const topLevel = (c: Case) => c.dispatches.filter((d) => d.parentId === null);

const contribution = (c: Case, d: Dispatch): Contribution => {
  const out =
    d.excusedAt !== null ||
    ((d.status === 'returned' || d.status === 'released') && d.endedAt !== null && d.endedAt < d.dueAt);
  return {
    day: d.dueDay,
    centreId: c.ticket.centreId,
    departmentId: d.departmentId,
    role: d.role,
    categoryId: c.ticket.categoryId ?? '',
    total: out ? 0 : 1,
    timely: !out && d.repliedAt !== null && d.repliedAt < d.dueAt ? 1 : 0,
    timelyOriginal: !out && d.repliedAt !== null && d.repliedAt < d.originalDueAt ? 1 : 0,
    excluded: out ? 1 : 0,
  };
};
