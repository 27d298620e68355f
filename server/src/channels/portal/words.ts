import { identityTerms, kindTerms } from '@hotline/shared/catalog/terms';
import type { Kind, Outcome, TicketStatus } from '@hotline/shared/ticket/model/ticket';

/** What citizens read. Staff screens say 「待派单」; here the sentence says what happens now and whose move it is. */

export const kindWords: Record<Kind, { readonly term: string; readonly hint: string }> = {
  inquiry: { term: kindTerms.inquiry.zh, hint: '想了解政策规定、办事流程、公共信息' },
  help: { term: kindTerms.help.zh, hint: '遇到困难，希望政府帮助解决' },
  complaint: { term: kindTerms.complaint.zh, hint: '对公共服务、行政管理或消费中的问题不满意' },
  report: { term: kindTerms.report.zh, hint: '发现违法违规的行为' },
  suggestion: { term: kindTerms.suggestion.zh, hint: '对城市管理和公共服务有意见、有想法' },
  praise: { term: kindTerms.praise.zh, hint: '有单位或工作人员值得称赞' },
};

export const identities = ['named', 'confidential', 'anonymous'] as const;
export type Identity = (typeof identities)[number];
export const identityWords: Record<Identity, { readonly term: string; readonly hint: string }> = {
  named: { term: identityTerms.named.zh, hint: '承办单位可以直接与您联系核实，通常办得更快' },
  confidential: { term: identityTerms.confidential.zh, hint: '只有热线中心知道您是谁，不会告诉承办单位' },
  anonymous: { term: identityTerms.anonymous.zh, hint: '不留姓名和电话；我们无法联系您，请凭编号和查询码看进展' },
};

export const statusWords: Record<TicketStatus, { readonly term: string; readonly now: string }> = {
  awaitingDispatch: { term: '已受理', now: '我们正在核对情况、确定承办单位，您不用做什么。' },
  awaitingCitizen: { term: '等待您补充', now: '需要您再补充一些情况。请留意来电，或拨打 12345 报上诉求编号。' },
  handling: { term: '办理中', now: '承办单位正在办理，可能会与您联系核实。' },
  shelved: { term: '暂缓办理', now: '此事一时还不具备办理条件，经批准暂缓，条件具备后继续办理。' },
  awaitingReview: { term: '答复审核中', now: '承办单位已经答复，热线中心正在审核。' },
  awaitingCallback: { term: '已答复', now: '承办单位已经答复，答复见下。' },
  closed: { term: '已办结', now: '这件诉求已经办结。如有新情况，可以重新提交。' },
};

const outcomeWords: Record<Outcome, string> = {
  answered: '直接答复',
  resolved: '已解决',
  explained: '已解释说明',
  unresolved: '未解决',
  declined: '不予受理',
  invalid: '无效诉求',
  withdrawn: '您已撤回',
  merged: '与同类诉求合并办理',
  transferred: '已移送其他单位',
};
export const outcomeTerm = (outcome: string): string => outcomeWords[outcome as Outcome] ?? outcome;

export const solvedWords = { yes: '解决了', no: '没有解决' } as const;
export const satisfactionWords = { satisfied: '满意', fairlySatisfied: '基本满意', dissatisfied: '不满意' } as const;
