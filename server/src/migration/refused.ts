import type { Found } from '@hotline/shared/api/imports';
import { byteOrderMark, csvLine } from '@hotline/shared/csv';
import type { Mapping } from '@hotline/shared/imports/mapping';
import type { Hotline } from '../app/hotline.ts';
import type { SourceRow } from '../imports/reading/line.ts';
import { importRows, type RefusedRow } from '../imports/run.ts';

/**
 * The rows that stay out, as CSV for Excel and WPS: the reason, then the file's own columns, so that they can be mended
 * there and sent again. Gone through anew by a dry run, so that it tells what is wrong now.
 */
export async function* refusedFile(
  hotline: Hotline,
  rows: AsyncIterable<SourceRow>,
  found: Found,
  mapping: Mapping,
  centreId: string,
): AsyncGenerator<string> {
  const columns = found.columns.map(({ name }) => name);
  const headings = found.columns.map(({ heading }) => heading);
  const ready: string[] = [byteOrderMark + csvLine(['未导入原因', '原文件行号', ...headings])];
  const add = ({ row, reason }: RefusedRow, source: SourceRow) => {
    const cells = 'values' in source ? columns.map((name) => source.values[name] ?? '') : [];
    ready.push(csvLine([reason, row, ...cells]));
  };
  let isDone = false;
  let wake: () => void = () => undefined;
  const going = importRows(hotline, rows, {
    centreId,
    mapping,
    dryRun: true,
    onRefused: add,
    onProgress: () => {
      wake();
      return true;
    },
  }).finally(() => {
    isDone = true;
    wake();
  });
  while (!isDone || ready.length > 0) {
    if (ready.length > 0) yield ready.splice(0).join('');
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
  await going;
}
