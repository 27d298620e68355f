import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syllableTable } from './syllables.ts';

/** `pnpm tables`: writes the tables that are made from a library and checked in. */
const file = join(import.meta.dirname, '../../shared/src/search/syllables.ts');
const lines = syllableTable().match(/.{1,110}(?: |$)|.+?(?: |$)/g) ?? [];
const text = readFileSync(file, 'utf8').replace(
  /(export const syllables =\n)[\s\S]*$/,
  (_, head: string) => `${head}${lines.map((line) => `  '${line}'`).join(' +\n')};\n`,
);
writeFileSync(file, text);
execFileSync('pnpm', ['exec', 'biome', 'format', '--write', file], { stdio: 'inherit' });
