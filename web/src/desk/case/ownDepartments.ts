import { departmentStaff } from '@hotline/shared/people/roles';
import { type Department, useCatalog } from '../../data/catalog.ts';
import { hasRole, type Person, usePerson } from '../../data/session.ts';

/** The departments a person works for, with everything below them; empty for people of the centre. */
export function ownDepartmentsOf(person: Person, departments: ReadonlyMap<string, Department>): ReadonlySet<string> {
  if (!hasRole(person, departmentStaff)) return new Set();
  const below = [...departments.values()].filter((d) => person.grants.some((g) => d.path.startsWith(g.path)));
  return new Set(below.map((d) => d.id));
}

export const useOwnDepartments = () =>
  ownDepartmentsOf(
    usePerson(),
    useCatalog((s) => s.departments),
  );
