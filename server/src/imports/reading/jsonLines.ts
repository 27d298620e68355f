import type { SourceRow } from './line.ts';

/** A row longer than this is not a row. */
const maxRowLength = 1_000_000;

/** One JSON object a line: every row names its columns itself. */
export async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let row = 0;
  for await (const line of lines(text)) {
    row += 1;
    if (line.trim() === '') continue;
    if (line.length > maxRowLength) yield { row, unreadable: `超过 ${maxRowLength} 字` };
    else yield { row, ...jsonRow(line) };
  }
}

/** Only at line feeds: a JSON text may hold U+2028, at which node:readline would cut it. */
export async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
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
