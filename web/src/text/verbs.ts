import type { Term } from '@hotline/shared/catalog/terms';
import type { VerbName } from '@hotline/shared/ticket/actions/index';

/** Verbs as the timeline names them. Buttons take their words from the server's open actions. */
const verbTerms: Record<VerbName | 'log', Term> = {
  log: { zh: '登记', en: 'Logged' },
  dispatch: { zh: '派单', en: 'Dispatched' },
  answer: { zh: '直接答复', en: 'Answered directly' },
  decline: { zh: '不予受理', en: 'Declined' },
  sign: { zh: '签收', en: 'Signed for' },
  reply: { zh: '答复', en: 'Replied' },
  approveReply: { zh: '单位审核通过', en: 'Reply approved' },
  rejectReply: { zh: '单位审核退回', en: 'Reply rejected' },
  acceptReply: { zh: '采纳答复', en: 'Reply accepted' },
  sendBackReply: { zh: '退回修改', en: 'Reply sent back' },
  recordCallback: { zh: '回访', en: 'Callback recorded' },
  close: { zh: '办结', en: 'Closed' },
  amend: { zh: '修改', en: 'Amended' },
  urge: { zh: '催办', en: 'Urged' },
  withdraw: { zh: '撤诉', en: 'Withdrawn' },
  autoSign: { zh: '系统签收', en: 'Signed by the clock' },
  yellowCard: { zh: '黄牌预警', en: 'Yellow card' },
  redCard: { zh: '红牌超期', en: 'Red card' },
};

export const verbTerm = (verb: string): Term => (verbTerms as Record<string, Term>)[verb] ?? { zh: verb, en: verb };
