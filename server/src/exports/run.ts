import { updateRunning } from '@hotline/db/store/exports';
import type { ExportRow } from '@hotline/db/store/schema';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import type { ExportJob } from './writeExport.ts';

const beatMs = 1_000;
/** So long after its last sign of life, whoever wrote an export is taken to be gone. */
export const silenceMs = 60_000;

/** Lets a reader write the file and keeps its row up to date; never throws. */
export async function runExport(hotline: Hotline, id: string, job: ExportJob, signal: AbortSignal): Promise<void> {
  let beatAt = performance.now();
  const change = (row: Partial<ExportRow>) =>
    hotline.writer.write(
      async (tx) => {
        await updateRunning(tx, id, { ...row, heardAt: hotline.now() });
        return { result: undefined, events: [], deltas: [] };
      },
      { background: true },
    );
  const onProgress = (rows: number) => {
    if (performance.now() - beatAt < beatMs) return;
    beatAt = performance.now();
    change({ rows }).catch(() => undefined);
  };
  try {
    const written = await hotline.readers.ask('writeExport', job, { signal, onProgress });
    await change({ ...written, status: 'ready', finishedAt: hotline.now() });
  } catch (error) {
    const failure =
      error instanceof Refusal ? '导出被中断，请重新导出。' : '导出时出现错误，请重新导出；仍不成功请联系管理员。';
    await change({ status: 'failed', failure, finishedAt: hotline.now() }).catch(() => undefined);
    if (!(error instanceof Refusal)) throw error;
  }
}
