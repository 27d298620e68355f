import { open } from 'node:fs/promises';
import type { Found } from '@hotline/shared/api/imports';
import type { Reading } from '@hotline/shared/imports/reading';
import { decoded } from '../imports/reading/encoding.ts';
import { headerWithin } from '../imports/reading/header.ts';
import { lines } from '../imports/reading/jsonLines.ts';
import type { Line, SourceRow } from '../imports/reading/line.ts';
import { openTable } from '../imports/reading/table.ts';

/** So many different texts of a column are told apart, if they are as short as words are. */
const mostValues = 300;
const longestValue = 60;

type Seen = { filled: number; samples: string[]; values: Map<string, number> | null };

/**
 * Reads a whole file once: what stands in its columns, and its rows written to `out`, one JSON object a line, so that
 * whatever comes later reads plain text, row by row. Takes seconds for a large workbook: off the thread that answers people.
 * @throws Refusal with what to do about the file
 */
export async function normalise(file: string, out: string, reading: Reading): Promise<Found> {
  const { about, beginning, rows } = await openTable(file, reading);
  const seen = new Map<string, Seen>(
    about.columns.map(({ name }) => [name, { filled: 0, samples: [], values: new Map() }]),
  );
  const target = await open(out, 'w', 0o600);
  let count = 0;
  let text = '';
  try {
    for await (const row of rows()) {
      count += 1;
      if ('values' in row) for (const [name, value] of Object.entries(row.values)) look(seen.get(name), value.trim());
      text += `${JSON.stringify(row)}\n`;
      if (text.length < 65_536) continue;
      await target.write(text);
      text = '';
    }
    await target.write(text);
  } finally {
    await target.close();
  }
  const columns = about.columns.map((column) => {
    const { filled = 0, samples = [], values = null } = seen.get(column.name) ?? {};
    const listed = values && [...values].map(([value, times]) => ({ text: value, count: times }));
    return { ...column, filled, samples, values: listed?.toSorted((a, b) => b.count - a.count) ?? null };
  });
  return {
    ...about,
    sheets: [...about.sheets],
    titles: [...about.titles],
    columns,
    rows: count,
    beginning: beginning.slice(0, headerWithin).map(shortened),
  };
}

function look(column: Seen | undefined, value: string): void {
  if (!column || value === '') return;
  column.filled += 1;
  if (column.samples.length < 5 && !column.samples.includes(short(value))) column.samples.push(short(value));
  if (column.values === null) return;
  column.values.set(value, (column.values.get(value) ?? 0) + 1);
  if (column.values.size > mostValues || value.length > longestValue) column.values = null;
}

const short = (text: string) => ([...text].length > 60 ? `${[...text].slice(0, 60).join('')}…` : text);
const shortened = (line: Line) => ({ row: line.row, cells: 'cells' in line ? line.cells.map(short) : [] });

/** What `normalise` wrote, row by row. */
export async function* normalisedRows(out: string): AsyncGenerator<SourceRow> {
  for await (const line of lines(decoded(out, 'utf-8'))) {
    if (line === '') continue;
    const row: SourceRow = JSON.parse(line);
    yield row;
  }
}
