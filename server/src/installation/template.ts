import { writeXlsx } from 'hucre';
import { sheets, type TemplateSheet } from './sheets.ts';

/**
 * The workbook to fill in: a sheet a subject, the required columns with a star, what to write beneath each heading, and
 * rows to write over. All cells are text, so that no code loses its zeros.
 */
export const template = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: Object.values(sheets).map((sheet: TemplateSheet) => ({
      name: sheet.name,
      rows: [
        sheet.columns.map(({ heading, isRequired }) => (isRequired ? `*${heading}` : heading)),
        sheet.columns.map(({ hint }) => (hint === '' ? '' : `说明：${hint}`)),
        ...sheet.examples.map((row) => [...row]),
      ],
      columns: sheet.columns.map(() => ({ width: 22, numFmt: '@' })),
      freezePane: { rows: 2 },
    })),
  });
