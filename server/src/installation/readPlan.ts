import { readWorkbook } from '../imports/reading/workbook.ts';
import { type SheetName, sheets, type TemplateSheet } from './sheets.ts';

/** One row by heading; `row` as the spreadsheet shows it. */
export type PlanRow = { readonly row: number; readonly cells: Readonly<Record<string, string>> };
/** What is wrong, where, and how to mend it. */
export type Flaw = { readonly sheet: string; readonly row: number; readonly column: string; readonly sentence: string };
export type Rows = Readonly<Record<SheetName, readonly PlanRow[]>>;

/** The rows of an installation workbook, with what is wrong with its sheets and empty cells. @throws Refusal: no workbook */
export async function readRows(file: string): Promise<{ rows: Rows; flaws: Flaw[] }> {
  const found = await readWorkbook(file);
  const flaws: Flaw[] = [];
  const rowsIn = (name: SheetName): PlanRow[] => {
    const sheet: TemplateSheet = sheets[name];
    const lines = found.find((one) => one.name.trim() === sheet.name)?.lines();
    return lines ? rowsOf(sheet, lines, flaws) : [];
  };
  const rows: Rows = {
    centre: rowsIn('centre'),
    departments: rowsIn('departments'),
    people: rowsIn('people'),
    regions: rowsIn('regions'),
    categories: rowsIn('categories'),
  };
  return { rows, flaws };
}

type Lines = ReturnType<Awaited<ReturnType<typeof readWorkbook>>[number]['lines']>;

function rowsOf(sheet: TemplateSheet, lines: Lines, flaws: Flaw[]): PlanRow[] {
  let headings: string[] | null = null;
  const rows: PlanRow[] = [];
  for (const line of lines) {
    if (!('cells' in line)) continue;
    const cells = line.cells.map((cell) => cell.normalize('NFKC').trim());
    if (headings === null) {
      headings = cells.map((cell) => cell.replace(/^\*/, '').trim());
      const absent = sheet.columns.filter((c) => c.isRequired && !headings?.includes(c.heading));
      for (const { heading } of absent)
        flaws.push(flaw(sheet, line.row, heading, `缺少「${heading}」一列，请用模板填写`));
      continue;
    }
    if (cells.some((cell) => cell.startsWith('说明:'))) continue;
    const row = { row: line.row, cells: Object.fromEntries(headings.map((heading, i) => [heading, cells[i] ?? ''])) };
    for (const { heading, isRequired } of sheet.columns)
      if (isRequired && headings.includes(heading) && !row.cells[heading])
        flaws.push(flaw(sheet, line.row, heading, `请填写「${heading}」`));
    rows.push(row);
  }
  return rows;
}

export const flaw = (sheet: { name: string }, row: number, column: string, sentence: string): Flaw => ({
  sheet: sheet.name,
  row,
  column,
  sentence: `${sentence}。`,
});
