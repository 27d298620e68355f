import { hasRole, type Person } from './data/session.ts';
import { administers, desksOf, mayLog, seesReports } from './desk/desks.ts';
import { paths } from './paths.ts';

/** Where a person's own work is: what opens after signing in. */
export function firstPage(person: Person): string {
  if (hasRole(person, ['agent'])) return paths.log();
  if (hasRole(person, ['manager']) && seesReports(person)) return paths.reports();
  const [desk] = desksOf(person);
  if (desk) return paths.desk(desk);
  if (mayLog(person)) return paths.log();
  return administers(person) ? paths.admin() : paths.reports();
}
