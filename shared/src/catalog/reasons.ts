/** Reasons a person picks instead of typing. Codes are stored and never reused; the words may be edited. */

import type { Term } from './terms.ts';

export interface Reason extends Term {
  readonly code: string;
}

/** A reason whose choice is told to the citizen in these words. */
export interface ToldReason extends Reason {
  readonly told: string;
}

export interface DissatisfactionReason extends Reason {
  /** True: the callback opens a rework request. False: the citizen is heard, the handling stands. */
  readonly reopens: boolean;
}

export interface HandoffTarget extends ToldReason {
  /** The number to dial, `null` where the citizen must go in person or write. */
  readonly phone: string | null;
}

/** 不予受理: the union of the Fuzhou (2007) and Xiamen lists. */
export const declineReasons = [
  {
    code: 'unlawful',
    zh: '内容违反法律法规或公序良俗',
    en: 'Unlawful or indecent content',
    told: '您反映的内容违反法律法规或公序良俗，热线不予受理。',
  },
  {
    code: 'slander',
    zh: '散布谣言、诽谤他人',
    en: 'Rumour or slander',
    told: '您反映的内容缺乏事实依据且涉及他人名誉，热线不予受理，请通过合法途径维护权益。',
  },
  {
    code: 'outsideCity',
    zh: '不属于本市行政区域',
    en: 'Outside the city',
    told: '您反映的事项不在本市行政区域内，请拨打事发地区号加12345反映。',
  },
  {
    code: 'inProceedings',
    zh: '已进入诉讼、仲裁、行政复议程序',
    en: 'In litigation, arbitration or reconsideration',
    told: '您反映的事项应当或者已经通过诉讼、仲裁、行政复议等法定程序解决，请按法定程序办理。',
  },
  {
    code: 'notOnPlatform',
    zh: '所涉单位未纳入热线平台',
    en: 'Body not on the platform',
    told: '您反映的单位尚未纳入热线平台，建议您直接向该单位或其主管部门反映。',
  },
  {
    code: 'emergency',
    zh: '属110、119、120、122紧急事项',
    en: 'Emergency for 110, 119, 120 or 122',
    told: '您反映的情况属紧急事项，请立即拨打110、119、120或122，以免延误处置。',
  },
  {
    code: 'notAdministrative',
    zh: '不属于行政管理和公共服务职责',
    en: 'Not a matter of public administration',
    told: '您反映的事项不属于政府行政管理和公共服务职责范围，建议通过协商、调解或法律途径解决。',
  },
  {
    code: 'secretOrPrivate',
    zh: '涉及国家秘密、商业秘密、个人隐私',
    en: 'Secrets or privacy',
    told: '您反映的事项涉及国家秘密、商业秘密或他人隐私，依法不予受理。',
  },
  {
    code: 'otherAuthority',
    zh: '属党委、人大、政协、法院、检察院、军队事务',
    en: 'Party, congress, court, procuratorate or army matter',
    told: '您反映的事项不属于政府热线受理范围，请向有权处理的机关反映。',
  },
  {
    code: 'disclosureRequest',
    zh: '属政府信息公开申请',
    en: 'Request for disclosure of information',
    told: '申请公开政府信息请按照《政府信息公开条例》规定，向制作或保存该信息的行政机关提出书面申请。',
  },
  {
    code: 'alreadyHandled',
    zh: '同一事项正在办理',
    en: 'The same matter is being handled',
    told: '您反映的事项正在办理，请您耐心等待，办理结果将及时反馈给您。',
  },
  {
    code: 'repeated',
    zh: '已办结且未提供新的事实和理由',
    en: 'Closed before, no new facts',
    told: '您反映的事项已经办结答复，如有新的事实和理由，欢迎补充后再次反映。',
  },
  {
    code: 'petitionFinished',
    zh: '信访事项已受理或已三级终结',
    en: 'Under petition or petition review finished',
    told: '您反映的事项已由信访部门受理或已经复核终结，请按《信访工作条例》规定办理。',
  },
] as const satisfies readonly ToldReason[];
export type DeclineReason = (typeof declineReasons)[number]['code'];

