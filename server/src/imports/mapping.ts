import { type FieldName, fieldNames, fields } from '@hotline/shared/imports/fields';
import { absentFields, Mapping } from '@hotline/shared/imports/mapping';
import { Refusal } from '@hotline/shared/refusal';
import { Errors } from 'typebox/value';
import { cellText } from './edge.ts';

/** @throws Error with one sentence that names what is wrong with the mapping. */
export function readMapping(json: unknown): Mapping {
  const wrong = [...Errors(Mapping, json)].map((e) => e.instancePath || '/');
  if (wrong.length > 0) throw new Refusal('invalid', `映射文件不正确：${[...new Set(wrong)].slice(0, 5).join('、')}。`);
  const mapping = json as Mapping;
  const absent = absentFields(mapping);
  if (absent.length > 0)
    throw new Refusal('invalid', `映射文件缺少：${absent.map((name) => `${fields[name].term} ${name}`).join('、')}。`);
  return mapping;
}

/** Every column the mapping reads. */
export const columnsIn = (mapping: Mapping): string[] => [...new Set(Object.values(mapping.fields ?? {}).flat())];

/** The texts of our fields in one row: trimmed, looked up, constants filled in; empty ones are absent. */
export function applyMapping(mapping: Mapping, values: Readonly<Record<string, string>>): Map<FieldName, string> {
  const texts = new Map<FieldName, string>();
  for (const name of fieldNames) {
    const columns = [mapping.fields?.[name] ?? []].flat();
    const words = columns.map((c) => cellText(own(values, c) ?? '')).filter((w) => w !== '');
    const raw = words.join(mapping.join ?? '\n');
    const table = mapping.tables?.[name];
    const looked = table && raw !== '' ? (own(table, raw) ?? table['*'] ?? raw) : raw;
    const text = looked === '' ? mapping.constants?.[name] : looked;
    if (text) texts.set(name, text);
  }
  return texts;
}

/** A column may be called `constructor`. */
const own = (table: Readonly<Record<string, string>>, word: string) =>
  Object.hasOwn(table, word) ? table[word] : undefined;
