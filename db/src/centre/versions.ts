import type { SchemeSet } from '@hotline/shared/assessment/schemes';
import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import type { RuleSet } from '@hotline/shared/time/rules/rules';
import type { Db, Tx } from '../store/open.ts';
import { insertRow } from '../store/rows.ts';

export type CalendarVersion = { since: string; data: CalendarData };

/** Every version of a centre's calendar, oldest first, parsed here and nowhere else. */
export async function calendarVersions(db: Db, centreId: string): Promise<CalendarVersion[]> {
  const rows = await db
    .selectFrom('calendar')
    .select(['createdAt', 'data'])
    .where('centreId', '=', centreId)
    .orderBy('version')
    .execute();
  return rows.map(({ createdAt, data }) => ({ since: createdAt, data: JSON.parse(data) as CalendarData }));
}

/** Every version of a centre's deadline rules, oldest first, parsed here and nowhere else. */
export async function ruleSetVersions(db: Db, centreId: string): Promise<RuleSet[]> {
  const rows = await db
    .selectFrom('ruleSet')
    .select(['id', 'version', 'rules'])
    .where('centreId', '=', centreId)
    .orderBy('version')
    .execute();
  return rows.map(({ id, version, rules }) => ({ id, version, rules: JSON.parse(rules) as RuleSet['rules'] }));
}

/** A version of a centre's assessment schemes, the newest where none is named; parsed here and nowhere else. */
export async function schemeSetOf(db: Db, centreId: string, version?: number): Promise<SchemeSet | null> {
  const row = await db
    .selectFrom('schemeSet')
    .select('data')
    .where('centreId', '=', centreId)
    .$if(version !== undefined, (q) => q.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? (JSON.parse(row.data) as SchemeSet) : null;
}

/** Who made which version, when and in which words, newest first. */
export const versionsMade = (db: Db, table: 'calendar' | 'ruleSet' | 'schemeSet', centreId: string) =>
  db
    .selectFrom(table)
    .leftJoin('person', 'person.id', `${table}.createdBy`)
    .select([
      `${table}.version as version`,
      `${table}.createdAt as at`,
      `${table}.createdBy as createdBy`,
      `${table}.note as note`,
      'person.name as name',
    ])
    .where(`${table}.centreId`, '=', centreId)
    .orderBy(`${table}.version`, 'desc')
    .execute();

type Made = { centreId: string; note: string | null; createdAt: string; createdBy: string };

/** The next version; the store itself refuses a second one of the same number. */
export const insertCalendar = (tx: Tx, data: CalendarData, made: Made) =>
  insertRow(tx, 'calendar', {
    id: `${data.id}-${data.version}`,
    version: data.version,
    data: JSON.stringify(data),
    ...made,
  });

export const insertRuleSet = (tx: Tx, set: RuleSet, made: Made) =>
  insertRow(tx, 'ruleSet', { id: set.id, version: set.version, rules: JSON.stringify(set.rules), ...made });

export const insertSchemeSet = (tx: Tx, set: SchemeSet, made: Made) =>
  insertRow(tx, 'schemeSet', {
    id: `${made.centreId}-schemes-${set.version}`,
    version: set.version,
    data: JSON.stringify(set),
    ...made,
  });
