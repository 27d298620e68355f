import type { exports as zh } from '../zh/exports.ts';

export const exports: Record<keyof typeof zh, string> = {
  'export.open': 'Export',
  'export.title': 'Export as a table (CSV)',
  'export.about':
    'All records you may see under the filters shown; citizens stay masked. Export and download are both audited.',
  'export.purpose': 'What is it for?',
  'export.start': 'Start',
  'export.running': 'Being written: {n} rows so far',
  'export.leave': 'You may close this window and work on; the button says when it is done.',
  'export.busy': 'Exporting, {n} rows',
  'export.done': 'Export ready',
  'export.ready': '{n} rows. Kept until {time}, for you alone.',
  'export.download': 'Download {name} ({size})',
  'export.again': 'Export again',
};
