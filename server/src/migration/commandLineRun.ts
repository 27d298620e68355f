import { basename } from 'node:path';
import { insertRun } from '@hotline/db/cases/importRuns';
import type { ImportRunRow } from '@hotline/db/store/schema';
import type { Found } from '@hotline/shared/api/imports';
import type { Mapping } from '@hotline/shared/imports/mapping';
import type { Reading } from '@hotline/shared/imports/reading';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import type { ImportReport } from '../imports/outcome.ts';
import { changeRun } from './runs.ts';

type Brought = { centreId: string; file: string; bytes: number; found: Found; reading: Reading; mapping: Mapping };

/** A run of the command line stands among those of the page: what it brought can be undone there. */
export async function commandLineRun(hotline: Hotline, { centreId, file, bytes, found, reading, mapping }: Brought) {
  const id = newId();
  const at = hotline.now();
  const row: ImportRunRow = {
    ...{ id, centreId, personId: 'system', fileName: basename(file).slice(0, 200), bytes, state: 'running' },
    ...{ reading: JSON.stringify(reading), found: JSON.stringify(found), mapping: JSON.stringify(mapping) },
    ...{ checked: null, report: null, place: 0, undone: 0, kept: 0, failure: null },
    ...{ createdAt: at, heardAt: at, finishedAt: null },
  };
  await hotline.writer.write(async (tx) => {
    await insertRun(tx, row);
    return { result: undefined, events: [], deltas: [] };
  });
  return {
    id,
    finish: (report: ImportReport) =>
      changeRun(hotline, id, ['running'], {
        ...{ state: 'done', report: JSON.stringify(report), place: report.rows, finishedAt: hotline.now() },
      }),
  };
}
