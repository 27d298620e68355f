import { chmodSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copySqlite } from '@hotline/db/backup/copySqlite';
import { type Examined, examine, examineFile } from '@hotline/db/backup/examine';
import { makeFolder } from '@hotline/db/store/folder';
import type { Store } from '@hotline/db/store/open';
import { product } from '@hotline/db/store/stamp';
import { Refusal } from '@hotline/shared/refusal';
import type { Instant } from '@hotline/shared/time/instant';
import { dumpTo } from './dump.ts';
import { makeDurable } from './durable.ts';
import { digestOf, type Manifest, manifestOf } from './manifest.ts';
import { inName } from './putBack.ts';

export type Backup = { readonly file: string; readonly manifest: Manifest };

/**
 * Backs a store up while it is written to: everything that was acknowledged before it began is in it. `target` is a
 * folder, where the file is named after the instant, or the file itself; beside it comes its manifest, written last. Only
 * its owner may read both. The copy is examined before it counts as one.
 * @throws Error when the file is there already, or the copy breaks a promise of the store.
 */
export async function backup(
  store: Store,
  target: string,
  now: () => Instant,
  onProgress?: (done: number, all: number) => void,
): Promise<Backup> {
  const at = now();
  const file = fileFor(store, target, at);
  if (existsSync(file) || existsSync(manifestOf(file)))
    throw new Refusal('conflict', `${file} 已存在，不会覆盖。请另取一个名字。`);
  makeFolder(dirname(file));
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  try {
    const { version, head, rows } = await (store.engine === 'sqlite'
      ? copied(store, partial, onProgress)
      : dumped(store, partial));
    chmodSync(partial, 0o600);
    makeDurable(partial);
    const { seq, epoch } = head;
    const digest = await digestOf(partial);
    const manifest: Manifest = { product, engine: store.engine, version, at, epoch, seq, rows, ...digest };
    renameSync(partial, file);
    writeFileSync(`${manifestOf(file)}.partial`, `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(`${manifestOf(file)}.partial`, manifestOf(file));
    makeDurable(dirname(file));
    return { file, manifest };
  } finally {
    rmSync(partial, { force: true });
  }
}

type Taken = Pick<Examined, 'version' | 'head' | 'rows'>;

async function copied(store: Store, file: string, onProgress?: (done: number, all: number) => void): Promise<Taken> {
  await copySqlite(store.url, file, onProgress);
  const examined = await examineFile(file);
  demandWhole(examined.broken);
  return examined;
}

async function dumped(store: Store, file: string): Promise<Taken> {
  const { version, broken } = await examine(store);
  demandWhole(broken);
  const { rows, head } = await dumpTo(store, file);
  if (!head || rows['event'] !== head.seq)
    throw new Refusal('invalid', '备份与事件序号不符，请重试；仍不符时请运行 hotline verify。');
  return { version, head, rows };
}

function demandWhole(broken: readonly string[]): void {
  if (broken.length === 0) return;
  throw new Refusal(
    'invalid',
    `数据库核对不一致，备份不能算数：${broken.slice(0, 5).join('；')}。请保留此前的备份，运行 hotline verify，并联系维护人员。`,
  );
}

function fileFor({ engine }: Store, target: string, at: Instant): string {
  const isFolder = target.endsWith('/') || statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder) return join(dirname(target), basename(target));
  return join(target, `hotline-${inName(at)}${engine === 'sqlite' ? '.db' : '.jsonl.gz'}`);
}
