import type { Department, Directory } from '@hotline/shared/people/directory';
import { wrong } from './fit.ts';

/** A department of this centre by id, by code, or by its full or short name. @throws Refusal where there is not exactly one */
export function departmentReader(directory: Directory, centreId: string): (name: string) => string {
  const departments = [...directory.departments.values()].filter((d) => d.centreId === centreId);
  const known = new Map<string, string>();
  return (name) => {
    const id = known.get(name) ?? named(departments, name);
    known.set(name, id);
    return id;
  };
}

/** Exactly named first; else but for spaces, brackets of the other width, and the city's own name in front. */
function named(departments: readonly Department[], name: string): string {
  const exact = departments.filter(
    (d) => d.id === name || d.path.endsWith(`.${name}.`) || d.name === name || d.shortName === name,
  );
  const found =
    exact.length > 0 ? exact : departments.filter((d) => [d.name, d.shortName].map(loose).includes(loose(name)));
  const inUse = found.filter((d) => !d.retiredAt);
  const [only] = inUse.length === 1 ? inUse : found;
  if (only && (found.length === 1 || inUse.length === 1)) return only.id;
  throw found.length === 0
    ? wrong('department', 'unknown', `没有承办单位「${name.slice(0, 40)}」，请先建立该单位，或在对应关系中指定`)
    : wrong('department', 'ambiguous', `有 ${found.length} 个承办单位叫「${name.slice(0, 40)}」，请改用单位编号`);
}

const loose = (name: string) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
