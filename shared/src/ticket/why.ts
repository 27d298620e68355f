import { Refusal, type RefusalCode } from '../refusal.ts';

/**
 * Why something cannot be done, as a closed table: the sentence beside a disabled button and the one in the refusal are
 * the same row. Each says what to do next. [code, 中文, English]
 */
export const whys = {
  notAwaitingDispatch: [
    'wrongStatus',
    '该工单已派出，不能再这样处理。请刷新查看最新状态。',
    'Already dispatched. Refresh to see where it stands.',
  ],
  someAnswered: [
    'wrongStatus',
    '该诉求已答复，不能再更改。',
    'This appeal has been answered and can no longer change.',
  ],
  noLead: ['invalid', '请选择一个主办单位。', 'Choose one lead department.'],
  duplicateDepartment: ['invalid', '同一单位不能重复派单，请去掉重复的单位。', 'A department may be named only once.'],
  unknownDepartment: [
    'invalid',
    '所选单位不存在或已停用，请重新选择。',
    'The department does not exist or is retired; choose another.',
  ],
  againstDepartment: [
    'conflict',
    '该单位是被投诉单位或其下属，不能承办本件。请改派其上级或其他单位。',
    'The department (or one above it) is the body complained of. Choose another.',
  ],
  alreadySigned: ['wrongStatus', '该单位已签收。', 'Already signed for.'],
  notSigned: ['wrongStatus', '请先签收，再办理答复。', 'Sign for it first, then reply.'],
  assistsOutstanding: [
    'conflict',
    '还有协办单位未答复且未超期，请等待其答复，或在其超期后再提交。',
    'An assisting department has not replied and is not overdue yet.',
  ],
  childrenOutstanding: [
    'conflict',
    '转派下级的件尚未办结，请先采纳或收回。',
    'Sub-dispatched work is still open; accept or recall it first.',
  ],
  needContact: [
    'invalid',
    '请填写联系诉求人的方式；如未能联系，请选“未联系上”并说明。',
    'Say how the citizen was contacted.',
  ],
  needUnsolvedReason: ['invalid', '未解决的，请写明原因。', 'Say why it is not solved.'],
  noReplyToApprove: ['wrongStatus', '没有待本单位审核的答复。', 'There is no reply awaiting approval.'],
  noReplyToReview: ['wrongStatus', '主办单位尚未答复。', 'The lead department has not replied yet.'],
  appealNotOpen: ['wrongStatus', '该诉求已办结。', 'This appeal is closed.'],
  notAnswered: ['wrongStatus', '该诉求尚未答复，不能回访。', 'Not answered yet: nothing to call back about.'],
  unknownReason: ['invalid', '请从列表中选择原因。', 'Choose a reason from the list.'],
  unknownCategory: ['invalid', '诉求分类不存在，请重新选择。', 'The category does not exist; choose another.'],
  nothingChanged: ['invalid', '没有需要保存的更改。', 'Nothing has changed.'],
  notDueYet: ['conflict', '时限未到。', 'Not due yet.'],
  alreadyRaised: ['conflict', '已经亮牌。', 'The card has been raised already.'],
  callbackDone: ['wrongStatus', '该诉求本轮回访已完成。', 'The callback of this round is complete.'],
  archived: ['wrongStatus', '该工单已归档，不能再更改。', 'Archived: nothing changes any more.'],
  notTarget: [
    'notFound',
    '找不到要处理的诉求或派单，请刷新后重试。',
    'The appeal or dispatch was not found; refresh and try again.',
  ],
  notAllowed: ['forbidden', '您没有这项操作的权限。', 'You may not do this.'],
  wrongStatus: [
    'wrongStatus',
    '工单当前状态不能进行这项操作，请刷新查看最新状态。',
    'Not possible in the present status; refresh to see it.',
  ],
  replyBeforeQuestion: [
    'invalid',
    '答复时间早于诉求时间，请核对原始数据。',
    'The reply is dated before the question; check the source.',
  ],
  inTheFuture: [
    'invalid',
    '答复时间晚于现在，请核对原始数据或时区。',
    'The reply is dated in the future; check the source or the zone.',
  ],
  signedOutside: [
    'invalid',
    '签收时间不在诉求时间与答复时间之间，请核对原始数据。',
    'The signing time does not lie between question and reply; check the source.',
  ],
  cannotJoin: [
    'wrongStatus',
    '该工单已进入审核或办结，不能追加。请登记为新件。',
    'Too late to join this ticket; log a new one.',
  ],
} as const satisfies Record<string, readonly [RefusalCode, string, string]>;
export type Why = keyof typeof whys;

export const refuse = (why: Why): Refusal => new Refusal(whys[why][0], whys[why][1], { why });
