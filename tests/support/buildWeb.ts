import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The web app as it was built for this run. */
    webRoot: string;
  }
}

/** Builds the web app once before the browser tests, beside and not in place of what `pnpm build` made. */
export default async function setup(project: TestProject): Promise<() => void> {
  const web = await buildWeb();
  project.provide('webRoot', web.root);
  return web.drop;
}

/** The web app as people get it, built into a folder of its own. */
export async function buildWeb(): Promise<{ root: string; drop: () => void }> {
  const root = join(import.meta.dirname, '../../web');
  const outDir = mkdtempSync(join(tmpdir(), 'hotline-web-'));
  const before = process.env['NODE_ENV'];
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
  // A build sets it for itself; whatever runs beside it was promised another.
  if (before === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = before;
  return { root: outDir, drop: () => rmSync(outDir, { recursive: true, force: true }) };
}
