import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from './ceilings.ts';
import { backArrowsOf, countsOf, faultsOf, lengthFaults } from './faults.ts';
import { readSource } from './read.ts';

/** `pnpm lint` runs it: the rules of the house that no linter knows. With `--counts` it says how things stand. */
const { values } = parseArgs({ options: { counts: { type: 'boolean', default: false } } });
const root = join(import.meta.dirname, '../..');
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const files = new Map(
  listed
    .split('\n')
    .filter((path) => /\.(tsx?|css)$/.test(path) && existsSync(join(root, path)))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);
const sources = [...files]
  .filter(([path]) => /^(shared|db|server|web)\/src\/.*\.tsx?$/.test(path) && !/\.test(-support)?\.tsx?$/.test(path))
  .map(([path, text]) => readSource(path, text));
const lines = new Map([...files].map(([path, text]) => [path, text.split('\n').length - 1]));

if (values.counts) {
  console.log(countsOf(sources), [...backArrowsOf(sources, rules)]);
} else {
  const faults = [...faultsOf(sources, rules), ...lengthFaults(lines, rules.longFiles)];
  for (const fault of faults) console.error(fault);
  console.log(
    faults.length === 0
      ? `${files.size} files keep the rules of the house`
      : `${faults.length} faults against the rules`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
}
