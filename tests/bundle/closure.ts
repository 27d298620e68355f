import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Nothing of a package that it does not need to run on a server. */
const left = /\/(better-sqlite3\/(deps|src)|prebuilds\/(darwin|win32|linuxmusl)[^/]*)(\/|$)|\.(map|d\.[cm]?ts|md)$/;

/**
 * Copies what the packages of this repository depend on when they run, and what that depends on in turn, as it lies in
 * `node_modules/.pnpm`: the links between them are relative, so they hold at any place.
 */
export function copyClosure(root: string, home: string, parts: readonly string[]): void {
  const copied = new Set<string>();
  for (const part of parts) {
    const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
      readFileSync(join(root, part, 'package.json'), 'utf8'),
    );
    for (const name of Object.keys(dependencies)) {
      const link = join(root, part, 'node_modules', name);
      const copy = join(home, part, 'node_modules', name);
      mkdirSync(dirname(copy), { recursive: true });
      symlinkSync(readlinkSync(link), copy);
      if (!name.startsWith('@hotline/')) copyPackage(root, home, realpathSync(link), copied);
    }
  }
}

/** `real` is …/.pnpm/<name@version>/node_modules/<name>; beside it lie links to what it needs. */
function copyPackage(root: string, home: string, real: string, copied: Set<string>): void {
  const beside = real.slice(0, real.lastIndexOf('/node_modules/') + '/node_modules'.length);
  if (copied.has(beside)) return;
  copied.add(beside);
  const copy = join(home, relative(root, beside));
  cpSync(beside, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.includes('/node_modules/.bin') && !left.test(path),
  });
  for (const link of linksIn(beside)) if (existsSync(link)) copyPackage(root, home, realpathSync(link), copied);
}

function linksIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name.startsWith('@') && !lstatSync(path).isSymbolicLink()) return linksIn(path);
    return lstatSync(path).isSymbolicLink() ? [path] : [];
  });
}
