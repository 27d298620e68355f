import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';

export const encodings = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

/** One row as text by column, or why it cannot be read. `row` counts as an editor or spreadsheet shows it, header = 1. */
export type SourceRow = { row: number } & ({ values: Readonly<Record<string, string>> } | { unreadable: string });

/** A row longer than this is not a row: a quote was left open. */
const maxRowLength = 1_000_000;

/**
 * Reads JSON Lines (`.jsonl`, `.ndjson`) or CSV (RFC 4180, the first row names the columns) as a stream.
 * `onBytes` hears of each piece read from the file.
 */
export function readRecords(
  file: string,
  encoding: Encoding,
  onBytes: (count: number) => void = () => undefined,
): AsyncGenerator<SourceRow> {
  const text = decoded(file, encoding, onBytes);
  return /\.(jsonl|ndjson)$/i.test(file) ? jsonRows(text) : csvRows(text);
}

async function* decoded(file: string, encoding: Encoding, onBytes: (count: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file)) {
    onBytes((chunk as Buffer).length);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let row = 0;
  for await (const line of lines(text)) {
    row += 1;
    if (line.trim() === '') continue;
    if (line.length > maxRowLength) yield { row, unreadable: `超过 ${maxRowLength} 字` };
    else yield { row, ...jsonRow(line) };
  }
}

/** Only at line feeds: a JSON text may hold U+2028, at which node:readline would cut it. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const parts = (rest + piece).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
    // Enough to know that it is too long; the remainder of such a line is dropped.
    if (rest.length > maxRowLength) rest = rest.slice(0, maxRowLength + 1);
  }
  yield rest;
}

function jsonRow(line: string): { values: Record<string, string> } | { unreadable: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { unreadable: '不是完整的 JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { unreadable: '不是 JSON 对象' };
  const values = Object.entries(value).filter(([, v]) => v !== null && typeof v !== 'object');
  return { values: Object.fromEntries(values.map(([k, v]) => [k, String(v)])) };
}

async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  const parser = parse({
    record_delimiter: ['\r\n', '\n'],
    relax_quotes: true,
    relax_column_count: true,
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
  let header: string[] | null = null;
  for await (const cells of parser as AsyncIterable<string[]>) {
    if (row >= brokenAfter) break;
    row += 1;
    if (cells.length === 1 && cells[0]?.trim() === '') continue;
    if (!header) header = cells.map((cell) => cell.trim());
    else if (cells.length !== header.length)
      yield { row, unreadable: `有 ${cells.length} 列，表头有 ${header.length} 列` };
    else yield { row, values: Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])) };
  }
  if (Number.isFinite(brokenAfter)) yield { row: row + 1, unreadable: '引号没有成对，从这一行起无法读取' };
}
