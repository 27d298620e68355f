import { Parser } from 'htmlparser2';
import type { Line } from './line.ts';

type Held = { text: string; rows: number };

/**
 * The rows of the tables in a page, the way old systems write their “.xls”. A cell over several rows says the same of each
 * of them. Also reads the XML of Excel 2003.
 */
export async function* markupLines(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let row = 0;
  let cells: string[] | null = null;
  let cell: { text: string; rows: number; columns: number; isData: boolean } | null = null;
  /** Cells of earlier rows that reach into this one, by column. */
  let held = new Map<number, Held>();
  const ready: Line[] = [];

  const put = (said: string, rows: number, columns: number) => {
    if (!cells) return;
    skipHeld(cells, held);
    if (rows > 1) held.set(cells.length, { text: said, rows: rows - 1 });
    cells.push(said, ...Array<string>(columns - 1).fill(''));
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'tr' || name === 'row') cells = [];
        else if (name === 'br' && cell) cell.text += '\n';
        else if ((name === 'td' || name === 'th' || name === 'cell') && cells) {
          const index = Number(attributes['ss:index'] ?? 0);
          while (index > cells.length + 1) cells.push('');
          const columns = span(attributes['colspan'] ?? plusOne(attributes['ss:mergeacross']));
          const rows = span(attributes['rowspan'] ?? plusOne(attributes['ss:mergedown']));
          cell = { text: '', rows, columns, isData: name === 'cell' };
        }
      },
      ontext(said) {
        // In a page only `<br>` and blocks end a line.
        if (cell) cell.text += cell.isData ? said : said.replace(/[\r\n]+/g, ' ');
      },
      onclosetag(name) {
        if ((name === 'td' || name === 'th' || name === 'cell') && cell) {
          put(tidy(cell.text), cell.rows, cell.columns);
          cell = null;
        } else if ((name === 'p' || name === 'div') && cell) cell.text += '\n';
        else if ((name === 'tr' || name === 'row') && cells) {
          skipHeld(cells, held);
          const next = cells;
          cells = null;
          row += 1;
          if (next.some((one) => one !== '')) ready.push({ row, cells: next });
          held = new Map([...held].filter(([, one]) => one.rows > 0));
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: true },
  );
  for await (const piece of text) {
    parser.write(piece);
    yield* ready.splice(0);
  }
  parser.end();
  yield* ready.splice(0);
}

/** What earlier rows reach down stands before the row's own next cell. */
function skipHeld(cells: string[], held: Map<number, Held>): void {
  for (let one = held.get(cells.length); one && one.rows > 0; one = held.get(cells.length)) {
    held.set(cells.length, { text: one.text, rows: one.rows - 1 });
    cells.push(one.text);
  }
}

const span = (text: string | undefined) => Math.min(Math.max(Math.trunc(Number(text ?? 1)) || 1, 1), 1000);
const plusOne = (text: string | undefined) => (text === undefined ? undefined : String(Number(text) + 1));

/** White space is one space in a page; what was a line of its own stays one. */
const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/[ \t\r\u00a0]+/g, ' ').trim())
    .join('\n')
    .trim();
