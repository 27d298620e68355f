import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { administer, databaseUrl } from './stores.ts';

/** Where a store can be put that nobody has used: an empty PostgreSQL database, or a file that is not there yet. */
export async function emptyPlace(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject('postgresUrl');
  if (!server) {
    const folder = temporaryFolder();
    return { url: `file:${join(folder.path, 'hotline.db')}`, drop: async () => folder.drop() };
  }
  const name = `p${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  await administer(server, `create database ${name}`);
  return {
    url: databaseUrl(server, name),
    drop: () => administer(server, `drop database ${name} with (force)`),
  };
}

export function temporaryFolder(): { path: string; drop: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'hotline-'));
  return { path, drop: () => rmSync(path, { recursive: true, force: true }) };
}
