import { readFile } from 'node:fs/promises';
import { Refusal } from '@hotline/shared/refusal';
import { type CellValue, type MergeRange, read } from 'hucre';
import type { Line } from './line.ts';
import { isZipBomb } from './zipSizes.ts';

/** The sheets of an XLSX, XLSB, ODS or old XLS file, each with its lines. @throws Refusal where it cannot be opened. */
export async function readWorkbook(file: string): Promise<{ name: string; lines: () => Generator<Line> }[]> {
  const bytes = await readFile(file);
  if (isZipBomb(bytes))
    throw new Refusal(
      'tooLarge',
      '文件解开后过大，不是正常的表格。请用表格软件打开后另存为 .xlsx 或 CSV，再重新选择。',
    );
  const workbook = await read(bytes).catch((error: Error) => {
    throw new Refusal('invalid', openingFailed(error));
  });
  return workbook.sheets.map(({ name, rows, merges }) => ({ name, lines: () => linesOf(rows, merges ?? []) }));
}

function* linesOf(rows: readonly (readonly CellValue[])[], merges: readonly MergeRange[]): Generator<Line> {
  const filled = filledDown(rows, merges);
  for (const [i, cells] of rows.entries()) {
    const texts = Array.from(cells, (value, column) => textOf(filled.get(`${i} ${column}`) ?? value ?? null));
    if (texts.some((text) => text.trim() !== '')) yield { row: i + 1, cells: texts };
  }
}

/** A cell merged over several rows says the same of each; over several columns it is the first one's alone. */
function filledDown(rows: readonly (readonly CellValue[])[], merges: readonly MergeRange[]): Map<string, CellValue> {
  const filled = new Map<string, CellValue>();
  for (const { startRow, startCol, endRow } of merges)
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++)
      filled.set(`${row} ${startCol}`, rows[startRow]?.[startCol] ?? null);
  // What the file keeps beneath a merge is not seen by whoever looks at it.
  for (const { startRow, startCol, endRow, endCol } of merges)
    for (let row = startRow; row <= Math.min(endRow, rows.length - 1); row++)
      for (let column = startCol + 1; column <= endCol; column++) filled.set(`${row} ${column}`, '');
  return filled;
}

/** Digits beyond the fifteenth are lost in a spreadsheet's numbers: they are shown as such, never made up. */
const exactBelow = 1e15;

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return wallClock(value);
  if (typeof value === 'number') return Math.abs(value) < exactBelow ? plain(value) : value.toExponential();
  return typeof value === 'boolean' ? (value ? '是' : '否') : value;
}

const plain = (value: number) => String(Number(value.toPrecision(15)));

/** A spreadsheet's time has no zone: the library gives its wall clock as if it were UTC, off by fractions of a second. */
function wallClock(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day = '', time = ''] = [text.slice(0, -14), text.slice(-13, -5)];
  return time === '00:00:00' ? day : `${day} ${time}`;
}

const openingFailed = (error: Error): string =>
  /encrypt|password/i.test(`${error.name} ${error.message}`)
    ? '文件有密码，请取消密码后重新选择。'
    : '文件打不开，可能已损坏。请用表格软件打开后另存为 .xlsx，再重新选择。';
