import { fieldNames, fields } from '@hotline/shared/imports/fields';
import { whys } from '@hotline/shared/ticket/why';

/**
 * What is wrong with a row, as a kind: 「诉求类型没有对应的值」. Never the words of one row, which are an example of it.
 * `field` is a field of ours, `row` for a line that could not be read at all, or the year that no calendar covers.
 */
export function problemTerm(why: string, field: string | null): string {
  const name = fieldNames.find((one) => one === field);
  const known = terms.get(why);
  if (known) return known(name ? fields[name].term : '整行');
  // A refusal of the life cycle is one sentence for every row.
  const [, refusal] = Object.entries(whys).find(([one]) => one === why) ?? [];
  if (refusal) return refusal[1].replace(/。$/, '');
  return why === 'noCalendar' ? `没有 ${field} 年的工作日历` : '不能按现行设置导入';
}

const terms = new Map<string, (of: string) => string>(
  Object.entries({
    missing: (of: string) => `缺少${of}`,
    unknown: (of: string) => `${of}没有对应的值`,
    ambiguous: (of: string) => `${of}对应不止一个`,
    duplicate: (of: string) => `${of}在文件中重复`,
    tooLong: (of: string) => `${of}过长`,
    unreadable: (of: string) => `${of}读不出`,
    brokenCharacters: (of: string) => `${of}含有无法识别的字符`,
    saysNothing: (of: string) => `${of}只有标点或符号`,
    garbled: (of: string) => `${of}是乱码`,
    lostDigits: (of: string) => `${of}末尾数字已丢失`,
    unreadableTime: (of: string) => `${of}读不出`,
    ambiguousTime: (of: string) => `${of}的年、月、日次序不明`,
    dateOnly: (of: string) => `${of}没有时刻`,
    contradictory: (of: string) => `${of}与其他时间矛盾`,
  }),
);
