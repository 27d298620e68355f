import type { Role } from '../people/actor.ts';
import type { Identity } from '../ticket/model/appeal.ts';
import type { Actuality, Note, RequestType, Satisfaction, Solved, Urge } from '../ticket/model/children.ts';
import type { DispatchRole, DispatchStatus } from '../ticket/model/dispatch.ts';
import type { Channel, Kind, Outcome, Service, TicketStatus, Urgency } from '../ticket/model/ticket.ts';

/** The closed lists of the domain with their official Chinese terms. Every list is the source of its union type. */

export interface Term {
  readonly zh: string;
  readonly en: string;
}

export type Terms<Name extends string> = Readonly<Record<Name, Term>>;

export const kindTerms: Terms<Kind> = {
  inquiry: { zh: '咨询', en: 'Inquiry' },
  help: { zh: '求助', en: 'Request for help' },
  complaint: { zh: '投诉', en: 'Complaint' },
  report: { zh: '举报', en: 'Report of a violation' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
};

export const channelTerms: Terms<Channel> = {
  phone: { zh: '电话', en: 'Phone' },
  web: { zh: '网站', en: 'Website' },
  app: { zh: 'APP', en: 'App' },
  wechat: { zh: '微信', en: 'WeChat' },
  sms: { zh: '短信', en: 'Text message' },
  email: { zh: '邮件', en: 'E-mail' },
  letter: { zh: '信函', en: 'Letter' },
  visit: { zh: '来访', en: 'Visit' },
  open311: { zh: 'Open311', en: 'Open311' },
  import: { zh: '导入', en: 'Import' },
  transfer: { zh: '转交', en: 'Transfer' },
};

export const serviceTerms: Terms<Service> = {
  general: { zh: '综合诉求', en: 'General' },
  leaderMailbox: { zh: '领导信箱', en: 'Leader’s mailbox' },
  legalAdvice: { zh: '法律咨询', en: 'Legal advice' },
  efficiencyComplaint: { zh: '机关效能投诉', en: 'Complaint about an authority’s efficiency' },
  consumer: { zh: '消费维权(12315)', en: 'Consumer protection (12315)' },
};

export const urgencyTerms: Terms<Urgency> = {
  normal: { zh: '一般', en: 'Normal' },
  urgent: { zh: '紧急', en: 'Urgent' },
  critical: { zh: '特急', en: 'Critical' },
};

/** How the citizen wants to be known. `confidential`: the centre knows who it is, no department ever does. */
export const identityTerms: Terms<Identity> = {
  named: { zh: '实名', en: 'Named' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  confidential: { zh: '保密', en: 'Confidential' },
};

export const appealStatuses = ['open', 'answered', 'closed'] as const;
export type AppealStatus = (typeof appealStatuses)[number];
export const appealStatusTerms: Terms<AppealStatus> = {
  open: { zh: '办理中', en: 'Open' },
  answered: { zh: '已答复', en: 'Answered' },
  closed: { zh: '已办结', en: 'Closed' },
};

export const ticketStatusTerms: Terms<TicketStatus> = {
  awaitingDispatch: { zh: '待派单', en: 'Awaiting dispatch' },
  awaitingCitizen: { zh: '待补充', en: 'Awaiting the citizen' },
  handling: { zh: '办理中', en: 'Being handled' },
  awaitingReview: { zh: '待审核', en: 'Awaiting review' },
  awaitingCallback: { zh: '待回访', en: 'Awaiting callback' },
  shelved: { zh: '已挂账', en: 'Shelved' },
  closed: { zh: '已办结', en: 'Closed' },
};

export const outcomeTerms: Terms<Outcome> = {
  answered: { zh: '直接答复', en: 'Answered directly' },
  resolved: { zh: '已解决', en: 'Resolved' },
  explained: { zh: '已解释', en: 'Explained' },
  unresolved: { zh: '未解决', en: 'Unresolved' },
  declined: { zh: '不予受理', en: 'Declined' },
  invalid: { zh: '无效', en: 'Invalid' },
  withdrawn: { zh: '撤诉', en: 'Withdrawn' },
  merged: { zh: '并单', en: 'Merged' },
  transferred: { zh: '移送', en: 'Handed off' },
};

export const dispatchStatusTerms: Terms<DispatchStatus> = {
  awaitingSigning: { zh: '待签收', en: 'Awaiting signing' },
  handling: { zh: '办理中', en: 'Being handled' },
  awaitingApproval: { zh: '待单位审核', en: 'Awaiting the head’s approval' },
  replied: { zh: '已答复', en: 'Replied' },
  accepted: { zh: '已采纳', en: 'Accepted' },
  returned: { zh: '已退回', en: 'Returned' },
  released: { zh: '已解除', en: 'Released' },
};

export const dispatchRoleTerms: Terms<DispatchRole> = {
  lead: { zh: '主办', en: 'Lead' },
  assist: { zh: '协办', en: 'Assist' },
};

export const requestTypeTerms: Terms<RequestType> = {
  return: { zh: '退单', en: 'Return' },
  extension: { zh: '延期', en: 'Extension' },
  shelving: { zh: '挂账', en: 'Shelving' },
  question: { zh: '补充询问', en: 'Question to the citizen' },
  rework: { zh: '重办', en: 'Rework' },
};

export const requestStatuses = ['open', 'approved', 'refused', 'cancelled'] as const;
export type RequestStatus = (typeof requestStatuses)[number];
export const requestStatusTerms: Terms<RequestStatus> = {
  open: { zh: '待审批', en: 'Open' },
  approved: { zh: '已同意', en: 'Approved' },
  refused: { zh: '未同意', en: 'Refused' },
  cancelled: { zh: '已撤销', en: 'Cancelled' },
};

export type RoleName = Role | 'citizen' | 'system';
export const roleTerms: Terms<RoleName> = {
  agent: { zh: '话务员', en: 'Call agent' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  reviewer: { zh: '审核员', en: 'Reviewer' },
  callbackAgent: { zh: '回访员', en: 'Callback agent' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  manager: { zh: '管理人员', en: 'Manager' },
  handler: { zh: '经办人', en: 'Department clerk' },
  departmentHead: { zh: '单位负责人', en: 'Department head' },
  administrator: { zh: '系统管理员', en: 'Administrator' },
  auditor: { zh: '审计员', en: 'Auditor' },
  citizen: { zh: '市民', en: 'Citizen' },
  system: { zh: '系统', en: 'System' },
};

export const satisfactionTerms: Terms<Satisfaction> = {
  satisfied: { zh: '满意', en: 'Satisfied' },
  fairlySatisfied: { zh: '基本满意', en: 'Fairly satisfied' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
};

/** Whether what the citizen said proved true. */
export const actualityTerms: Terms<Actuality> = {
  confirmed: { zh: '属实', en: 'Confirmed' },
  partlyConfirmed: { zh: '部分属实', en: 'Partly confirmed' },
  unfounded: { zh: '不属实', en: 'Unfounded' },
};

export const solvedTerms: Terms<Solved> = {
  solved: { zh: '已解决', en: 'Solved' },
  partly: { zh: '部分解决', en: 'Partly solved' },
  explained: { zh: '已解释说明', en: 'Explained' },
  unsolved: { zh: '未解决', en: 'Not solved' },
};

export const callbackPolicies = ['all', 'sample', 'none'] as const;
export type CallbackPolicy = (typeof callbackPolicies)[number];
export const callbackPolicyTerms: Terms<CallbackPolicy> = {
  all: { zh: '全部回访', en: 'Every appeal' },
  sample: { zh: '抽样回访', en: 'A sample' },
  none: { zh: '不回访', en: 'No callback' },
};

export const noteKindTerms: Terms<Note['kind']> = {
  progress: { zh: '阶段性答复', en: 'Progress' },
  supplement: { zh: '市民补充', en: 'Added by the citizen' },
  correction: { zh: '修改前的答复', en: 'Answer before it was changed' },
  amendment: { zh: '修改前的诉求内容', en: 'Appeal before it was amended' },
  publication: { zh: '公开内容', en: 'Published text' },
  remark: { zh: '处理意见', en: 'Remark' },
};
export const urgeSourceTerms: Terms<Urge['source']> = {
  citizen: { zh: '市民催办', en: 'Urged by the citizen' },
  agent: { zh: '热线人员催办', en: 'Urged by the hotline' },
  supervisor: { zh: '督办员催办', en: 'Urged by a supervisor' },
};
