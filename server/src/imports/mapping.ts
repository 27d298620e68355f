import { object } from '@hotline/shared/schema';
import { cleanText } from '@hotline/shared/text/cleanText';
import * as Type from 'typebox';
import { Errors } from 'typebox/value';
import { type FieldName, fieldNames, fields } from './fields.ts';

const byField = <T extends Type.TSchema>(value: T) =>
  Type.Optional(
    object(
      Object.fromEntries(fieldNames.map((name) => [name, Type.Optional(value)])) as Record<
        FieldName,
        Type.TOptional<T>
      >,
    ),
  );
const Column = Type.String({ minLength: 1, maxLength: 200 });
const Value = Type.String({ maxLength: 200 });

/** How the columns of another system become our fields. */
export const Mapping = object({
  /** Our field ← its column, or several columns joined by `join`. */
  fields: byField(Type.Union([Column, Type.Array(Column, { minItems: 1, maxItems: 20 })])),
  /** The same value in every row; also where the column is empty. */
  constants: byField(Value),
  /** Our field: their word → ours; `*` for every other word. */
  tables: byField(Type.Record(Type.String({ maxLength: 200 }), Value)),
  /** `format` of `YYYY MM M DD D HH H mm ss SSS`, or `iso` with the zone in the text; `zone` such as `+08:00` or `Asia/Shanghai`. */
  dates: Type.Optional(object({ format: Value, zone: Type.Optional(Value) })),
  join: Type.Optional(Type.String({ maxLength: 20 })),
});
export type Mapping = Type.Static<typeof Mapping>;

/** @throws Error with one sentence that names what is wrong with the mapping. */
export function readMapping(json: unknown): Mapping {
  const wrong = [...Errors(Mapping, json)].map((e) => e.instancePath || '/');
  if (wrong.length > 0) throw new Error(`映射文件不正确：${[...new Set(wrong)].slice(0, 5).join('、')}。`);
  const mapping = json as Mapping;
  const absent = fieldNames.filter(
    (name) => 'required' in fields[name] && !mapping.fields?.[name] && mapping.constants?.[name] === undefined,
  );
  if (absent.length > 0)
    throw new Error(`映射文件缺少：${absent.map((name) => `${fields[name].term} ${name}`).join('、')}。`);
  return mapping;
}

/** Every column the mapping reads. */
export const columnsOf = (mapping: Mapping): string[] => [...new Set(Object.values(mapping.fields ?? {}).flat())];

/** The texts of our fields in one row: trimmed, looked up, constants filled in; empty ones are absent. */
export function applyMapping(mapping: Mapping, values: Readonly<Record<string, string>>): Map<FieldName, string> {
  const texts = new Map<FieldName, string>();
  for (const name of fieldNames) {
    const columns = [mapping.fields?.[name] ?? []].flat();
    const words = columns.map((c) => kept(own(values, c) ?? '')).filter((w) => w !== '');
    const raw = words.join(mapping.join ?? '\n');
    const table = mapping.tables?.[name];
    const looked = table && raw !== '' ? (own(table, raw) ?? table['*'] ?? raw) : raw;
    const text = looked === '' ? mapping.constants?.[name] : looked;
    if (text) texts.set(name, text);
  }
  return texts;
}

/** What the file's encoding broke stays, so that it is refused. */
const kept = (word: string) => (word.includes('\0') ? word : cleanText(word));

/** A column may be called `constructor`. */
const own = (table: Readonly<Record<string, string>>, word: string) =>
  Object.hasOwn(table, word) ? table[word] : undefined;
