import { type FieldName, fields } from '@hotline/shared/imports/fields';
import { Refusal } from '@hotline/shared/refusal';
import { maxLengthOf } from '@hotline/shared/schema';
import { saysSomething } from '@hotline/shared/text/saysSomething';
import { Check } from 'typebox/value';
import { garbled } from './reading/garbled.ts';

/** Something about a row that a person should know, though it comes in. `why field` is what it is counted by. */
export type Alarm = { readonly field: FieldName; readonly why: string; readonly sentence: string };

/** A text that fits its field (undefined: the field stays empty), what had to be done for it, and what is kept as a remark. */
export type Fitted = { readonly text?: string; readonly alarm?: Alarm; readonly remark?: string };

/** Without these a row is no matter, or nobody knows whether it is finished; any other is left empty instead of refusing. */
const isEssential = (name: FieldName) => 'required' in fields[name] || name === 'status';

/** @throws Refusal naming the field and what to do, where the row cannot come in without it */
export function fit(name: FieldName, text: string): Fitted {
  const field = fields[name];
  const flaw = flawOf(name, text);
  if (flaw) return unfit(name, text, flaw);
  if (field.type !== 'text') return { text };
  const most = maxLengthOf(field.schema);
  const characters = [...text];
  if (characters.length <= most) return { text };
  if (name === 'externalNumber' || name === 'department')
    throw wrong(name, 'tooLong', `${field.term}有 ${characters.length} 字，最多 ${most} 字`);
  const cut = isEssential(name) || name === 'handling' ? most : most - 1;
  const beginning = `${characters.slice(0, cut).join('')}${cut < most ? '…' : ''}`;
  // A hundred signs before the first word: what is left of it says nothing.
  if (!Check(field.schema, beginning))
    return unfit(name, text, { why: 'tooLong', sentence: `${field.term}有 ${characters.length} 字，最多 ${most} 字` });
  return {
    text: beginning,
    alarm: alarmOf(name, 'tooLong', `${field.term}有 ${characters.length} 字，最多 ${most} 字，其余记入备注`),
    remark: cut < most ? `${field.term}：${text}` : `${field.term}（续）：${characters.slice(cut).join('')}`,
  };
}

export const wrong = (field: FieldName, why: string, sentence: string) =>
  new Refusal('invalid', `${sentence}。`, { why, field });

export const alarmOf = (field: FieldName, why: string, sentence: string): Alarm => ({
  field,
  why,
  sentence: `${sentence}。`,
});

/** What cannot be read is kept as it came. */
export const kept = (name: FieldName, text: string, why: string, sentence: string): Fitted => ({
  alarm: alarmOf(name, why, sentence),
  remark: `${fields[name].term}读不出：${text}`,
});

type Flaw = { why: string; sentence: string };

function unfit(name: FieldName, text: string, { why, sentence }: Flaw): Fitted {
  if (isEssential(name)) throw wrong(name, why, sentence);
  return kept(name, text, why, `${sentence}，已留空并记入备注`);
}

function flawOf(name: FieldName, text: string): Flaw | null {
  const field = fields[name];
  const shown = `${field.term}「${text.slice(0, 40)}」`;
  if (!text.isWellFormed() || text.includes('\uFFFD'))
    return { why: 'brokenCharacters', sentence: `${field.term}含有无法识别的字符，请检查文件编码` };
  if (field.type === 'text' && isLong(name) && garbled(text) !== null)
    return { why: 'garbled', sentence: `${shown}是乱码，请检查文件编码，或从原系统重新导出` };
  if (name === 'externalNumber' && /^\d(\.\d+)?E\+?\d+$/i.test(text))
    return { why: 'lostDigits', sentence: `${shown}被表格软件改成了科学计数，末尾数字已丢失，请以文本格式重新导出` };
  if (field.type === 'word' && !new Set<string>(field.words).has(text))
    return { why: 'unknown', sentence: `${shown}没有对应的值，请在对应关系中补充` };
  if (field.type === 'number' && !(Math.abs(Number(text)) <= field.max))
    return { why: 'unreadable', sentence: `${shown}不是 ${field.max} 以内的数` };
  if (field.type !== 'text') return null;
  if (isLong(name) && !saysSomething(text)) return { why: 'saysNothing', sentence: `${shown}只有标点或符号` };
  const isFit: boolean = Check(field.schema, text);
  return isFit || [...text].length > maxLengthOf(field.schema)
    ? null
    : { why: 'unreadable', sentence: `${shown}格式不正确` };
}

const isLong = (name: FieldName) =>
  ['title', 'content', 'publicReply', 'handling', 'citizenName', 'address'].includes(name);
