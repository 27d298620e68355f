import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** A file of real data kept beside the checkout (or in `HOTLINE_DATA`), never in it; null, said aloud, where there is none. */
export function realData(path: string): string | null {
  const file = join(process.env['HOTLINE_DATA'] ?? join(root, '../shared/data'), path);
  if (existsSync(file)) return file;
  console.warn(`skipped: no ${file}; set HOTLINE_DATA to the folder that has ${path}`);
  return null;
}
