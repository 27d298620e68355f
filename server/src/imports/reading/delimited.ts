import { pipeline, Readable } from 'node:stream';
import { delimiters } from '@hotline/shared/imports/reading';
import { type CsvError, parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import type { Line } from './line.ts';

/** A row longer than this is not a row: a quote was left open. */
const maxRowLength = 1_000_000;

/** What stands between the cells: whatever cuts most of the first rows into equally many. A comma where nothing does. */
export function delimiterOf(head: string): string {
  const cut = head.slice(0, Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1) || head;
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    if (!cut.includes(delimiter)) continue;
    const score = evenness(cut, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** A carriage return alone ends a line only where nothing else does: it may stand within a text. */
export const lineEndsOf = (head: string): readonly string[] =>
  head.includes('\r') && !head.includes('\n') ? ['\r'] : ['\r\n', '\n'];

/** RFC 4180 with any delimiter, as a spreadsheet reads it. `row` counts as the spreadsheet does; blank rows are left out. */
export async function* delimitedLines(
  text: AsyncIterable<string>,
  delimiter: string,
  lineEnds: readonly string[],
): AsyncGenerator<Line> {
  const parser = parse({
    ...dialect(delimiter),
    record_delimiter: [...lineEnds],
    max_record_size: maxRowLength,
    skip_records_with_error: true,
  });
  // Where the parser lost the thread, what follows may be the inside of a text: nothing after it is read.
  let brokenAfter = Number.POSITIVE_INFINITY;
  parser.on('skip', (error: CsvError) => {
    brokenAfter = Math.min(brokenAfter, Number(error['records']));
  });
  pipeline(Readable.from(text), parser, () => undefined);
  let row = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    if (row >= brokenAfter) break;
    row += 1;
    if (cells.some((cell) => cell.trim() !== '')) yield { row, cells: cells.map(bare) };
  }
  if (Number.isFinite(brokenAfter)) yield { row: row + 1, unreadable: '引号没有成对，从这一行起无法读取' };
}

const dialect = (delimiter: string) => ({
  delimiter,
  relax_quotes: true,
  relax_column_count: true,
  bom: true,
});

/** `="0138"` keeps a spreadsheet from making a number of it; `'` and a tab in front are there for the same reason. */
const bare = (cell: string): string => {
  const text = /^\s*="((?:[^"]|"")*)"\s*$/.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
  return text.replace(/^['\t]+(?=[\d=+\-@])/, '');
};

function evenness(head: string, delimiter: string): number {
  let rows: string[][];
  try {
    rows = parseNow(head, { ...dialect(delimiter), skip_records_with_error: true, to: 60 });
  } catch {
    return 0;
  }
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const most = [...widths].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  if (!most) return 0;
  const [width, times] = most;
  // Even rows count first, many columns second: a comma in a sentence cuts some rows, the delimiter all.
  return times / rows.length + Math.min(width, 50) / 100;
}
