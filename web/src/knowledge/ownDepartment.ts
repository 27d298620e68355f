import { departmentStaff } from '@hotline/shared/people/roles';
import type { Person } from '../data/session.ts';

/** The department a person works for, where it is one and he is not of the centre. */
export function ownDepartmentId(
  { grants }: Pick<Person, 'grants'>,
  departments: ReadonlyMap<string, { readonly id: string; readonly path: string }>,
): string | null {
  const own = grants.filter(({ role }) => departmentStaff.includes(role)).map(({ path }) => path);
  return [...departments.values()].find(({ path }) => own.includes(path))?.id ?? null;
}
