import { createHash } from 'node:crypto';
import { type FieldName, fieldNames, fields } from '@hotline/shared/imports/fields';
import type { Mapping } from '@hotline/shared/imports/mapping';
import { areaCodeOf, type Directory, offsetOfCentre } from '@hotline/shared/people/directory';
import { maxLengthOf } from '@hotline/shared/schema';
import type { Original } from '@hotline/shared/text/original';
import type { FinishedMatter } from '@hotline/shared/ticket/imported';
import type { OpenMatter } from '@hotline/shared/ticket/importedOpen';
import type { AppealWords } from '@hotline/shared/ticket/log';
import { departmentReader } from './departments.ts';
import { type Left, numberIn } from './edge.ts';
import { type Alarm, alarmOf, type Fitted, fit, kept, wrong } from './fit.ts';
import { applyMapping } from './mapping.ts';
import { moments } from './moments.ts';
import { originalsOfRow } from './originals.ts';
import { timeReader } from './times.ts';

export type Read = {
  readonly externalNumber: string;
  readonly left: Left;
  readonly alarms: readonly Alarm[];
  readonly originals: readonly Original[];
} & (
  | { readonly is: 'finished'; readonly matter: FinishedMatter }
  | { readonly is: 'open'; readonly matter: OpenMatter }
);

type Values = Readonly<Record<string, string>>;

/** The outside number of a row that cannot be read otherwise, so that people find it again. */
export const externalNumberOf = (mapping: Mapping, values: Values): string | null =>
  applyMapping(mapping, values).get('externalNumber')?.slice(0, maxLengthOf(fields.externalNumber.schema)) ?? null;

/**
 * A reader of rows for one centre. What a row can come in without and what does not fit is left empty or put beside it,
 * with an alarm, and kept as a remark. @throws Refusal naming the field and what to do; its details say `{why, field}`.
 */
export function matterReader(mapping: Mapping, directory: Directory, centreId: string) {
  const readTime = timeReader({ zone: zoneText(offsetOfCentre(directory, centreId)), ...mapping.dates });
  const departmentId = departmentReader(directory, centreId);
  const areaCode = areaCodeOf(directory, centreId);
  return (values: Values): Read => {
    const row = fitted(applyMapping(mapping, values), mapping, values);
    const { texts, take } = row;
    const at = moments(texts, readTime, take);
    const isOpen = isStillOpen(texts, mapping);
    if (!isOpen) refuseUnfinished(texts);
    const left = leftIn(texts.get('phone'), areaCode, take);
    const categoryId = listed('categoryId', texts, directory.categoryPaths, take);
    const regionCode = listed('regionCode', texts, directory.regionCodes, take);
    const { receivedAt, repliedAt } = at;
    if (!receivedAt) throw wrong('receivedAt', 'missing', '缺少诉求时间');
    const appeal = appealFrom(texts, { categoryId, regionCode });
    const externalNumber = texts.get('externalNumber') ?? '';
    const read = { externalNumber, left, alarms: row.alarms, originals: originalsOfRow(mapping, values) };
    if (!isOpen && repliedAt) {
      const matter: FinishedMatter = {
        appeal,
        departmentId: departmentId(texts.get('department') ?? ''),
        receivedAt,
        signedAt: at.signedAt,
        repliedAt,
        handling: texts.get('handling') ?? '',
        publicReply: texts.get('publicReply') ?? '',
        remarks: row.remarks,
      };
      return { ...read, is: 'finished', matter };
    }
    for (const name of ['handling', 'publicReply'] as const)
      if (texts.has(name)) row.remarks.push(`${fields[name].term}：${texts.get(name)}`);
    const isSigned = mapping.fields?.signedAt === undefined;
    const matter: OpenMatter = {
      appeal,
      departmentId: texts.has('department') ? departmentId(texts.get('department') ?? '') : null,
      receivedAt,
      sentAt: at.sentAt,
      // Where the other system knew no signing, the department had it from the start.
      signedAt: at.signedAt ?? (isSigned ? (at.sentAt ?? receivedAt) : null),
      dueAt: at.dueAt,
      promisedDueAt: at.promisedDueAt,
      remarks: row.remarks,
    };
    return { ...read, is: 'open', matter };
  };
}

