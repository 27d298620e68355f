import type { LogDraft } from './logDraft.ts';

export const elements = ['who', 'when', 'where', 'cause', 'course'] as const;
export type Element = (typeof elements)[number];

const signs: Record<Element, RegExp> = {
  who: /本人|我|我家|市民|先生|女士|老人|孩子|业主|租户|商家|店|公司|单位|物业|学校|工地|司机|邻居|房东/,
  when: /\d{1,2}\s*[点时:：]|今[天日早晚]|昨[天日晚]|前天|近[日期]|最近|目前|上[周月午]|下午|晚上|凌晨|每[天晚日]|\d+\s*[年月日号天周]|[一二三四五六七八九十两]+[天周年月]|长期|期间/,
  where: /[路街巷弄村镇乡区县市]|小区|号楼|栋|单元|附近|路口|大厦|公园|广场|医院|学校|站/,
  cause: /因为?|由于|原因|导致|造成|未[经按]|没有|无人|拒绝|故障|破损|违[法规反]|拖欠|噪[音声]|停[水电气]/,
  course: /要求|希望|请求|请|咨询|反映|投诉|建议|多次|曾|已经?|至今|后来|仍/,
};

/** Which of who, when, where, cause and course the words seem to lack. A hint for the agent, never a gate. */
export function missingElements({
  content,
  address,
  regionCode,
  name,
  phone,
}: Pick<LogDraft, 'content' | 'address' | 'regionCode' | 'name' | 'phone'>): Element[] {
  if (content.trim() === '') return [];
  const known: Partial<Record<Element, boolean>> = {
    who: Boolean(name.trim() || phone.trim()),
    where: Boolean(address.trim() || regionCode),
  };
  return elements.filter((element) => !known[element] && !signs[element].test(content));
}
