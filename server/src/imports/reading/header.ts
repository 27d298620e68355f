import { fieldNamed } from '../recognise.ts';

/** Of so many lines the header is one. */
export const headerWithin = 30;

/**
 * Which of the first lines names the columns: the one with the most headings that are known; where none has two of them,
 * the first that is as full as any. Titles, dates of printing and notes stand above it.
 */
export function proposeHeader(lines: readonly (readonly string[])[]): number {
  const known = lines.map(
    (cells) => new Set(cells.map((cell) => fieldNamed(cell)).filter((name) => name !== null)).size,
  );
  const most = Math.max(0, ...known);
  // The lower of two: of a heading over several columns, the line beneath names each.
  if (most >= 2) return known.lastIndexOf(most);
  const full = lines.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  return Math.max(0, full.indexOf(Math.max(...full)));
}

export type Column = {
  /** What a mapping calls it: its heading, with `#1`, `#2` where several have the same, `（第 3 列）` where it has none. */
  readonly name: string;
  readonly heading: string;
  readonly isDuplicate: boolean;
};

export function columnsOf(header: readonly string[]): Column[] {
  const headings = header.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const times = new Map<string, number>();
  for (const heading of headings) times.set(heading, (times.get(heading) ?? 0) + 1);
  const seen = new Map<string, number>();
  return headings.map((heading, i) => {
    if (heading === '') return { name: `（第 ${i + 1} 列）`, heading, isDuplicate: false };
    if (times.get(heading) === 1) return { name: heading, heading, isDuplicate: false };
    const place = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, place);
    return { name: `${heading}#${place}`, heading, isDuplicate: true };
  });
}
