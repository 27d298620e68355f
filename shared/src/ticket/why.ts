import { Refusal, type RefusalCode } from '../refusal.ts';

/**
 * Why something cannot be done, as a closed table: the sentence beside a disabled button and the one in the refusal are
 * the same row. Each says what to do next. [code, 中文, English]
 */
export const whys = {
  dispatchedBefore: [
    'wrongStatus',
    '该工单已派出过，须由承办单位答复，不能再直接办结。请派单；退单次数已达上限的，请使用“指定承办”。',
    'It has been with a department, and one must answer for it: dispatch it, or designate one after too many returns.',
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
  notSigned: ['wrongStatus', '请先签收，再办理。', 'Sign for it first.'],
  assistsOutstanding: [
    'conflict',
    '还有协办单位未答复，其办理时限也未到，请等待其答复，或在其办理超期后再提交。',
    'An assist has not replied and is not overdue: wait for it, or reply once it is overdue.',
  ],
  childrenOutstanding: [
    'conflict',
    '转派下级的件尚未办结，请先采纳或收回。',
    'Sub-dispatched work is still open; accept or recall it first.',
  ],
  needContact: [
    'invalid',
    '请填写联系诉求人的方式；如未能联系，请选“未联系上”并说明。',
    'Say how the citizen was contacted; if that failed, choose “not reached” and explain.',
  ],
  contactAtOdd: [
    'invalid',
    '联系时间须在受理之后、现在之前，请核对后重新填写。',
    'The citizen was contacted after the appeal came in and before now; please check the time.',
  ],
  needWithdrawReason: [
    'invalid',
    '代市民撤诉的，请写明撤诉原因。',
    'Withdrawn in a citizen’s name: say why the citizen withdraws.',
  ],
  needUnsolvedReason: ['invalid', '未解决的，请写明原因。', 'Say why it is not solved.'],
  noReplyToApprove: ['wrongStatus', '没有待本单位审核的答复。', 'There is no reply awaiting approval.'],
  noReplyToReview: ['wrongStatus', '主办单位尚未答复。', 'The lead department has not replied yet.'],
  appealNotOpen: ['wrongStatus', '该诉求已办结。', 'This appeal is closed.'],
  notAnswered: ['wrongStatus', '该诉求尚未答复，不能回访。', 'Not answered yet: nothing to call back about.'],
  unknownReason: ['invalid', '请从列表中选择原因。', 'Choose a reason from the list.'],
  unknownCategory: ['invalid', '诉求分类不存在，请重新选择。', 'The category does not exist; choose another.'],
  unknownRegion: [
    'invalid',
    '行政区划代码不在本系统的行政区划中，请从列表中重新选择。',
    'There is no division of this code; choose one from the list.',
  ],
  receivedInFuture: [
    'invalid',
    '受理时间不能晚于现在，请核对后重新填写。',
    'It cannot have been received later than now: check the time.',
  ],
  receivedTooLongAgo: [
    'invalid',
    '只能补录 30 天以内受理的诉求；更早的请通过导入补入。',
    'Only what was received within the last 30 days can be entered late; bring in what is older by an import.',
  ],
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
  notAllowed: [
    'forbidden',
    '您没有这项操作的权限。如确需办理，请联系管理员。',
    'You may not do this; ask an administrator if you need to.',
  ],
  wrongStatus: [
    'wrongStatus',
    '工单状态已变更，不能再进行这项操作，请查看最新状态后再定。',
    'Not possible in the present status; refresh to see it.',
  ],
  replyBeforeQuestion: [
    'invalid',
    '答复时间早于诉求时间，请核对原始数据。',
    'The reply is dated before the question; check the source.',
  ],
  inTheFuture: [
    'invalid',
    '诉求时间、派单时间或答复时间晚于现在，请核对原始数据或时区。',
    'Receipt, dispatch or reply is dated in the future; check the source or the zone.',
  ],
  sentBeforeReceived: [
    'invalid',
    '派单时间早于诉求时间，请核对原始数据。',
    'It is dated as sent before it was received; check the source.',
  ],
  signedOutside: [
    'invalid',
    '签收时间不在诉求时间与答复时间之间，请核对原始数据。',
    'The signing time does not lie between question and reply; check the source.',
  ],
  requestOpen: [
    'conflict',
    '已有同类申请待审批，请等待结果或先撤回。',
    'Such a request is open already; wait for the decision or cancel it.',
  ],
  requestDecided: ['wrongStatus', '该申请已处理。', 'This request has been decided.'],
  dispatchesOpen: [
    'conflict',
    '协办单位仍在办理，请先派出主办单位，再由承办单位申请市民补充。',
    'Assists are at work: dispatch a lead first, which can then ask the citizen.',
  ],
  parentReplied: [
    'wrongStatus',
    '上级单位已经答复，请等热线中心审核；退回修改后再处理下级的答复。',
    'The parent has replied already; judge its children again if the reply is sent back.',
  ],
  designatedCannotReturn: [
    'conflict',
    '本件为指定承办，不能退单。如有困难请联系热线中心。',
    'Designated: it cannot be returned.',
  ],
  returnsUsedUp: [
    'conflict',
    '本件退单次数已达上限，不能再退单。如有困难请联系热线中心。',
    'Returned as often as the rule allows; please handle it, or call the centre.',
  ],
  returnTooLate: [
    'conflict',
    '已超过申请退单的时限（两个工作日或时限的一半，以先到者为准），请继续办理。',
    'Too late to ask for a return; please handle it.',
  ],
  onlyDesignate: [
    'conflict',
    '退单次数已达上限，请使用“指定承办”。',
    'Returned too often: only a designation is left.',
  ],
  notYetDesignate: [
    'conflict',
    '退单次数未达上限，请正常派单。',
    'Not returned often enough for a designation; dispatch it.',
  ],
  overdueAlready: [
    'conflict',
    '已超过办理时限，不能再申请。请尽快办理答复，并说明办理超期的原因。',
    'The due has passed; please reply and explain.',
  ],
  extensionUsedUp: [
    'conflict',
    '延期次数或天数已达上限，请在时限内办理。',
    'No extension is left under the rule; please reply before the due.',
  ],
  beyondParent: [
    'conflict',
    '下级时限不能晚于上级单位的办理时限，请减少天数，或先由上级单位申请延期。',
    'A child may not be due after its parent: grant fewer days, or extend the parent first.',
  ],
  beyondLead: [
    'conflict',
    '协办时限不能晚于主办单位的办理时限，请减少天数，或先为主办单位延期。',
    'An assist may not be due after its lead, which waits for it: grant fewer days, or extend the lead first.',
  ],
  nobodyBelow: ['conflict', '本单位没有下级单位可以转派。', 'There is no unit below to send it on to.'],
  notBelow: ['invalid', '只能转派给本单位的下级单位。', 'Only a unit of your own department can be chosen.'],
  noOpenQuestion: ['wrongStatus', '没有待市民补充的问题。', 'No question to the citizen is open.'],
  questionAsked: [
    'conflict',
    '本单位已经请市民补充过一次，请直接办理或与市民联系。',
    'The citizen has been asked once already.',
  ],
  tooManyDays: ['invalid', '天数超过规则允许的上限，请减少。', 'More days than the rule allows; ask for fewer.'],
  notShelved: ['wrongStatus', '该工单没有挂账。', 'The ticket is not shelved.'],
  clockRunOut: [
    'conflict',
    '申请单位的办理时限已过，不能再挂账。请不予同意，由承办单位尽快办理答复。',
    'The due has passed, nothing can stand still any more; refuse the request.',
  ],
  reviewDatePast: [
    'conflict',
    '申请的复核日期已过，不能再挂账。请不予同意，由承办单位另行申请或继续办理。',
    'The review date asked for has passed; refuse the request.',
  ],
  reviewDateWrong: ['invalid', '复核日期应晚于现在，且不超过一年。', 'The review date must lie ahead, within a year.'],
  repliedAlready: ['wrongStatus', '已有单位答复，不能并单。', 'Somebody has replied already: it cannot be merged.'],
  noOther: [
    'notFound',
    '找不到要并入的工单，或您无权查看，请核对工单编号。',
    'The ticket to merge into was not found, or you may not see it; check its number.',
  ],
  notChosen: [
    'invalid',
    '所选诉求不在本件或已办结，请刷新后重新选择。',
    'A chosen appeal is not of this ticket or is closed; refresh and choose again.',
  ],
  mergeSelf: ['invalid', '不能并入自己，请填写另一件工单。', 'Choose another ticket to merge into.'],
  otherCentre: ['conflict', '两件工单不属于同一热线中心，不能并单。', 'The two tickets belong to different centres.'],
  cannotMergeInto: [
    'wrongStatus',
    '要并入的工单已不在待派单或办理中，不能再并入。请选择其他工单，或单独办理本件。',
    'The other ticket is past handling; choose another, or handle this one by itself.',
  ],
  mergeTheOther: [
    'conflict',
    '本件已派出，要并入的工单尚未派出。请打开那一件，把它并入本件。',
    'This ticket is dispatched and the other is not: open the other one and merge it into this.',
  ],
  mergedAway: [
    'wrongStatus',
    '本件已并入其他工单，请在并入的工单上处理。',
    'Merged into another ticket; please act on that one.',
  ],
  supervised: [
    'conflict',
    '本件有尚未解除的督办，不能被并入。请把另一件并入本件，或先解除督办。',
    'A supervision order is open: merge the other ticket into this one, or end the order first.',
  ],
  againstApart: [
    'conflict',
    '被投诉单位不同，合在一件里无法对两个单位分别回避。请分件办理。',
    'Different bodies are complained of; one ticket cannot be kept from both. Keep them apart.',
  ],
  againstHandling: [
    'conflict',
    '该工单正由被投诉单位或其下属承办，不能并在一起。请先改派，或分件办理。',
    'The body complained of (or one below it) is handling that ticket. Redispatch it first, or keep them apart.',
  ],
  lastAppeal: [
    'conflict',
    '至少要留下一件未办结的诉求，不能全部拆出。',
    'At least one open appeal must stay with the ticket.',
  ],
  noRework: ['conflict', '没有可以重办的答复。', 'There is no accepted reply to rework.'],
  notClosed: ['wrongStatus', '工单尚未办结。', 'The ticket is not closed.'],
  notPublished: ['wrongStatus', '该工单尚未公开。', 'Not published.'],
  alreadyPublished: ['wrongStatus', '该工单已公开。', 'Already published.'],
  orderOpen: [
    'conflict',
    '还有未解除的督办，归档后不能再答复或解除。请先解除督办。',
    'A supervision order is open and could not be ended any more: end it first.',
  ],
  stillProvisional: [
    'conflict',
    '时限仍为暂定，待该年工作日历公布并导入、时限确定后再归档。',
    'Its clocks are provisional still: archive it once that year’s calendar has been imported.',
  ],
  orderAnswered: ['wrongStatus', '该督办已答复。', 'This order has been answered.'],
  orderEnded: ['wrongStatus', '该督办已解除。', 'This order has ended.'],
  cardRevoked: ['wrongStatus', '该牌已撤销。', 'The card has been revoked.'],
  alreadyExcused: ['wrongStatus', '已作考核剔除。', 'Already excused.'],
  nothingToExcuse: ['invalid', '请选择要剔除的派单或诉求。', 'Choose a dispatch or an appeal.'],
  ownedAlready: ['conflict', '该工单已由您认领。', 'Already yours.'],
  holdsAnother: [
    'conflict',
    '该单位已在本轮另行承办，不能再退回先前的答复。请在其新的答复中一并审核。',
    'The department holds another dispatch by now: review its new reply instead.',
  ],
  articleGone: [
    'conflict',
    '引用的知识条目已停用或不在有效期内，不能据此答复。请去掉引用，或换一条。',
    'A cited article is retired or out of date. Remove it or cite another one.',
  ],
  articleChanged: [
    'conflict',
    '引用的知识条目已有新版，请查看新版内容、核对答复后再提交。',
    'A cited article has a newer version. Read it and check the answer before sending.',
  ],
  notAssignable: [
    'invalid',
    '没有这个人，或其不能办理该工单。请从名单中选择。',
    'There is nobody of that name who may work on this ticket. Choose from the list.',
  ],
  notAssist: ['wrongStatus', '只能解除仍在办理的协办单位。', 'Only an assist still at work can be released.'],
  calendarSame: ['conflict', '该工单的时限已按现行日历计算。', 'Computed by this calendar already.'],
  wasAnswered: ['wrongStatus', '该诉求已答复办结。', 'Answered and closed.'],
} as const satisfies Record<string, readonly [RefusalCode, string, string]>;
export type Why = keyof typeof whys;

export const refuse = (why: Why): Refusal => new Refusal(whys[why][0], whys[why][1], { why });
