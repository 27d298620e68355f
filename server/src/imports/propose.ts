import type { Found } from '@hotline/shared/api/imports';
import { regions } from '@hotline/shared/catalog/regions';
import { type FieldName, fieldNames } from '@hotline/shared/imports/fields';
import type { Mapping } from '@hotline/shared/imports/mapping';
import type { DayOrder } from '@hotline/shared/imports/reading';
import { fieldNamed } from './recognise.ts';
import { isWordField, wordFor } from './words.ts';

type Columns = Found['columns'];

/**
 * The mapping that the headings and the words of a file suggest. What is not certain is left open for a person: of
 * headings that stand there twice none is taken.
 */
export function proposeMapping({ columns }: Pick<Found, 'columns'>): Mapping {
  const fields: Partial<Record<FieldName, string>> = {};
  for (const column of columns) {
    const { name, isDuplicate, filled } = column;
    const field = isDuplicate || filled === 0 ? null : fieldOf(column);
    if (field && !fields[field]) fields[field] = name;
  }
  // Where only one of the two texts is there, it is what the citizen was told.
  if (fields.handling && !fields.publicReply) {
    fields.publicReply = fields.handling;
    delete fields.handling;
  }
  const tables: Record<string, Record<string, string>> = {};
  for (const field of fieldNames.filter((name) => fields[name])) {
    const table = tableOf(field, valuesOf(columns, fields[field]));
    if (Object.keys(table).length > 0) tables[field] = table;
  }
  const order = orderOf(columns, fields);
  return {
    fields,
    tables,
    dates: { format: 'auto', ...(order ? { order } : {}) },
    ...(fields.status ? {} : { unanswered: 'open' }),
    ...(fields.externalNumber ? {} : { numbering: 'content' }),
  };
}

/** 「类别」 heads a column of 投诉 and 咨询 in one file and of 噪声 and 供水 in another: its words tell which. */
function fieldOf({ heading, values }: Columns[number]): FieldName | null {
  const field = fieldNamed(heading);
  const areKinds = (values ?? []).length > 0 && (values ?? []).every(({ text }) => wordFor('kind', text) !== null);
  return field === 'categoryId' && areKinds ? 'kind' : field;
}

const valuesOf = (columns: Columns, name: string | undefined): string[] =>
  columns.find((c) => c.name === name)?.values?.map(({ text }) => text) ?? [];

function tableOf(field: FieldName, values: readonly string[]): Record<string, string> {
  const word = (text: string): string | null => {
    if (isWordField(field)) return wordFor(field, text);
    return field === 'regionCode' ? regionNamed(text) : null;
  };
  return Object.fromEntries(
    values.flatMap((text) => {
      const ours = word(text);
      return ours === null || ours === text ? [] : [[text, ours]];
    }),
  );
}

/** The code of the one region called so: 「鼓楼区」, 「福州市鼓楼区」. */
function regionNamed(text: string): string | null {
  if (/^\d+$/.test(text)) return null;
  const found = regions.filter((r) => r.level !== 'street' && text.endsWith(r.name));
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

const timeFields = ['receivedAt', 'sentAt', 'signedAt', 'repliedAt', 'dueAt', 'promisedDueAt'] as const;

/** Which number is the day where the year stands last: the one that is above twelve somewhere. Null: nobody can tell. */
function orderOf(columns: Columns, fields: Partial<Record<FieldName, string>>): DayOrder | null {
  const samples = timeFields.flatMap((field) => {
    const column = columns.find((c) => c.name === fields[field]);
    return [...(column?.samples ?? []), ...(column?.values ?? []).map(({ text }) => text)];
  });
  const found = samples.flatMap((text) => {
    const [, a, b] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}\b/.exec(text.normalize('NFKC')) ?? [];
    return a && b ? [[Number(a), Number(b)] as const] : [];
  });
  const isDayFirst = found.some(([a]) => a > 12);
  const isMonthFirst = found.some(([, b]) => b > 12);
  if (isDayFirst === isMonthFirst) return null;
  return isDayFirst ? 'DMY' : 'MDY';
}
