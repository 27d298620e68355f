import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runsBefore } from '@hotline/db/cases/importRuns';
import { addMs } from '@hotline/shared/time/instant';
import type { Hotline } from '../app/hotline.ts';

/** What another system kept of citizens does not lie about for long. */
const keepMs = 30 * 24 * 3_600_000;

export const importsFolder = (hotline: Hotline) => join(hotline.exportsFolder, 'imports');

/** The file as it was sent, and its rows as `normalise` wrote them. */
export const filesOf = (hotline: Hotline, id: string) => {
  const sent = join(importsFolder(hotline), id);
  return { sent, rows: `${sent}.rows` };
};

export async function deleteFiles(hotline: Hotline, id: string): Promise<void> {
  const { sent, rows } = filesOf(hotline, id);
  await rm(sent, { force: true });
  await rm(rows, { force: true });
}

/** Deletes the files of imports that nobody touched for a month. */
export async function sweepImports(hotline: Hotline): Promise<void> {
  const old = await runsBefore(hotline.store.reader, addMs(hotline.now(), -keepMs), [
    ...(['ready', 'paused', 'done', 'failed', 'undone'] as const),
  ]);
  for (const { id } of old) await deleteFiles(hotline, id);
}
