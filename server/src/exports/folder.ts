import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expireExports } from '@hotline/db/store/exports';
import type { Hotline } from '../app/hotline.ts';

/** How long a file is kept. */
export const keepMs = 24 * 3_600_000;

export const fileOf = (hotline: Hotline, id: string) => join(hotline.exportsFolder, `${id}.csv`);

/** Deletes what has outlived its day, and what a killed process left half-written. Returns how many files went. */
export async function sweepExports(hotline: Hotline): Promise<number> {
  const { result: expired } = await hotline.writer.write(
    async (tx) => ({ result: await expireExports(tx, hotline.now()), events: [], deltas: [] }),
    { background: true },
  );
  for (const { id } of expired) await rm(fileOf(hotline, id), { force: true });
  let stray = 0;
  for (const name of await readdir(hotline.exportsFolder).catch(() => [])) {
    const path = join(hotline.exportsFolder, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (!/\.csv(\.part)?$/.test(name) || age < 2 * keepMs) continue;
    await rm(path, { force: true });
    stray++;
  }
  return expired.length + stray;
}
