import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { product } from '@hotline/db/store/stamp';
import { Refusal } from '@hotline/shared/refusal';
import { Instant, object } from '@hotline/shared/schema';
import * as Type from 'typebox';
import { Check } from 'typebox/value';

/** What stands beside a backup: without it the backup was not finished, and what it says is what the file must be. */
const Manifest = object({
  product: Type.Literal(product),
  engine: Type.Enum(['sqlite', 'postgres']),
  /** How many steps the store had been through. */
  version: Type.Integer({ minimum: 1 }),
  /** When the backup began: what was committed before is in it. */
  at: Instant,
  epoch: Type.String(),
  /** Number of its last event. */
  seq: Type.Integer({ minimum: 0 }),
  rows: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
  bytes: Type.Integer({ minimum: 0 }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});
export type Manifest = Type.Static<typeof Manifest>;

export const manifestOf = (file: string) => `${file}.json`;

/** @throws Error when the backup is not finished, not ours, or no longer what it was. */
export async function readManifest(file: string): Promise<Manifest> {
  const text = readText(manifestOf(file));
  if (text === null)
    throw new Refusal('notFound', `没有 ${manifestOf(file)}：备份没有完成，或只复制了一半。请改用另一份备份。`);
  const manifest = parsed(text);
  if (!Check(Manifest, manifest))
    throw new Refusal('invalid', `${manifestOf(file)} 不是本系统的备份说明。请核对文件。`);
  const found = await digestOf(file).catch(() => null);
  if (found === null) throw new Refusal('notFound', `没有备份文件 ${file}。`);
  if (found.bytes !== manifest.bytes || found.sha256 !== manifest.sha256) {
    const difference =
      found.bytes === manifest.bytes ? '大小相同，校验值不同' : `应为 ${manifest.bytes} 字节，现为 ${found.bytes} 字节`;
    throw new Refusal(
      'conflict',
      `备份文件 ${file} 已不是备份时的内容（${difference}），可能被截断或改动。未作任何恢复，请改用另一份备份。`,
    );
  }
  return manifest;
}

export async function digestOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