export const invalidReasons = [
  { code: 'harassment', zh: '骚扰辱骂', en: 'Harassment' },
  { code: 'misdialled', zh: '误拨', en: 'Dialled by mistake' },
  { code: 'silent', zh: '无声或中途挂断', en: 'Silent or hung up' },
  { code: 'unclear', zh: '内容不清且无法联系', en: 'Unclear, and nobody can be reached' },
  { code: 'duplicate', zh: '同一诉求重复提交', en: 'The same appeal submitted twice' },
  { code: 'advertisement', zh: '广告推销', en: 'Advertising' },
  { code: 'test', zh: '测试', en: 'Test' },
  { code: 'impersonation', zh: '冒用他人名义', en: 'In another person’s name' },
] as const satisfies readonly Reason[];
export type InvalidReason = (typeof invalidReasons)[number]['code'];

export const returnReasons = [
  { code: 'notOurDuty', zh: '不属于本单位职责', en: 'Not our duty' },
  { code: 'notOurArea', zh: '不属于本单位管辖区域', en: 'Not our area' },
  { code: 'severalDuties', zh: '涉及多个单位，应由其他单位主办', en: 'Several bodies, another should lead' },
  { code: 'notOurFacility', zh: '设施产权或管养权属其他单位', en: 'The facility belongs to another body' },
  { code: 'dutyMoved', zh: '职责已划转', en: 'The duty has been moved' },
  { code: 'higherLevel', zh: '超出本级权限，应由上级办理', en: 'Beyond our level' },
  { code: 'shouldBeDeclined', zh: '属不予受理范围', en: 'Should have been declined' },
  { code: 'duplicate', zh: '与在办工单重复', en: 'Duplicate of an open ticket' },
] as const satisfies readonly Reason[];
export type ReturnReason = (typeof returnReasons)[number]['code'];

export const extensionReasons = [
  { code: 'complex', zh: '情况复杂，需调查取证', en: 'Complex, evidence needed' },
  { code: 'severalBodies', zh: '需多单位会商', en: 'Several bodies must confer' },
  { code: 'works', zh: '需安排工程施工', en: 'Works must be scheduled' },
  { code: 'procurement', zh: '需履行采购或资金审批程序', en: 'Procurement or funds pending' },
  { code: 'testing', zh: '需检测、检验或鉴定', en: 'Test or appraisal pending' },
  { code: 'statutoryPeriod', zh: '法定程序期限未满', en: 'A statutory period is running' },
  { code: 'weather', zh: '受恶劣天气影响', en: 'Bad weather' },
  { code: 'citizenAsked', zh: '诉求人要求另约时间', en: 'The citizen asked for another date' },
] as const satisfies readonly Reason[];
export type ExtensionReason = (typeof extensionReasons)[number]['code'];

export const shelvingReasons = [
  { code: 'projectPlanned', zh: '已列入改造计划，暂不具备实施条件', en: 'Planned works, not yet feasible' },
  { code: 'legacy', zh: '历史遗留问题，需专题研究', en: 'Legacy matter under study' },
  { code: 'policyPending', zh: '政策尚未出台', en: 'Policy pending' },
  { code: 'inProceedings', zh: '等待诉讼或仲裁结果', en: 'Awaiting a court or arbitral decision' },
  { code: 'funds', zh: '资金尚未落实', en: 'Funds not yet available' },
] as const satisfies readonly Reason[];
export type ShelvingReason = (typeof shelvingReasons)[number]['code'];

export const dissatisfactionReasons = [
  { code: 'notSolved', zh: '问题未解决', en: 'Not solved', reopens: true },
  { code: 'relapsed', zh: '问题反复出现', en: 'The problem came back', reopens: true },
  { code: 'notContacted', zh: '承办单位未联系', en: 'Nobody got in touch', reopens: true },
  { code: 'untrueReply', zh: '答复与事实不符', en: 'The reply is not true', reopens: true },
  { code: 'missedPoint', zh: '答非所问', en: 'The reply misses the point', reopens: true },
  { code: 'promiseBroken', zh: '承诺事项未兑现', en: 'A promise was not kept', reopens: true },
  { code: 'slow', zh: '办理时间过长', en: 'Too slow', reopens: false },
  { code: 'attitude', zh: '工作人员态度不好', en: 'Rude staff', reopens: false },
  { code: 'policy', zh: '对政策规定不满意', en: 'Disagrees with the policy', reopens: false },
  { code: 'compensation', zh: '补偿赔偿未达预期', en: 'Expected more compensation', reopens: false },
  { code: 'unreasonable', zh: '期望超出法律政策范围', en: 'Expects more than the law allows', reopens: false },
] as const satisfies readonly DissatisfactionReason[];
export type DissatisfactionReasonCode = (typeof dissatisfactionReasons)[number]['code'];

