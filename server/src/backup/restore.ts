import { randomUUID } from 'node:crypto';
import { type Anew, beginAnew } from '@hotline/db/backup/anew';
import { steps } from '@hotline/db/migrate';
import { lockStore } from '@hotline/db/store/lock';
import { engineOf } from '@hotline/db/store/open';
import { versionOf } from '@hotline/db/store/stamp';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import { type Manifest, readManifest } from './manifest.ts';
import type { PutBack } from './putBack.ts';
import { putBackPostgres } from './restorePostgres.ts';
import { putBackSqlite } from './restoreSqlite.ts';

export type Restored = Anew & {
  readonly manifest: Manifest /** Where what stood there before was put. */;
  readonly kept: string | null;
};

/**
 * Puts a backup back as the store at `url`, in place of what stands there only where `replace` says so; a server that runs
 * on it refuses. Nothing is changed until the backup was found to be what its manifest says.
 * @throws Error or Refusal with a sentence: no such backup or a damaged one, a newer version's, a store that is in use or not empty.
 */
export async function restore(
  file: string,
  url: string,
  options: { replace: boolean; now: () => Instant; keepIn?: string },
): Promise<Restored> {
  const release = lockStore(url, 'hotline restore');
  try {
    const manifest = await readManifest(file);
    const engine = engineOf(url);
    if (manifest.engine !== engine)
      throw new Refusal(
        'invalid',
        `这份备份来自 ${names[manifest.engine]}，不能恢复到 ${names[engine]}。请核对 --database。`,
      );
    versionOf({ tables: Object.keys(manifest.rows), stamp: manifest }, steps.length);
    const at = options.now();
    const anew: Parameters<PutBack>[0]['anew'] = (tx, counted) =>
      beginAnew(tx, { at, backupAt: manifest.at, epoch: randomUUID(), counted });
    const putBack = engine === 'sqlite' ? putBackSqlite : putBackPostgres;
    return {
      manifest,
      ...(await putBack({
        file,
        manifest,
        url,
        replace: options.replace,
        at,
        keepIn: options.keepIn ?? 'data/backups',
        anew,
      })),
    };
  } finally {
    release();
  }
}

const names = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const;
