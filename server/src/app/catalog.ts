import { createHash } from 'node:crypto';
import { restorationsOf } from '@hotline/db/backup/anew';
import { loadCatalog } from '@hotline/db/centre/catalog';
import { revisionOf } from '@hotline/db/centre/centres';
import { calendarVersions, ruleSetVersions, schemeSetOf } from '@hotline/db/centre/versions';
import type { Db } from '@hotline/db/store/open';
import type { Catalog } from '@hotline/shared/api/catalog';
import { verbForms } from '@hotline/shared/api/verbForms';
import { defaultSchemes } from '@hotline/shared/assessment/defaultSchemes';
import type { SchemeSet } from '@hotline/shared/assessment/schemes';
import type { Actor } from '@hotline/shared/people/actor';
import type { Centre, Department, Directory } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import type { Moment } from '@hotline/shared/ticket/verb';
import { type Calendar, compileCalendar } from '@hotline/shared/time/calendar/calendar';
import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import type { Instant } from '@hotline/shared/time/instant';
import type { RuleSet } from '@hotline/shared/time/rules/rules';

/** Organisations, categories, calendars and rules as they stand, held in memory and replaced as a whole when edited. */
export type LiveCatalog = {
  directory(): Directory;
  /** The calendar and rules in force in this centre, with every earlier version. @throws Refusal conflict where it has none yet */
  clocks(centreId: string): { readonly calendar: Calendar; readonly rules: RuleSet };
  /** What a decision of this actor at this moment in this centre may depend on. */
  moment(centreId: string, at: Instant, actor: Actor): Moment;
  /** How this centre makes scores of its figures. */
  schemes(centreId: string): SchemeSet;
  /** What `GET /api/catalog` answers for people of this centre. */
  published(centreId: string): Catalog;
  reload(): Promise<void>;
  /** Reads again what another node has changed, if it has. */
  refresh(): Promise<void>;
};

export async function openCatalog(db: Db): Promise<LiveCatalog> {
  const compiled = calendarCache();
  let held = await load(db, compiled);
  return {
    directory: () => held.directory,
    clocks: (centreId) => clocksOf(held, centreId),
    moment: (centreId, at, actor) => ({
      actor,
      at,
      ...clocksOf(held, centreId),
      directory: held.directory,
      restorations: held.restorations,
    }),
    schemes: (centreId) => held.schemes.get(centreId) ?? defaultSchemes(),
    published: (centreId) => {
      const published = held.published.get(centreId);
      if (!published) throw new Refusal('conflict', '本中心还没有工作日历，请管理员先在“管理”中设置。');
      return published;
    },
    reload: async () => {
      held = await load(db, compiled);
    },
    refresh: async () => {
      if ((await revisionOf(db)) !== held.revision) held = await load(db, compiled);
    },
  };
}

function clocksOf({ clocks }: Held, centreId: string) {
  const found = clocks.get(centreId);
  if (!found) throw new Refusal('conflict', '本中心还没有工作日历或时限规则，请管理员先在“管理”中设置。');
  return found;
}

/** A version never changes: it is compiled once. */
function calendarCache(): (data: CalendarData) => Calendar {
  const known = new Map<string, Calendar>();
  return (data) => {
    const key = `${data.id} ${data.version}`;
    const calendar = known.get(key) ?? compileCalendar(data);
    known.set(key, calendar);
    return calendar;
  };
}

type Held = Awaited<ReturnType<typeof load>>;

async function load(db: Db, compiled: (data: CalendarData) => Calendar) {
  // Read first: what changes while the rest is read makes the next refresh read again.
  const revision = await revisionOf(db);
  const { centres, departments, categories, regions } = await loadCatalog(db);
  const parents = new Map(categories.map((c) => [c.id, c.parentId]));
  const line = (id: string | null | undefined): string[] => (id ? [...line(parents.get(id)), id] : []);
  // A centre without categories of its own shares those of the first.
  const withOwn = new Set(categories.map((c) => c.centreId));
  const sortedBy = (centreId: string) => (withOwn.has(centreId) ? centreId : centres[0]?.id);
  const directory: Directory = {
    centres: new Map(centres.map((c): [string, Centre] => [c.id, c])),
    departments: new Map(
      departments.map((d): [string, Department] => [d.id, { ...d, requiresApproval: d.requiresApproval !== null }]),
    ),
    categoryPaths: new Map(categories.map((c) => [c.id, line(c.id)])),
    regionCodes: new Set(regions.map((r) => r.code)),
  };
  const clocks = new Map<string, { calendar: Calendar; rules: RuleSet }>();
  const published = new Map<string, Catalog>();
  const schemes = new Map<string, SchemeSet>();
  for (const centre of centres) {
    const set = await schemeSetOf(db, centre.id);
    if (set) schemes.set(centre.id, set);
    const versions = await calendarVersions(db, centre.id);
    const ruleSets = await ruleSetVersions(db, centre.id);
    const [data, rules] = [versions.at(-1)?.data, ruleSets.at(-1)];
    if (!data || !rules) continue;
    clocks.set(centre.id, { calendar: compiled(data), rules });
    const body = {
      centreId: centre.id,
      centres: centres.map(({ id, path, name, regionCode, areaCode, utcOffsetMinutes }) => ({
        id,
        path,
        name,
        regionCode,
        areaCode,
        utcOffsetMinutes,
      })),
      departments: departments
        .filter((d) => d.centreId === centre.id && d.retiredAt === null)
        .map(({ id, centreId, parentId, path, name, shortName, duties, phone, requiresApproval }) => ({
          id,
          centreId,
          parentId,
          path,
          name,
          shortName,
          duties,
          phone,
          requiresApproval: requiresApproval !== null,
        })),
      categories: categories
        .filter((c) => c.centreId === sortedBy(centre.id))
        .map(({ id, parentId, name, level }) => ({ id, parentId, name, level })),
      regions: regions.map(({ code, parentCode, name }) => ({ code, parentCode, name })),
      verbs: verbForms,
      calendar: data,
    };
    const version = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 16);
    published.set(centre.id, { version, ...body });
  }
  return { revision, directory, clocks, schemes, published, restorations: await restorationsOf(db) };
}
