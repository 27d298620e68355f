import { dirname, join } from 'node:path';
import { migrate, type Step, steps, storeVersion } from '@hotline/db/migrate';
import type { Store } from '@hotline/db/store/open';
import { storeFile } from '@hotline/db/store/storeFile';
import type { Instant } from '@hotline/shared/time/instant';
import { backup } from '../backup/backup.ts';

/** What was done: the steps that ran, and the backup of before. */
export type Upgraded = { readonly ran: readonly string[]; readonly backedUp: string | null };

/**
 * Brings a store to the newest schema; one that holds something is backed up first, beside it in `backups`.
 * @throws Error with a sentence for a database that is not ours or is a newer version's.
 */
export async function upgrade(
  store: Store,
  now: () => Instant,
  { withBackup = true, known = steps }: { withBackup?: boolean; known?: readonly Step[] } = {},
): Promise<Upgraded> {
  const version = await storeVersion(store, known);
  const isBehind = version > 0 && version < known.length;
  const backedUp = isBehind && withBackup ? (await backup(store, backupsBeside(store), now)).file : null;
  return { ran: await migrate(store, known), backedUp };
}

/** Beside the database file; with PostgreSQL in `data` below where the program was started. */
const backupsBeside = ({ engine, url }: Store) =>
  `${join(engine === 'sqlite' ? dirname(storeFile(url)) : 'data', 'backups')}/`;
