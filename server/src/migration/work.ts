import type { ImportRunRow } from '@hotline/db/store/schema';
import type { Mapping } from '@hotline/shared/imports/mapping';
import type { Reading } from '@hotline/shared/imports/reading';
import type { Hotline } from '../app/hotline.ts';
import { proposeMapping } from '../imports/propose.ts';
import { importRows } from '../imports/run.ts';
import { undoRun } from '../imports/undo.ts';
import { filesOf } from './files.ts';
import { normalisedRows } from './normalise.ts';
import { readFile } from './readFile.ts';
import { changeRun, reportOf } from './runs.ts';
import { beating, openTasks } from './tasks.ts';

/** What goes on in the background, for the runs of this process. */
export type RunWork = {
  read(row: ImportRunRow, reading: Reading, keepMapping: Mapping | null): void;
  check(row: ImportRunRow, mapping: Mapping): void;
  bringIn(row: ImportRunRow, mapping: Mapping): void;
  undo(row: ImportRunRow): void;
  /** After the rows that are on their way; false where this process does not work on it. */
  pause(id: string): boolean;
  stop(): Promise<void>;
};

export function openWork(hotline: Hotline, onError: (error: unknown) => void): RunWork {
  const tasks = openTasks(hotline, onError);
  return {
    read: (row, reading, keepMapping) =>
      tasks.begin(row.id, 'reading', async () => {
        const found = await readFile(filesOf(hotline, row.id), reading);
        const mapping = keepMapping ?? proposeMapping(found);
        const change = { found: JSON.stringify(found), mapping: JSON.stringify(mapping), checked: null, failure: null };
        await changeRun(hotline, row.id, ['reading'], { ...change, state: 'ready' });
      }),
    check: (row, mapping) =>
      tasks.begin(row.id, 'checking', async (isStopped) => {
        let place = 0;
        const beat = beating(hotline, () => ({ place }), row.id, 'checking');
        const report = await importRows(hotline, normalisedRows(filesOf(hotline, row.id).rows), {
          centreId: row.centreId,
          mapping,
          dryRun: true,
          onProgress: (_, at) => {
            place = at;
            beat();
            return !isStopped();
          },
        });
        const checked = isStopped() ? null : JSON.stringify(report);
        await changeRun(hotline, row.id, ['checking'], { state: 'ready', checked, place: 0 });
      }),
    bringIn: (row, mapping) =>
      tasks.begin(row.id, 'running', async (isStopped) => {
        const before = reportOf(row);
        let kept: Partial<ImportRunRow> = {};
        const beat = beating(hotline, () => kept, row.id, 'running');
        const report = await importRows(hotline, normalisedRows(filesOf(hotline, row.id).rows), {
          centreId: row.centreId,
          mapping,
          runId: row.id,
          ...(before ? { goOn: { report: before, place: row.place } } : {}),
          onProgress: (so, place) => {
            kept = { report: JSON.stringify(so), place };
            beat();
            return !isStopped();
          },
        });
        const state = isStopped() ? 'paused' : 'done';
        const finishedAt = state === 'done' ? hotline.now() : null;
        await changeRun(hotline, row.id, ['running'], { ...kept, report: JSON.stringify(report), state, finishedAt });
      }),
    undo: (row) =>
      tasks.begin(row.id, 'undoing', async (isStopped) => {
        let so = { undone: row.undone, kept: 0 };
        const beat = beating(hotline, () => so, row.id, 'undoing');
        const { undone, kept, isWhole } = await undoRun(hotline, row.id, (now) => {
          so = { undone: row.undone + now.undone, kept: now.kept };
          beat();
          return !isStopped();
        });
        const state = isWhole ? 'undone' : 'paused';
        const finishedAt = hotline.now();
        await changeRun(hotline, row.id, ['undoing'], { undone: row.undone + undone, kept, state, finishedAt });
      }),
    pause: tasks.pause,
    stop: tasks.stop,
  };
}
