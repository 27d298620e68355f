import type { Catalog } from '@hotline/shared/api/catalog';
import { type Calendar, compileCalendar } from '@hotline/shared/time/calendar/calendar';
import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import { useCallback } from 'react';
import { api } from './api.ts';
import { personStore, personValue } from './personStore.ts';

type Option = { value: string; label: string };
export type Department = Catalog['departments'][number];
type Known = {
  centres: Catalog['centres'];
  centreName: string;
  offsetMinutes: number;
  /** 区号 of the centre; null: not said. */
  areaCode: string | null;
  /** Null where the calendar is missing or broken: countdowns then show the plain time. */
  calendar: Calendar | null;
  departments: ReadonlyMap<string, Department>;
  departmentOptions: readonly Option[];
  categoryLabels: ReadonlyMap<string, string>;
  /** Category id → its ancestors and itself. */
  categoryLines: ReadonlyMap<string, readonly string[]>;
  categoryOptions: readonly Option[];
  regionLabels: ReadonlyMap<string, string>;
  /** As a place is said inside the city: «闽侯县洋里乡», without the city itself. */
  regionPlaces: ReadonlyMap<string, string>;
  regionOptions: readonly Option[];
  verbs: Catalog['verbs'];
};

const emptyCatalog: Known = {
  centres: [],
  centreName: '',
  offsetMinutes: 480,
  areaCode: null,
  calendar: null,
  departments: new Map(),
  departmentOptions: [],
  categoryLabels: new Map(),
  categoryLines: new Map(),
  categoryOptions: [],
  regionLabels: new Map(),
  regionPlaces: new Map(),
  regionOptions: [],
  verbs: {},
};

export const useCatalog = personStore<Known>(() => emptyCatalog);

/** Whether the names of departments, places and the centre have been read: without them a page would jump as they come. */
export const useIsCatalogRead = () => useCatalog((s) => s !== emptyCatalog);

/** Where nothing has changed, nothing is drawn again. */
export async function loadCatalog(): Promise<void> {
  const catalog = await api.call('catalog', {});
  const source = JSON.stringify(catalog);
  if (shown.current === source) return;
  shown.current = source;
  useCatalog.setState(read(catalog));
}

const shown = personValue<string | null>(() => null);
const everyMs = 10 * 60_000;

/**
 * Reads it again now and then, which costs an answer without a body: a console stays open for days, and meanwhile a
 * calendar is imported, a department founded or renamed. Returns how to stop.
 */
export function watchCatalog(): () => void {
  const timer = setInterval(() => void loadCatalog().catch(() => undefined), everyMs);
  return () => clearInterval(timer);
}

/** Short name of a department, for rows and timelines. */
export const useDepartmentName = () => {
  const departments = useCatalog((s) => s.departments);
  return useCallback((id: string) => departments.get(id)?.shortName ?? id, [departments]);
};

function read(catalog: Catalog): Known {
  const categories = new Map(catalog.categories.map((c) => [c.id, { parent: c.parentId, name: c.name }]));
  const regions = new Map(catalog.regions.map((r) => [r.code, { parent: r.parentCode, name: r.name }]));
  const parents = new Set(catalog.categories.map((c) => c.parentId));
  const labels = (nodes: Nodes) =>
    new Map(
      [...nodes.keys()].map((id) => [
        id,
        lineOf(nodes, id)
          .map((n) => nodes.get(n)?.name)
          .join(' › '),
      ]),
    );
  const categoryLabels = labels(categories);
  const regionLabels = labels(regions);
  const centre = catalog.centres.find(({ id }) => id === catalog.centreId);
  return {
    centres: catalog.centres,
    centreName: centre?.name ?? '',
    offsetMinutes: centre?.utcOffsetMinutes ?? 480,
    areaCode: centre?.areaCode ?? null,
    calendar: compiled(catalog.calendar),
    departments: new Map(catalog.departments.map((d) => [d.id, d])),
    departmentOptions: catalog.departments.map((d) => ({
      value: d.id,
      label: d.shortName === d.name ? d.name : `${d.shortName}（${d.name}）`,
    })),
    categoryLabels,
    categoryLines: new Map([...categories.keys()].map((id) => [id, lineOf(categories, id)])),
    categoryOptions: options(categoryLabels).filter((o) => !parents.has(o.value)),
    regionLabels,
    regionPlaces: placesOf(regions),
    regionOptions: options(regionLabels),
    verbs: catalog.verbs,
  };
}

function placesOf(regions: Nodes): Map<string, string> {
  const names = (code: string) => lineOf(regions, code).map((n) => regions.get(n)?.name ?? n);
  const said = (line: string[]) => (line.length > 1 ? line.slice(1) : line).join('');
  return new Map([...regions.keys()].map((code) => [code, said(names(code))]));
}

type Nodes = ReadonlyMap<string, { parent: string | null; name: string }>;
const options = (labels: ReadonlyMap<string, string>): Option[] =>
  [...labels].map(([value, label]) => ({ value, label }));

function lineOf(nodes: Nodes, id: string): string[] {
  const line: string[] = [];
  for (let at: string | null = id; at && nodes.has(at) && !line.includes(at); at = nodes.get(at)?.parent ?? null) {
    line.unshift(at);
  }
  return line;
}

function compiled(data: unknown): Calendar | null {
  try {
    return compileCalendar(data as CalendarData);
  } catch {
    return null;
  }
}
