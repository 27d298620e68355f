import type { DeclineReason, HandoffTargetCode } from '../catalog/reasons.ts';
import { declineReasons, handoffTargets } from '../catalog/reasons.ts';

/** What the law leaves to others: handed over on the line, or not accepted. */
export type Notice = { verb: 'handOff' | 'decline'; code: string; told: string; words: string[] };

type Rule = { readonly words: RegExp; readonly unless?: RegExp } & (
  | { readonly verb: 'handOff'; readonly code: HandoffTargetCode }
  | { readonly verb: 'decline'; readonly code: DeclineReason }
);

/**
 * The first that matches holds: what cannot wait before what is only out of reach. 《国务院办公厅关于进一步优化地方政务服务便民热线的指导意见》
 * (国办发〔2020〕53号): emergencies go to 110, 119, 120, 122; what courts, arbitration or reconsideration decide, and
 * requests for disclosure of information, a hotline does not accept.
 */
const rules: readonly Rule[] = [
  { verb: 'handOff', code: 'crisisLine', words: /不想活|轻生|想自杀|要自杀|要跳楼|割腕/ },
  {
    verb: 'handOff',
    code: 'ambulance',
    words: /昏迷|没有?呼吸|心脏骤停|心梗|大出血|抽搐不止|中毒昏|快不行了|晕倒在/,
    unless: /[上去]年|[前几]天|之前|医保|报销|赔偿/,
  },
  {
    verb: 'handOff',
    code: 'fire',
    words: /着火了|起火了|正在燃烧|火势|冒出?(?:大量)?浓烟|有人被困|燃气(?:正在)?泄漏/,
    unless: /[上去]年|[前几]天|之前|隐患|赔偿|演练/,
  },
  {
    verb: 'handOff',
    code: 'police',
    words: /正在(?:打架|斗殴|行凶|盗窃|抢|打人)|持刀|入室(?:盗窃|抢劫)|被(?:抢劫|绑架|非法拘禁)|有人要杀/,
    unless: /[上去]年|之前/,
  },
  {
    verb: 'handOff',
    code: 'trafficAccident',
    words: /(?:发生|刚刚?发生)(?:了)?(?:车祸|交通事故|追尾)|被车撞了/,
    unless: /多次|经常|易|频发|[上去]年/,
  },
  {
    verb: 'handOff',
    code: 'discipline',
    words: /(?:举报|反映).{0,12}(?:受贿|贪污|行贿|收受.{0,4}(?:红包|礼金)|挪用公款)/,
  },
  {
    verb: 'decline',
    code: 'inProceedings',
    words:
      /法院(?:已|的)?(?:判决|裁定|受理|立案|调解书)|(?:已|正在)(?:起诉|诉讼|仲裁|行政复议)|判决书|强制执行|二审|再审|仲裁裁决/,
  },
  { verb: 'decline', code: 'disclosureRequest', words: /申请.{0,6}(?:政府)?信息公开|信息公开申请/ },
  {
    verb: 'decline',
    code: 'otherAuthority',
    words: /(?:检察院|法院|法官|检察官)(?:工作人员)?.{0,8}(?:不作为|态度|违法|不公)/,
  },
];

export function noticeOf(text: string): Notice | null {
  for (const { words, unless, verb, code } of rules) {
    const hit = words.exec(text);
    if (!hit || unless?.test(text)) continue;
    const list: readonly { code: string; told: string }[] = verb === 'handOff' ? handoffTargets : declineReasons;
    const told = list.find((reason) => reason.code === code)?.told ?? '';
    return { verb, code, told, words: [hit[0]] };
  }
  return null;
}
