import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syllableTable } from './syllables.ts';
import { variantTable } from './variants.ts';

/** `pnpm tables`: writes the tables that are made from a library and checked in. */
const folder = join(import.meta.dirname, '../../shared/src');
write('search', 'syllables', syllableTable().match(/.{1,110}(?: |$)|.+?(?: |$)/g) ?? []);
write('text', 'variants', variantTable().match(/.{1,110}/g) ?? []);

/** Puts the table in the place of the one its file exports, and leaves the file's head as it is. */
function write(room: string, name: string, lines: readonly string[]): void {
  const file = join(folder, room, `${name}.ts`);
  const [head = ''] = readFileSync(file, 'utf8').split(`export const ${name} =`);
  writeFileSync(file, `${head}export const ${name} =\n${lines.map((line) => `  '${line}'`).join(' +\n')};\n`);
  execFileSync('pnpm', ['exec', 'biome', 'format', '--write', file], { stdio: 'inherit' });
}
