import type { LeftNumber } from '@hotline/db/cases/citizens';
import { type PhoneFields, phoneFields } from '@hotline/shared/citizen/phoneFields';
import { readPhones } from '@hotline/shared/citizen/readPhones';
import { areaCodeOf, type Department, type Directory } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import { maxLengthOf } from '@hotline/shared/schema';
import type { FinishedMatter } from '@hotline/shared/ticket/imported';
import type { NewAppeal } from '@hotline/shared/ticket/log';
import type { Instant } from '@hotline/shared/time/instant';
import type { TString } from 'typebox';
import { Check } from 'typebox/value';
import { type FieldName, fieldNames, fields } from './fields.ts';
import { applyMapping, type Mapping } from './mapping.ts';
import { timeReader } from './times.ts';

/** `number` is kept as it was written where none could be read in it; `numbers` are all that could. */
export type Read = { externalNumber: string; number: PhoneFields; numbers: LeftNumber[]; matter: FinishedMatter };

/** The outside number of a row that cannot be read otherwise, so that people find it again. */
export const externalNumberOf = (mapping: Mapping, values: Readonly<Record<string, string>>): string | null =>
  applyMapping(mapping, values).get('externalNumber')?.slice(0, maxLengthOf(fields.externalNumber.schema)) ?? null;

/** A reader of rows for one centre. @throws Refusal naming the field and what to do; its details say `{why, field}`. */
export function matterReader(mapping: Mapping, directory: Directory, centreId: string) {
  const readTime = timeReader(mapping.dates ?? { format: 'iso' });
  const departments = [...directory.departments.values()].filter((d) => d.centreId === centreId);
  const areaCode = areaCodeOf(directory, centreId);
  const known = new Map<string, string>();
  const departmentId = (name: string): string => {
    const id = known.get(name) ?? departmentNamed(departments, name);
    known.set(name, id);
    return id;
  };
  return (values: Readonly<Record<string, string>>): Read => {
    const texts = applyMapping(mapping, values);
    for (const name of fieldNames) check(name, texts.get(name));
    const text = (name: FieldName) => texts.get(name) ?? '';
    const time = (name: FieldName): Instant => inField(name, () => readTime(text(name)));
    const number = phoneFields(texts.get('phone'), areaCode);
    const raw = number.phoneRaw ?? '';
    return {
      externalNumber: text('externalNumber'),
      number,
      numbers: readPhones(raw, areaCode).map((one) => ({ ...one, raw })),
      matter: {
        appeal: appealFrom(texts),
        departmentId: departmentId(text('department')),
        receivedAt: time('receivedAt'),
        signedAt: texts.has('signedAt') ? time('signedAt') : null,
        repliedAt: time('repliedAt'),
        handling: text('handling'),
        publicReply: text('publicReply'),
      },
    };
  };
}

function check(name: FieldName, text: string | undefined): void {
  const field = fields[name];
  if (text === undefined) {
    if ('required' in field) throw wrong(name, 'missing', `缺少${field.term}`);
    return;
  }
  if (!text.isWellFormed() || text.includes('\0') || text.includes('\uFFFD'))
    throw wrong(name, 'unreadable', `${field.term}含有无法识别的字符，请检查文件编码（--encoding）`);
  if (field.type === 'text') refuseUnfit(name, field, text);
  if (field.type === 'word' && !(field.words as readonly string[]).includes(text))
    throw wrong(name, 'unknown', `${field.term}「${text.slice(0, 40)}」没有对应的值，请在映射的 tables 中补充`);
  if (field.type === 'number' && !(Math.abs(Number(text)) <= field.max))
    throw wrong(name, 'unreadable', `${field.term}「${text.slice(0, 40)}」不是 ${field.max} 以内的数`);
}

function refuseUnfit(name: FieldName, { term, schema }: { term: string; schema: TString }, text: string): void {
  const length = [...text].length;
  const maxLength = maxLengthOf(schema);
  if (length > maxLength) throw wrong(name, 'tooLong', `${term}有 ${length} 字，最多 ${maxLength} 字`);
  const isFit: boolean = Check(schema, text);
  if (!isFit)
    throw wrong(name, 'unreadable', `${term}「${text.slice(0, 40)}」格式不正确，请更正或在映射的 tables 中对应`);
}

/** The words were checked above, so they are of the closed lists. */
function appealFrom(texts: ReadonlyMap<FieldName, string>): NewAppeal {
  const title = texts.get('title');
  const latitude = texts.get('latitude');
  const longitude = texts.get('longitude');
  return {
    channel: (texts.get('channel') ?? 'import') as NewAppeal['channel'],
    service: (texts.get('service') ?? 'general') as 'general',
    kind: texts.get('kind') as NewAppeal['kind'],
    urgency: (texts.get('urgency') ?? 'normal') as 'normal',
    ...(title ? { title } : {}),
    content: texts.get('content') ?? '',
    citizen: {
      name: texts.get('citizenName') ?? null,
      ...(texts.has('identity') ? { identity: texts.get('identity') as 'named' } : {}),
    },
    categoryId: texts.get('categoryId') ?? null,
    address: texts.get('address') ?? null,
    regionCode: texts.get('regionCode') ?? null,
    location: latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null,
  };
}

/** By id, by code within the centre, or by its full or short name. */
function departmentNamed(departments: readonly Department[], name: string): string {
  const found = departments.filter(
    (d) => d.id === name || d.path.endsWith(`.${name}.`) || d.name === name || d.shortName === name,
  );
  if (found.length === 1 && found[0]) return found[0].id;
  throw found.length === 0
    ? wrong('department', 'unknown', `没有承办单位「${name.slice(0, 40)}」，请先建立该单位或在映射的 tables 中对应`)
    : wrong('department', 'unknown', `有 ${found.length} 个承办单位叫「${name.slice(0, 40)}」，请改用单位编号`);
}

function inField<T>(field: FieldName, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.code, `${fields[field].term}：${error.message}`, { why: 'unreadableTime', field });
  }
}

const wrong = (field: FieldName, why: string, sentence: string) =>
  new Refusal('invalid', `${sentence}。`, { why, field });
