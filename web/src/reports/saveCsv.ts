import { byteOrderMark, type Cell, csvLine } from '@hotline/shared/csv';

/** A file that opens in Excel and WPS as it is. */
export function saveCsv(name: string, rows: readonly (readonly Cell[])[]): void {
  const text = `${byteOrderMark}${rows.map(csvLine).join('')}`;
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
