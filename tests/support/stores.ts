import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@hotline/db/store/open';
import { seedDemo } from '@hotline/server/demo/seed';
import pg from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** A database one may connect to in order to make others; empty in the projects that run on SQLite. */
    postgresUrl: string;
    /** The database, or the file, in which the demo city was founded: a thousand statements once instead of per story. */
    template: string;
  }
}

/** A store of its own with the demo city founded and nothing in it yet, and how to be rid of it. */
export async function foundedStore(): Promise<{ store: Store; drop: () => Promise<void> }> {
  const [url, template] = [inject('postgresUrl'), inject('template')];
  if (!url) {
    const folder = mkdtempSync(join(tmpdir(), 'hotline-'));
    const file = join(folder, 'hotline.db');
    copyFileSync(template, file);
    return { store: openStore(`file:${file}`), drop: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  const name = `t${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  await administer(url, `create database ${name} template ${template}`);
  return {
    store: openStore(databaseUrl(url, name)),
    drop: () => administer(url, `drop database ${name} with (force)`),
  };
}

/** Founds the city long before every story: when it was founded plays no part in any. */
export async function foundCity(storeUrl: string): Promise<void> {
  const store = openStore(storeUrl);
  await seedDemo(store, { now: '2025-12-31T02:00:00.000Z', days: 0 });
  await store.close();
}

export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export const databaseUrl = (url: string, name: string) => url.replace(/\/[^/]*$/, `/${name}`);
