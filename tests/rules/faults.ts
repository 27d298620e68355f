import { posix } from 'node:path';
import type { Source } from './read.ts';

export type Rules = {
  ceilings: Readonly<Record<'longFunctions' | 'casts' | 'namesExportedTwice' | 'lengthsOnScreens', number>>;
  longFiles: Readonly<Record<string, number>>;
  rooms: Readonly<Record<string, readonly string[]>>;
  otherRoom: Readonly<Record<string, string>>;
  backArrows: readonly string[];
  secureHomes: Readonly<Record<string, string>>;
  outside: Readonly<Record<string, readonly string[]>>;
};

/** What breaks the rules, a sentence each, with where. Empty: nothing. */
export function faultsOf(sources: readonly Source[], rules: Rules): string[] {
  return [
    ...sources.flatMap((s) => ownFaults(s, rules)),
    ...arrowFaults(sources, rules),
    ...countFaults(sources, rules),
  ];
}

/** Files that grew past what is allowed, and allowances nobody needs any more. */
export function lengthFaults(lines: ReadonlyMap<string, number>, longFiles: Rules['longFiles']): string[] {
  const tooLong = [...lines].filter(([path, n]) => n > (longFiles[path] ?? mostLines));
  const lower = Object.entries(longFiles).filter(([path, most]) => (lines.get(path) ?? 0) < most);
  return [
    ...tooLong.map(
      ([path, n]) => `${path} has ${n} lines, at most ${longFiles[path] ?? mostLines}: what second thing does it do?`,
    ),
    ...lower.map(([path]) => `tests/rules/ceilings.ts: ${path} is down to ${lines.get(path) ?? 0} lines, say so`),
  ];
}
const mostLines = 300;

/** What stands today, for the ceilings. */
export function countsOf(sources: readonly Source[]): Rules['ceilings'] {
  const files = new Map<string, number>();
  for (const { path, exports } of sources)
    for (const name of new Set(exports)) {
      const key = `${packageOf(path)} ${name}`;
      files.set(key, (files.get(key) ?? 0) + 1);
    }
  return {
    longFunctions: sources.flatMap((s) => s.longFunctions).length,
    casts: sources.reduce((sum, s) => sum + s.casts, 0),
    namesExportedTwice: [...files.values()].filter((n) => n > 1).length,
    lengthsOnScreens: lengthsOnScreens(sources).length,
  };
}

/** Arrows between rooms that point back, with where each begins. */
export function backArrowsOf(sources: readonly Source[], rules: Rules): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, imports } of sources)
    for (const { from, line } of imports) {
      if (!from.startsWith('.')) continue;
      const target = posix.join(posix.dirname(path), from);
      const [own, other] = [roomOf(path, rules), roomOf(target, rules)];
      const order = rules.rooms[packageOf(path)] ?? [];
      if (own === null || other === null || order.indexOf(other) <= order.indexOf(own)) continue;
      found.set(`${packageOf(path)}: ${own} → ${other}`, `${path}:${line}`);
    }
  return found;
}

function ownFaults({ path, imports, impure, secure, cutters }: Source, own: Rules): string[] {
  const { rooms, outside, otherRoom, secureHomes } = own;
  const faults: string[] = [];
  const home = packageOf(path);
  for (const { from, line } of imports) {
    const isInside = from.startsWith('.') && posix.join(posix.dirname(path), from).startsWith(`${home}/`);
    const allowed = outside[home] ?? [];
    const isOurs = from.startsWith('@hotline/') || from.startsWith('node:');
    const may = allowed.some(
      (name) => from === name || from.startsWith(`${name}/`) || (name.endsWith(':') && from.startsWith(name)),
    );
    if (!isInside && !may && (isOurs || from.startsWith('.') || !allowed.includes('*')))
      faults.push(`${path}:${line} ${home} does not import ${from}`);
  }
  if (home === 'shared')
    faults.push(...impure.map((i) => `${path}:${i.line} shared knows no clock and no chance: ${i.what}`));
  if (home === 'web')
    for (const { line, what } of secure)
      if (secureHomes[what] !== path)
        faults.push(`${path}:${line} ${what} is missing on pages that came by plain http${homeOf(secureHomes[what])}`);
  faults.push(...cutters.map((line) => `${path}:${line} cuts what is put in without a word: into a Field with it`));
  const room = roomOf(path, { rooms, otherRoom });
  if (room !== null && !rooms[home]?.includes(room))
    faults.push(`${path} lies in ${room}, a room without its place in the order`);
  return faults;
}

const homeOf = (home: string | undefined) => (home ? `: ask ${home}` : '');

function arrowFaults(sources: readonly Source[], rules: Rules): string[] {
  const found = backArrowsOf(sources, rules);
  const added = [...found].filter(([arrow]) => !rules.backArrows.includes(arrow));
  const gone = rules.backArrows.filter((arrow) => !found.has(arrow));
  return [
    ...added.map(([arrow, where]) => `${where} points back between rooms: ${arrow}`),
    ...gone.map((arrow) => `tests/rules/ceilings.ts: the back arrow ${arrow} is gone, take it off the list`),
  ];
}

function countFaults(sources: readonly Source[], { ceilings }: Rules): string[] {
  const counts = countsOf(sources);
  return Object.entries(ceilings).flatMap(([name, most]) => {
    const count = counts[name as keyof typeof counts];
    if (count < most) return [`tests/rules/ceilings.ts: ${name} is down to ${count}, lower it from ${most}`];
    if (count === most) return [];
    const where = placesOf[name]?.(sources).join(', ');
    return [`${name}: ${count}, at most ${most}${where ? `: ${where}` : ''}`];
  });
}

/** How long a text may be is said by its schema alone (`maxLengthOf`, `useTextField`). */
const lengthsOnScreens = (sources: readonly Source[]) =>
  sources.flatMap(({ path, lengths }) => (packageOf(path) === 'web' ? lengths.map((line) => `${path}:${line}`) : []));

const longOnes = (sources: readonly Source[]) =>
  sources.flatMap((s) => s.longFunctions.map((f) => `${s.path}:${f.line} (${f.lines})`));

const placesOf: Readonly<Record<string, (sources: readonly Source[]) => string[]>> = {
  longFunctions: longOnes,
  lengthsOnScreens,
};

const packageOf = (path: string) => path.slice(0, path.indexOf('/'));

/** The room a file lies in; null for what stands above all rooms and for tests, which may look anywhere. */
function roomOf(path: string, { otherRoom }: Pick<Rules, 'otherRoom' | 'rooms'>): string | null {
  const [, src, room, ...rest] = path.split('/');
  return otherRoom[path] ?? (src === 'src' && rest.length > 0 ? (room ?? null) : null);
}
