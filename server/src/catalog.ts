import { createHash } from 'node:crypto';
import { latestCalendar, latestRules, loadCatalog } from '@hotline/db/catalog';
import type { Db } from '@hotline/db/open';
import type { Catalog } from '@hotline/shared/api/catalog';
import type { Centre, Department, Directory } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import { verbNames, verbs } from '@hotline/shared/ticket/actions/index';
import type { Moment } from '@hotline/shared/ticket/verb';
import { compileCalendar } from '@hotline/shared/time/calendar';
import type { Instant } from '@hotline/shared/time/instant';

/** Organisations, categories, calendars and rules as they stand, held in memory and replaced as a whole when edited. */
export type LiveCatalog = {
  directory(): Directory;
  /** What a decision at this moment in this centre may depend on. */
  moment(centreId: string, at: Instant): Moment;
  /** What `GET /api/catalog` answers for people of this centre. */
  published(centreId: string): Catalog;
  reload(): Promise<void>;
};

export async function openCatalog(db: Db): Promise<LiveCatalog> {
  let held = await load(db);
  return {
    directory: () => held.directory,
    moment: (centreId, at) => {
      const clock = held.clocks.get(centreId);
      if (!clock) throw new Refusal('conflict', '本中心还没有工作日历或时限规则，请管理员先在“管理”中设置。');
      return { at, calendar: clock.calendar, rules: clock.rules, directory: held.directory };
    },
    published: (centreId) => {
      const published = held.published.get(centreId);
      if (!published) throw new Refusal('conflict', '本中心还没有工作日历，请管理员先在“管理”中设置。');
      return published;
    },
    reload: async () => {
      held = await load(db);
    },
  };
}

const verbForms = Object.fromEntries(
  verbNames.map((name) => {
    const { term, termEn, about, input } = verbs[name];
    return [name, { term, termEn, about, input: JSON.parse(JSON.stringify(input)) as unknown }];
  }),
);

async function load(db: Db) {
  const { centres, departments, categories, regions } = await loadCatalog(db);
  const parents = new Map(categories.map((c) => [c.id, c.parentId]));
  const line = (id: string | null | undefined): string[] => (id ? [...line(parents.get(id)), id] : []);
  const directory: Directory = {
    centres: new Map(centres.map((c): [string, Centre] => [c.id, c])),
    departments: new Map(
      departments.map((d): [string, Department] => [d.id, { ...d, requiresApproval: d.requiresApproval !== null }]),
    ),
    categoryPaths: new Map(categories.map((c) => [c.id, line(c.id)])),
  };
  const clocks = new Map<string, Pick<Moment, 'calendar' | 'rules'>>();
  const published = new Map<string, Catalog>();
  for (const centre of centres) {
    const data = await latestCalendar(db, centre.id);
    const rules = await latestRules(db, centre.id);
    if (!data || !rules) continue;
    clocks.set(centre.id, { calendar: compileCalendar(data), rules });
    const body = {
      centres: centres.map(({ id, path, name, regionCode, utcOffsetMinutes }) => ({
        id,
        path,
        name,
        regionCode,
        utcOffsetMinutes,
      })),
      departments: departments
        .filter((d) => d.centreId === centre.id && d.retiredAt === null)
        .map(({ id, centreId, parentId, path, name, shortName, duties, requiresApproval }) => ({
          id,
          centreId,
          parentId,
          path,
          name,
          shortName,
          duties,
          requiresApproval: requiresApproval !== null,
        })),
      categories: categories
        .filter((c) => c.centreId === centre.id)
        .map(({ id, parentId, name, level }) => ({ id, parentId, name, level })),
      regions: regions.map(({ code, parentCode, name }) => ({ code, parentCode, name })),
      verbs: verbForms,
      calendar: data,
    };
    const version = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 16);
    published.set(centre.id, { version, ...body });
  }
  return { directory, clocks, published };
}
