import type { Found, ImportQuestion } from '@hotline/shared/api/imports';
import { type FieldName, fieldNames, fields } from '@hotline/shared/imports/fields';
import { absentFields, type Mapping } from '@hotline/shared/imports/mapping';
import type { Directory } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import { departmentReader } from './departments.ts';

/** What a person has to say before the file may come in: nothing of it is guessed. */
export function questionsOf(found: Found, mapping: Mapping, directory: Directory, centreId: string): ImportQuestion[] {
  return [
    ...garbledQuestion(found),
    ...absentFields(mapping).map((field) => missing(field)),
    ...duplicates(found, mapping),
    ...words(found, mapping),
    ...departments(found, mapping, directory, centreId),
    ...order(found, mapping),
  ];
}

/** @throws Refusal invalid with the first of them */
export function refuseUnanswered(questions: readonly ImportQuestion[]): void {
  const [first] = questions;
  if (first) throw new Refusal('invalid', first.sentence, { questions });
}

function garbledQuestion({ garbled, encoding }: Found): ImportQuestion[] {
  if (garbled === null) return [];
  const sentence =
    garbled === 'lost'
      ? '文件里的文字在导出时已经损坏（锟斤拷），无法还原，请从原系统重新导出。'
      : encoding === null || encoding === 'utf-8'
        ? '文件里的文字是乱码：UTF-8 的内容曾被当作 GB18030 打开并保存。请从原系统重新导出。'
        : '按 GB18030 读出的是乱码，这个文件其实是 UTF-8，请把编码改为 UTF-8。';
  return [{ what: 'garbled', field: null, about: [], sentence }];
}

const missing = (field: FieldName): ImportQuestion => ({
  what: 'missing',
  field,
  about: [],
  sentence: `请指出哪一列是「${fields[field].term}」，或为所有行填同一个值。`,
});

/** A heading that stands there twice has to be used, one of its columns at least, or to be left out by name. */
function duplicates({ columns }: Found, mapping: Mapping): ImportQuestion[] {
  const used = new Set(Object.values(mapping.fields ?? {}).flat());
  const answered = new Set([...used, ...(mapping.ignored ?? [])]);
  const groups = Map.groupBy(
    columns.filter((c) => c.isDuplicate),
    (c) => c.heading,
  );
  return [...groups].flatMap(([heading, same]): ImportQuestion[] => {
    if (same.some((c) => answered.has(c.name)) || (mapping.ignored ?? []).includes(heading)) return [];
    const names = same.map((c) => c.name);
    const sentence = `表头「${heading}」出现 ${same.length} 次，请指出用哪一列，或都不导入。`;
    return [{ what: 'duplicate', field: null, about: names, sentence }];
  });
}

/** Words of the file that no word of ours is given for; without one their rows stay out. */
function words({ columns }: Found, mapping: Mapping): ImportQuestion[] {
  return fieldNames.flatMap((field): ImportQuestion[] => {
    const definition = fields[field];
    if (definition.type !== 'word') return [];
    const values = columns.find((c) => c.name === mapping.fields?.[field])?.values ?? [];
    const table = mapping.tables?.[field] ?? {};
    const known: readonly string[] = definition.words;
    const open = values.filter(
      ({ text }) => !Object.hasOwn(table, text) && !Object.hasOwn(table, '*') && !known.includes(text),
    );
    if (open.length === 0 || (field !== 'kind' && field !== 'status')) return [];
    const shown = open.slice(0, 5).map(({ text }) => `「${text}」`);
    const sentence = `${definition.term}有 ${open.length} 个词没有对应的值：${shown.join('、')}，请逐个指出。`;
    return [{ what: 'words', field, about: open.map(({ text }) => text), sentence }];
  });
}

/** 3/4/2026 is the third or the fourth of a month: of a whole file nobody but a person can tell. */
function order({ columns }: Found, { fields: mapped, dates }: Mapping): ImportQuestion[] {
  if (dates?.order || (dates?.format ?? 'auto') !== 'auto') return [];
  const field = fieldNames.find((name) => {
    const column = fields[name].type === 'time' ? columns.find((c) => c.name === mapped?.[name]) : undefined;
    return column?.samples.some((text) =>
      /^\s*\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4})(\D|$)/.test(text.normalize('NFKC')),
    );
  });
  if (!field) return [];
  const sentence = `「${fields[field].term}」的年、月、日次序不明，请选择「日期次序」。`;
  return [{ what: 'order', field, about: [], sentence }];
}

function departments(found: Found, mapping: Mapping, directory: Directory, centreId: string): ImportQuestion[] {
  const read = departmentReader(directory, centreId);
  const table = mapping.tables?.department ?? {};
  const values = found.columns.find((c) => c.name === mapping.fields?.department)?.values ?? [];
  const open = values.filter(({ text }) => {
    const name = Object.hasOwn(table, text) ? table[text] : (table['*'] ?? text);
    try {
      read(name ?? '');
      return false;
    } catch {
      return true;
    }
  });
  if (open.length === 0) return [];
  const shown = open.slice(0, 5).map(({ text }) => `「${text}」`);
  const sentence = `有 ${open.length} 个承办单位在本中心找不到：${shown.join('、')}，请逐个指定，或先建立这些单位。`;
  return [{ what: 'departments', field: 'department', about: open.map(({ text }) => text), sentence }];
}
