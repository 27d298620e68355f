import { calendarVersions, insertCalendar, versionsMade } from '@hotline/db/centre/versions';
import type { Answer } from '@hotline/shared/api/client';
import type { Centre } from '@hotline/shared/people/directory';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { calendarDifference, changedCalendar, withYear } from '@hotline/shared/time/calendar/calendarChange';
import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import { readDayList } from '@hotline/shared/time/calendar/dayList';
import type { ReadDays } from '@hotline/shared/time/calendar/stateCouncilNotice';
import { dayNumber } from '@hotline/shared/time/localDate';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { administer, administered, type By, byPerson } from './administration.ts';
import { made } from './versions.ts';

export function calendarRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'calendar', administrators, async ({ me, query }) =>
    shown(hotline, administered(hotline, me.actor, query.centreId), query.version),
  );
  serve(server, hotline, 'changeCalendar', administrators, async ({ me, body }) => {
    const centre = administered(hotline, me.actor, body.centreId);
    const change = { set: body.change.set, clear: body.change.clear, ...(body.change.periods ? body.change : {}) };
    await save(hotline, byPerson(me), centre, body, 'changeCalendar', (data) => changedCalendar(data, change));
    return shown(hotline, centre, undefined);
  });
  serve(server, hotline, 'importCalendar', administrators, async ({ me, body }) => {
    const centre = administered(hotline, me.actor, body.centreId);
    const current = await newest(hotline, centre);
    const read = readDayList(body.text, body.year, current.periods);
    refuseStale(current, body.version);
    const tried = tryYear(current, body.year, read);
    if (body.dryRun || tried.errors.length > 0) return { ...tried, saved: null };
    const saved = await save(hotline, byPerson(me), centre, body, 'importCalendar', (data) =>
      withYear(data, body.year, read.days),
    );
    return { ...tried, saved: saved.version };
  });
}

/** What an import would change; what refuses the year as a whole is an error like that of a line. */
function tryYear(current: CalendarData, year: number, { days, errors, unused, missing }: ReadDays) {
  const tried = {
    days: days.length,
    errors: errors.slice(0, 100),
    unused: unused.slice(0, 100),
    missing,
    differences: [],
  };
  if (errors.length > 0) return tried;
  try {
    return { ...tried, differences: calendarDifference(current, withYear(current, year, days)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...tried, errors: [{ line: 0, text: '', message: error.message }] };
  }
}

/** `2027-02-05～2027-02-11、2027-02-14`: dates in order, stretches in one. */
function inRanges(days: readonly string[]): string {
  const stretches: [string, string][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last && dayNumber(day) === dayNumber(last[1]) + 1) last[1] = day;
    else stretches.push([day, day]);
  }
  return stretches.map(([from, to]) => (from === to ? from : `${from}～${to}`)).join('、');
}

type Said = { version: number; note?: string };

async function save(
  hotline: Hotline,
  by: By,
  centre: Centre,
  { version, note }: Said,
  act: 'changeCalendar' | 'importCalendar',
  change: (data: CalendarData) => CalendarData,
): Promise<CalendarData> {
  return administer(hotline, by, centre.id, async (tx, at) => {
    const current = (await calendarVersions(tx, centre.id)).at(-1)?.data;
    if (!current) throw none();
    refuseStale(current, version);
    const next = change(current);
    await insertCalendar(tx, next, {
      centreId: centre.id,
      note: note ?? null,
      createdAt: at,
      createdBy: by.personId,
    });
    const days = calendarDifference(current, next).map((d) => d.date);
    const what = `第 ${next.version} 版：${days.length > 0 ? inRanges(days) : '标准工作时段'}`.slice(0, 400);
    return { result: next, done: { act, subjectId: centre.id, purpose: note ? `${note}（${what}）` : what } };
  });
}

async function shown(hotline: Hotline, centre: Centre, version: number | undefined): Promise<Answer<'calendar'>> {
  const { reader } = hotline.store;
  const versions = await calendarVersions(reader, centre.id);
  const found = version === undefined ? versions.at(-1) : versions.find((v) => v.data.version === version);
  if (!found) throw version === undefined ? none() : new Refusal('notFound', '没有这一版工作日历，请从版本列表选择。');
  const history = await versionsMade(reader, 'calendar', centre.id);
  return { centreId: centre.id, data: found.data, versions: history.map(made) };
}

async function newest(hotline: Hotline, centre: Centre): Promise<CalendarData> {
  const data = (await calendarVersions(hotline.store.reader, centre.id)).at(-1)?.data;
  if (!data) throw none();
  return data;
}

function refuseStale(current: CalendarData, version: number): void {
  if (version !== current.version)
    throw new Refusal('stale', `日历已由他人更新到第 ${current.version} 版，请刷新后重新修改。`, {
      version: current.version,
    });
}

const none = () => new Refusal('notFound', '本中心还没有工作日历，请先用 hotline init 建立。');
