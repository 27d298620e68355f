import { existsSync, readFileSync } from 'node:fs';
import { steps, storeVersion } from '@hotline/db/migrate';
import { lockStore } from '@hotline/db/store/lock';
import { engineOf, openStore, type Store } from '@hotline/db/store/open';
import { storeFile } from '@hotline/db/store/storeFile';
import { Refusal } from '@hotline/shared/refusal';
import { readConfig } from '../app/config.ts';

/** A module of this folder: stdout is for data, stderr for people; answers the exit code. */
export type Command = { usage: string; run(args: string[]): Promise<number> };

export const exits = { ok: 0, failed: 1, usage: 2, partial: 3 } as const;

/** Options every command has; `--database` outranks `HOTLINE_DATABASE`. */
export const commonOptions = { database: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Wrong use of a command, answered with its usage: code as `parseArgs` has it. */
export const misuse = (sentence: string): Error =>
  Object.assign(new Error(sentence), { code: 'ERR_PARSE_ARGS_MISUSE' });

/**
 * Opens the store for one command and closes it after. A command that writes holds the store's lock, so that no server
 * and no other command writes meanwhile; one that only reads needs none. `whereHeld` says what to do where another has it.
 */
export async function withStore<T>(
  database: string | undefined,
  use: { writes: string | null; mustExist?: boolean; whereHeld?: string },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const url = databaseUrl(database);
  if (use.mustExist && engineOf(url) === 'sqlite' && !existsSync(storeFile(url)))
    throw new Refusal('notFound', `没有数据库文件 ${storeFile(url)}，请先用 hotline init 建立。`);
  const release = use.writes === null ? () => undefined : lockStore(url, use.writes, use.whereHeld);
  try {
    const store = openStore(url);
    return await ready(store, use)
      .then(() => work(store))
      .finally(() => store.close());
  } finally {
    release();
  }
}

/** A command that brings no schema of its own works on one of this version. */
async function ready(store: Store, { mustExist }: { mustExist?: boolean }): Promise<void> {
  const version = await storeVersion(store);
  if (mustExist && version < steps.length)
    throw new Refusal('conflict', '数据库还不是本程序的版本，请先运行 hotline migrate。');
}

/** The store a command is about. */
export const databaseUrl = (given: string | undefined): string =>
  readConfig({ ...process.env, ...(given === undefined ? {} : { HOTLINE_DATABASE: given }) }).database;

/** @throws Refusal when there is no such file or it is not JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal('unavailable', `无法读取 ${file}：${(error as Error).message}`);
  }
}