export const unsolvedReasons = [
  { code: 'noLegalBasis', zh: '缺乏法律政策依据', en: 'No legal basis' },
  { code: 'beyondAuthority', zh: '超出本单位权限', en: 'Beyond our authority' },
  { code: 'needsTime', zh: '需一定时间，已纳入计划', en: 'Takes time, planned' },
  { code: 'needsFunds', zh: '资金未落实', en: 'No funds yet' },
  { code: 'partiesDisagree', zh: '当事双方未能达成一致', en: 'The parties do not agree' },
  { code: 'inProceedings', zh: '需通过司法途径解决', en: 'A matter for the courts' },
  { code: 'legacy', zh: '历史遗留问题', en: 'Legacy matter' },
  { code: 'unreachable', zh: '无法联系诉求人核实', en: 'The citizen cannot be reached' },
  { code: 'unreasonable', zh: '诉求不合理', en: 'Unreasonable demand' },
] as const satisfies readonly Reason[];
export type UnsolvedReason = (typeof unsolvedReasons)[number]['code'];

/** 移送: where the caller is handed over to. `told` is said on the line. */
export const handoffTargets = [
  { code: 'police', zh: '110 报警', en: 'Police', phone: '110', told: '您反映的情况属警情，现为您转接110。' },
  { code: 'fire', zh: '119 火警', en: 'Fire', phone: '119', told: '您反映的情况涉及火灾救援，现为您转接119。' },
  { code: 'ambulance', zh: '120 急救', en: 'Ambulance', phone: '120', told: '您需要医疗急救，现为您转接120。' },
  {
    code: 'trafficAccident',
    zh: '122 交通事故',
    en: 'Traffic accidents',
    phone: '122',
    told: '您反映的是交通事故，现为您转接122。',
  },
  {
    code: 'legalService',
    zh: '12348 公共法律服务',
    en: 'Public legal service',
    phone: '12348',
    told: '您需要法律咨询，现为您转接12348。',
  },
  {
    code: 'consumer',
    zh: '12315 消费者投诉举报',
    en: 'Consumer protection',
    phone: '12315',
    told: '您反映的是消费纠纷，现为您转接12315。',
  },
  {
    code: 'discipline',
    zh: '12388 纪检监察举报',
    en: 'Discipline inspection',
    phone: '12388',
    told: '您反映的问题属纪检监察受理范围，请拨打12388举报。',
  },
  {
    code: 'petition',
    zh: '信访部门',
    en: 'Petition office',
    phone: null,
    told: '您反映的事项属信访事项，请通过信访窗口或网上信访渠道提出。',
  },
  {
    code: 'court',
    zh: '12368 诉讼服务',
    en: 'Court service',
    phone: '12368',
    told: '您反映的事项涉及诉讼，请拨打12368诉讼服务热线。',
  },
  {
    code: 'procuratorate',
    zh: '12309 检察服务',
    en: 'Procuratorate service',
    phone: '12309',
    told: '您反映的事项属检察机关受理范围，请拨打12309。',
  },
  {
    code: 'crisisLine',
    zh: '12356 心理援助',
    en: 'Psychological aid',
    phone: '12356',
    told: '您可以拨打12356心理援助热线，现为您转接。',
  },
  {
    code: 'otherCity',
    zh: '外地12345热线',
    en: 'Another city’s 12345',
    phone: null,
    told: '您反映的事项发生在外地，请拨打当地区号加12345。',
  },
] as const satisfies readonly HandoffTarget[];
export type HandoffTargetCode = (typeof handoffTargets)[number]['code'];

export const sendBackReasons = [
  { code: 'missedPoint', zh: '答非所问', en: 'Misses the point' },
  { code: 'notContacted', zh: '未联系诉求人', en: 'The citizen was not contacted' },
  { code: 'empty', zh: '内容空泛，套话模板', en: 'Empty or boilerplate' },
  { code: 'closedUnsolved', zh: '未解决即办结', en: 'Closed without a solution' },
  { code: 'incomplete', zh: '未逐项答复', en: 'Not every point is answered' },
  { code: 'noProof', zh: '缺少佐证材料', en: 'No proof attached' },
  { code: 'noBasis', zh: '未说明政策依据', en: 'No legal basis given' },
  { code: 'leaksIdentity', zh: '公开答复泄露个人信息', en: 'The public reply reveals personal data' },
  { code: 'wording', zh: '文字差错或用语不当', en: 'Mistakes or unsuitable words' },
] as const satisfies readonly Reason[];
export type SendBackReason = (typeof sendBackReasons)[number]['code'];
