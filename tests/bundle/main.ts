import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyClosure } from './closure.ts';
import { command, readme, startScript } from './texts.ts';

/**
 * `pnpm bundle`: one archive with the program, what it needs, the built pages and Node for linux x64 and arm64. Unpacked on
 * a server of an intranet it starts without any registry: `./start.sh`. Written to `bundle/` unless told otherwise.
 */
const root = resolve(import.meta.dirname, '../..');
const manifest: { version: string; optionalDependencies: Record<string, string> } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const { version } = manifest;
const name = `hotline-${version}-linux`;
const target = resolve(process.argv[2] ?? join(root, 'bundle'));
const staging = mkdtempSync(join(tmpdir(), 'hotline-bundle-'));
const home = join(staging, name);

try {
  if (!existsSync(join(root, 'web/dist/console/bundle.json')))
    throw new Error('还没有网页，请先运行 pnpm build（pnpm bundle 会自动运行）。');
  mkdirSync(home);
  for (const part of ['shared', 'db', 'server']) {
    mkdirSync(join(home, part));
    cpSync(join(root, part, 'package.json'), join(home, part, 'package.json'));
    cpSync(join(root, part, 'src'), join(home, part, 'src'), {
      recursive: true,
      filter: (path) => !/\.test(-support)?\.ts$/.test(path),
    });
  }
  cpSync(join(root, 'web/dist'), join(home, 'web/dist'), { recursive: true });
  cpSync(join(root, 'LICENSE'), join(home, 'LICENSE'));
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ name: 'hotline', version, private: true, type: 'module' }),
  );
  copyClosure(root, home, ['server', 'db', 'shared']);
  for (const cpu of ['x64', 'arm64']) copyNode(cpu);
  for (const [file, text] of [
    ['start.sh', startScript],
    ['hotline', command],
    ['README.txt', readme],
  ] as const) {
    writeFileSync(join(home, file), text);
    if (file !== 'README.txt') chmodSync(join(home, file), 0o755);
  }
  mkdirSync(target, { recursive: true });
  const archive = join(target, `${name}.tar.gz`);
  execFileSync('tar', ['-czf', archive, '-C', staging, name], { stdio: 'inherit' });
  console.log(archive);
} finally {
  rmSync(staging, { recursive: true, force: true });
}

/** The Node the program is tested with; this machine’s own comes along with it, the other one as the same package. */
function copyNode(cpu: string): void {
  const wanted = `node-linux-${cpu}`;
  const folder = join(staging, `fetch-${cpu}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const args = [
    '--yes',
    'pnpm@12.21.0',
    'add',
    `--cpu=${cpu}`,
    '--os=linux',
    `${wanted}@${manifest.optionalDependencies[wanted]}`,
  ];
  execFileSync('npx', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  mkdirSync(join(home, 'node', cpu), { recursive: true });
  cpSync(join(folder, 'node_modules', wanted, 'bin/node'), join(home, 'node', cpu, 'node'), { dereference: true });
  chmodSync(join(home, 'node', cpu, 'node'), 0o755);
}
