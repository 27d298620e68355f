import type { Reading } from '@hotline/shared/imports/reading';
import { Refusal } from '@hotline/shared/refusal';
import { garbled } from './garbled.ts';
import { type Column, columnsOf, headerWithin, proposeHeader } from './header.ts';
import { jsonRows } from './jsonLines.ts';
import type { Line, SourceRow } from './line.ts';
import { type Opened, openFile } from './open.ts';

/** What was found of a file before its rows. */
type About = Opened & {
  /** The line that names the columns; null where every row names its own (JSON Lines). */
  readonly headerRow: number | null;
  readonly columns: readonly Column[];
  /** The lines above the header. */
  readonly titles: readonly string[];
  /** Its text was broken before it came here, or is by reading it so. */
  readonly garbled: 'readWrongly' | 'lost' | null;
};
export type Table = {
  readonly about: About;
  /** The first lines as they stand there. */
  readonly beginning: readonly Line[];
  rows(): AsyncGenerator<SourceRow>;
};

/** A file as a table: its columns, and its rows as a stream. @throws Refusal with what to do. */
export async function openTable(
  file: string,
  reading: Reading = {},
  onBytes: (count: number) => void = () => undefined,
): Promise<Table> {
  const opened = await openFile(file, reading, onBytes);
  const { format, encoding, delimiter, sheets, sheet } = opened;
  const facts = { format, encoding, delimiter, sheets, sheet };
  if (format === 'jsonLines') {
    const about = { ...facts, headerRow: null, columns: await jsonColumns(opened.text()), titles: [], garbled: null };
    return { about, beginning: [], rows: () => jsonRows(opened.text()) };
  }
  const first = await firstLines(opened.lines());
  const header = reading.headerRow
    ? first.find(({ row }) => row === reading.headerRow)
    : first[proposeHeader(first.map(({ cells }) => cells))];
  if (!header)
    throw new Refusal(
      'invalid',
      reading.headerRow
        ? `第 ${reading.headerRow} 行不能作表头，请改选前 ${headerWithin} 行中的一行。`
        : '文件里没有可读的行。',
    );
  const columns = columnsOf(trimmed(header.cells));
  const sample = first.flatMap(({ cells }) => cells).join('\n');
  const about: About = {
    ...facts,
    headerRow: header.row,
    columns,
    titles: first.filter(({ row }) => row < header.row).map(({ cells }) => cells.filter(Boolean).join(' ')),
    garbled: garbled(sample),
  };
  return {
    about,
    beginning: first,
    rows: () => tableRows(opened.lines(), header.row, columns, format === 'delimited'),
  };
}

async function* tableRows(
  lines: AsyncIterable<Line> | Iterable<Line>,
  headerRow: number,
  columns: readonly Column[],
  isStrict: boolean,
): AsyncGenerator<SourceRow> {
  const names = columns.map(({ name }) => name);
  const heading = columns.map((column) => column.heading).join('\0');
  for await (const line of lines) {
    if (line.row <= headerRow) continue;
    if ('unreadable' in line) {
      yield line;
      continue;
    }
    const cells = trimmed(line.cells, columns.length);
    // A workbook leaves out what is empty at the end; in a text a row that is too short or too long was broken.
    if (cells.length > columns.length || (isStrict && line.cells.length < columns.length)) {
      yield { row: line.row, unreadable: `有 ${line.cells.length} 列，表头有 ${columns.length} 列` };
      continue;
    }
    // Printed on every page.
    if (cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\0') === heading) continue;
    yield { row: line.row, values: Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])) };
  }
}

/** Without the empty cells at the end, down to `least`. */
function trimmed(cells: readonly string[], least = 1): readonly string[] {
  let length = cells.length;
  while (length > least && (cells[length - 1] ?? '').trim() === '') length--;
  return cells.slice(0, length);
}

async function firstLines(lines: AsyncIterable<Line> | Iterable<Line>) {
  const first: { row: number; cells: readonly string[] }[] = [];
  for await (const line of lines) {
    if ('cells' in line) first.push(line);
    if (first.length >= headerWithin) break;
  }
  return first;
}

async function jsonColumns(text: AsyncGenerator<string>): Promise<Column[]> {
  const names = new Set<string>();
  for await (const row of jsonRows(text))
    if ('values' in row) for (const name of Object.keys(row.values)) names.add(name);
  return [...names].map((name) => ({ name, heading: name, isDuplicate: false }));
}
