import { type FieldName, fields } from '@hotline/shared/imports/fields';
import type { Mapping } from '@hotline/shared/imports/mapping';
import { maxLengthOf } from '@hotline/shared/schema';
import { changesMeaning } from '@hotline/shared/text/changesMeaning';
import { type Original, originalOf } from '@hotline/shared/text/original';

/** What somebody wrote; everything else of a row is read, looked up or a number. The names are those it is kept under. */
const inWords = [
  'title',
  'content',
  'citizenName',
  'address',
  'publicReply',
  'handling',
] as const satisfies FieldName[];

/** The texts of a row as its file has them, where cleaning changed what they say. */
export const originalsOfRow = ({ fields: columns, join = '\n' }: Mapping, values: Readonly<Record<string, string>>) =>
  inWords.flatMap((name): Original[] => {
    const cells = [columns?.[name] ?? []].flat().map((column) => (Object.hasOwn(values, column) ? values[column] : ''));
    const written = cells.filter((cell): cell is string => cell !== undefined && cell.trim() !== '');
    if (!written.some(changesMeaning)) return [];
    return [originalOf(name, written.join(join), maxLengthOf(fields[name].schema))];
  });
