export type Cell = string | number | null;

/** Put first in a file: without it Excel and WPS take UTF-8 for GBK. */
export const byteOrderMark = '\uFEFF';

/** One line of a CSV file (RFC 4180), with its line end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** A text that a spreadsheet would run as a formula is made a plain one: citizens write these cells. */
export function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  const isFormula = typeof cell === 'string' && formula.test(text) && !number.test(text);
  const plain = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Also behind spaces, which spreadsheets skip, and in full width, which some of them understand. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const number = /^-?\d+(\.\d+)?$/;
