import type { PreviewRow } from '@hotline/shared/api/imports';
import { type FieldName, fieldNames } from '@hotline/shared/imports/fields';
import type { Mapping } from '@hotline/shared/imports/mapping';
import type { Directory } from '@hotline/shared/people/directory';
import { offsetOfCentre } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import type { Moment } from '@hotline/shared/ticket/verb';
import { localText } from '@hotline/shared/time/localText';
import { departmentReader } from '../imports/departments.ts';
import { applyMapping } from '../imports/mapping.ts';
import { matterReader, type Read } from '../imports/matter.ts';
import type { SourceRow } from '../imports/reading/line.ts';
import { refuseImpossible } from '../imports/write.ts';

const shownRows = 20;

/** The first rows as they would be kept at `now`, with what is wrong with each; nothing is written. */
export async function previewOf(
  rows: AsyncIterable<SourceRow>,
  mapping: Mapping,
  centreId: string,
  moment: Moment,
): Promise<PreviewRow[]> {
  const { directory } = moment;
  const readRow = matterReader(mapping, directory, centreId);
  const read = (values: Readonly<Record<string, string>>) => {
    const taken = readRow(values);
    refuseImpossible(taken, centreId, moment);
    return taken;
  };
  const departmentName = nameReader(directory, centreId);
  const offset = offsetOfCentre(directory, centreId);
  const shown: PreviewRow[] = [];
  for await (const source of rows) {
    shown.push(rowOf(source, mapping, read, departmentName, directory, offset));
    if (shown.length === shownRows) break;
  }
  return shown;
}

function rowOf(
  source: SourceRow,
  mapping: Mapping,
  read: (values: Readonly<Record<string, string>>) => Read,
  departmentName: (written: string) => string,
  directory: Directory,
  offset: number,
): PreviewRow {
  const { row } = source;
  if ('unreadable' in source) return { row, fields: [], is: null, refused: `${source.unreadable}。`, alarms: [] };
  const texts = applyMapping(mapping, source.values);
  try {
    const taken = read(source.values);
    const alarms = taken.alarms.map(({ field, sentence }) => ({ field, sentence }));
    return { row, fields: fieldsOf(taken, texts, directory, offset), is: taken.is, refused: null, alarms };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fields = [...texts].map(([field, text]) => {
      return { field, text: field === 'department' ? departmentName(text) : text };
    });
    return { row, fields, is: null, refused: error.message, alarms: [] };
  }
}

/** The name of the department that is meant; what was written where none is. */
function nameReader(directory: Directory, centreId: string): (written: string) => string {
  const departmentId = departmentReader(directory, centreId);
  return (written) => {
    try {
      return directory.departments.get(departmentId(written))?.name ?? written;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return written;
    }
  };
}

/** What the person sees is what will be kept: times by the centre's clock, the department by its name. */
function fieldsOf(read: Read, texts: ReadonlyMap<FieldName, string>, directory: Directory, offset: number) {
  const { matter } = read;
  const kept = new Map(texts);
  const put = (name: FieldName, text: string | null | undefined) => (text ? kept.set(name, text) : kept.delete(name));
  put('externalNumber', read.externalNumber);
  put('phone', read.left.number.phone ?? read.left.number.phoneRaw);
  put('department', directory.departments.get(matter.departmentId ?? '')?.name);
  put('categoryId', matter.appeal.categoryId);
  const times: Partial<Record<FieldName, string | null>> = {
    receivedAt: matter.receivedAt,
    signedAt: matter.signedAt,
    ...(read.is === 'finished' ? { repliedAt: read.matter.repliedAt } : {}),
    ...(read.is === 'open'
      ? { sentAt: read.matter.sentAt, dueAt: read.matter.dueAt, promisedDueAt: read.matter.promisedDueAt }
      : {}),
  };
  for (const name of ['receivedAt', 'sentAt', 'signedAt', 'repliedAt', 'dueAt', 'promisedDueAt'] as const) {
    const at = times[name];
    put(name, at ? localText(at, offset).slice(0, 16) : null);
  }
  return fieldNames.flatMap((field) => (kept.has(field) ? [{ field, text: kept.get(field) ?? '' }] : []));
}
