import type { LogDraft } from './logDraft.ts';

export const elements = ['who', 'when', 'where', 'cause', 'course'] as const;
export type Element = (typeof elements)[number];

/** «市民来电反映，» says nothing of the matter, and 市 in 市民 or 超市 is no place. */
const formula = /(?:该|有)?(?:市民|来电人|诉求人)(?:来电|来信)?(?:反映|咨询|投诉|举报|求助|建议|表示|称)?[，,：:、]?/g;
/** What a phrase left open was not said yet. */
const gap = /\{[^{}]{1,12}\}/g;
const noPlace = /市民|市长|市场监管|超市|上市|夜市|城市|都市|股市/g;

const signs: Record<Element, RegExp> = {
  who: /本人|我|先生|女士|老人|孩子|学生|业主|住户|居民|租户|村民|商家|店|公司|单位|物业|学校|工地|施工方|司机|邻居|房东|员工|群众/,
  when: /\d{1,2}\s*[点时:：]|[今昨前明][天日早晚年]|近[日期来]|最近|目前|现在|刚才|上[周月午]|下午|晚上|夜间|深夜|凌晨|清晨|早晨|中午|每[天晚日周月年]|\d+\s*(?:年|月|日|号|天|周|个月|小时|分钟)|[一二三四五六七八九十两半几]+(?:天|周|年|个?月|小时)|长期|期间|一直|经常/,
  where:
    /[路街巷弄村镇乡区县市桥](?!上述)|小区|社区|号楼|栋|单元|附近|路口|大厦|公园|广场|医院|学校|[^网本]站|工地|\d+号/,
  cause:
    /因|由于|原因|导致|造成|未[经按能]|没有|没人|无人|拒绝|不予|不给|故障|破损|损坏|断裂|爆|违[法规反]|违章|占道|占用|乱[停扔倒堆搭]|拖欠|扰民|噪[音声]|停[水电气]|漏水|积水|堵|异味|臭|脏|不亮|不通|不足|太[大吵小少]|收费|涨价|欺/,
  course:
    /要求|希望|请求|请|咨询|询问|怎么|如何|是否|能否|多次|曾|已|至今|后来|仍|还是|处理|解决|核查|查处|维修|抢修|退|赔/,
};

type Said = Pick<LogDraft, 'content' | 'address' | 'regionCode' | 'name' | 'phone'> & {
  /** Somebody known under the number of the call is speaking. */
  isCallerKnown?: boolean;
};

/** Which of who, when, where, cause and course the words seem to lack. A hint for the agent, never a gate. */
export function missingElements({ content, address, regionCode, name, phone, isCallerKnown }: Said): Element[] {
  const said = content.replace(gap, '').replace(formula, '');
  if (said.trim() === '') return [];
  const known: Partial<Record<Element, boolean>> = {
    who: Boolean(name.trim() || phone.trim() || isCallerKnown),
    where: Boolean(address.trim() || regionCode),
  };
  return elements.filter(
    (element) => !known[element] && !signs[element].test(element === 'where' ? said.replace(noPlace, '') : said),
  );
}
