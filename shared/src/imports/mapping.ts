import * as Type from 'typebox';
import { object, oneOf } from '../schema.ts';
import { type FieldName, fieldNames, fields } from './fields.ts';
import { dayOrders } from './reading.ts';

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
  dates: Type.Optional(
    object({ format: Type.Optional(Value), zone: Type.Optional(Value), order: Type.Optional(oneOf(dayOrders)) }),
  ),
  join: Type.Optional(Type.String({ maxLength: 20 })),
  /** What a row without a reply is, where no column says so: still open, or (left out) incomplete. */
  unanswered: Type.Optional(oneOf(['open', 'refused'] as const)),
  /** `content`: the file has no numbers of its own, so each row is known by what it says. */
  numbering: Type.Optional(oneOf(['content'] as const)),
  /** Columns that several have the heading of, and that are not wanted: a duplicate is answered, never guessed. */
  ignored: Type.Optional(Type.Array(Column, { maxItems: 500 })),
});
export type Mapping = Type.Static<typeof Mapping>;

/** The fields that no row can come in without and that the mapping does not fill. */
export function absentFields(mapping: Mapping): FieldName[] {
  const spared = new Set<FieldName>(mapping.numbering ? ['externalNumber'] : []);
  // Where open matters may come in, whoever replied when need not be known of any.
  if (mapping.unanswered === 'open' || mapping.fields?.status || mapping.constants?.status)
    for (const name of ['repliedAt', 'publicReply'] as const) spared.add(name);
  return fieldNames.filter(
    (name) =>
      'required' in fields[name] &&
      !spared.has(name) &&
      !mapping.fields?.[name] &&
      mapping.constants?.[name] === undefined,
  );
}
