import { join } from 'node:path';
import { build } from 'vite';

/** Builds the web app once before the browser tests. */
export default async function setup(): Promise<void> {
  const root = join(import.meta.dirname, '../../web');
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
}