/** Every field that the mapping fills, as far as it fits; `take` puts what had to be done for another one beside it. */
function fitted(raw: ReadonlyMap<FieldName, string>, mapping: Mapping, values: Values) {
  const texts = new Map<FieldName, string>();
  const alarms: Alarm[] = [];
  const remarks: string[] = [];
  const take = ({ alarm, remark }: Fitted) => {
    if (alarm) alarms.push(alarm);
    if (remark) for (const part of inRemarks(remark)) remarks.push(part);
  };
  for (const name of fieldNames) {
    const text = raw.get(name);
    if (text === undefined) continue;
    const fits = fit(name, text);
    take(fits);
    if (fits.text !== undefined) texts.set(name, fits.text);
  }
  for (const name of ['externalNumber', 'receivedAt', 'content', 'kind'] as const) {
    if (texts.has(name)) continue;
    if (name !== 'externalNumber' || !mapping.numbering) throw wrong(name, 'missing', `缺少${fields[name].term}`);
    texts.set(name, `内容-${createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 24)}`);
  }
  return { texts, alarms, remarks, take };
}

/** As many remarks as the text needs. */
function inRemarks(text: string): string[] {
  const characters = [...text];
  const most = 8000;
  return Array.from({ length: Math.ceil(characters.length / most) }, (_, i) =>
    characters.slice(i * most, (i + 1) * most).join(''),
  );
}

function isStillOpen(texts: ReadonlyMap<FieldName, string>, mapping: Mapping): boolean {
  const status = texts.get('status');
  if (status) return status === 'open';
  return mapping.unanswered === 'open' && !texts.has('repliedAt') && !texts.has('publicReply');
}

function refuseUnfinished(texts: ReadonlyMap<FieldName, string>): void {
  for (const name of ['repliedAt', 'publicReply', 'department'] as const)
    if (!texts.has(name)) throw wrong(name, 'missing', `缺少${fields[name].term}`);
}

/** A number that cannot be read is kept with the appeal as it was written. */
function leftIn(text: string | undefined, areaCode: string | null, take: (fitted: Fitted) => void): Left {
  const left = numberIn(text, areaCode);
  if (text !== undefined && left.numbers.length === 0)
    take({ alarm: alarmOf('phone', 'unreadable', `联系电话「${text.slice(0, 40)}」读不出，已原样保留`) });
  return left;
}

type Catalogued = { readonly categoryId: string | null; readonly regionCode: string | null };

/** What is not in the catalogue is left empty. */
function listed(
  name: 'categoryId' | 'regionCode',
  texts: ReadonlyMap<FieldName, string>,
  known: { has(text: string): boolean },
  take: (fitted: Fitted) => void,
): string | null {
  const text = texts.get(name);
  if (text === undefined || known.has(text)) return text ?? null;
  take(kept(name, text, 'unknown', `没有${fields[name].term}「${text.slice(0, 40)}」，已留空并记入备注`));
  return null;
}

/** The words fit their closed lists. */
function appealFrom(texts: ReadonlyMap<FieldName, string>, { categoryId, regionCode }: Catalogued): AppealWords {
  const title = texts.get('title');
  const latitude = texts.get('latitude');
  const longitude = texts.get('longitude');
  return {
    channel: (texts.get('channel') ?? 'import') as AppealWords['channel'],
    service: (texts.get('service') ?? 'general') as 'general',
    kind: texts.get('kind') as AppealWords['kind'],
    urgency: (texts.get('urgency') ?? 'normal') as 'normal',
    ...(title ? { title } : {}),
    content: texts.get('content') ?? '',
    citizen: {
      name: texts.get('citizenName') ?? null,
      ...(texts.has('identity') ? { identity: texts.get('identity') as 'named' } : {}),
    },
    categoryId,
    address: texts.get('address') ?? null,
    regionCode,
    location: latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null,
  };
}

/** `+08:00` of 480. */
function zoneText(offsetMinutes: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${offsetMinutes < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}
