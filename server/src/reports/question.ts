import type { FigureFilter, GroupBy, Question } from '@hotline/db/figures/question';
import type { Figure } from '@hotline/shared/figures/figure';
import { figures } from '@hotline/shared/figures/index';
import { ofCentre } from '@hotline/shared/figures/ofCentre';
import { within } from '@hotline/shared/people/actor';
import { offsetOfCentre } from '@hotline/shared/people/directory';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { isBeyond } from '@hotline/shared/time/calendar/calendar';
import { localDate, normaliseInstant } from '@hotline/shared/time/instant';
import { dateOfDay, dayNumber } from '@hotline/shared/time/localDate';
import type { Hotline } from '../app/hotline.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { centreOf } from '../tickets/appealRoutes.ts';

export type Query = {
  from?: string;
  to?: string;
  asOf?: string;
  departmentId?: string;
  categoryId?: string;
  role?: string;
  kind?: string;
  channel?: string;
  region?: string;
  departmentIs?: string;
  categoryIs?: string;
  regionIs?: string;
};

/** Whoever reads figures, as far as they depend on him. */
export type Reader = Pick<SignedIn, 'actor'>;

/** Which centre, which days, as of when, narrowed to what the person may see: a department sees its own rows only. */
export const questionOf = (hotline: Hotline, me: Reader, figure: Figure, query: Query): Question => ({
  ...ofWholeCentre(hotline, centreOf(hotline, me), figure, query),
  filter: filterOf(hotline, me, query),
});

/** The same of a whole centre, whoever asks: what ranks are made of, not what anybody is shown. */
export function ofWholeCentre(
  hotline: Hotline,
  centreId: string,
  named: Figure,
  query: Pick<Query, 'from' | 'to' | 'asOf'>,
): Question {
  const figure = ofCentre(named, hotline.catalog.schemes(centreId));
  const utcOffsetMinutes = offsetOfCentre(hotline.catalog.directory(), centreId);
  const now = hotline.now();
  const asOf = query.asOf ? normaliseInstant(query.asOf) : now;
  if (asOf > now) throw new Refusal('invalid', '统计时点不能晚于现在，请重新选择。');
  const today = localDate(asOf, utcOffsetMinutes);
  const [from, to] = [query.from ?? `${today.slice(0, 7)}-01`, query.to ?? today];
  if (dayNumber(from) < firstDay || dayNumber(to) > lastDay)
    throw new Refusal('invalid', '日期超出可统计的范围，请重新选择。');
  if (from > to) throw new Refusal('invalid', '开始日期晚于结束日期，请重新选择。');
  return { figure, centreId, utcOffsetMinutes, from, to, asOf, isPast: asOf < now, filter: {} };
}

/** The local date from which dues of this period are provisional; null where the calendar announced all that had come by then. */
export function provisionalFrom(hotline: Hotline, { centreId, asOf, to }: Question): string | null {
  const { calendar } = hotline.catalog.clocks(centreId);
  // What became due behind the announced days may belong to a period a few weeks earlier: by when it was received or sent.
  const concerns = dayNumber(to) >= calendar.lastDay - 31 && isBeyond(calendar, asOf);
  return concerns ? dateOfDay(calendar.lastDay + 1) : null;
}

const filterNames = [
  'departmentId',
  'categoryId',
  'role',
  'kind',
  'channel',
  'region',
  'departmentIs',
  'categoryIs',
  'regionIs',
] as const satisfies readonly (keyof Query)[];
const firstDay = dayNumber('0001-01-01');
const lastDay = dayNumber('9998-12-30');

function filterOf(hotline: Hotline, me: Reader, query: Query): FigureFilter {
  const directory = hotline.catalog.directory();
  const scope = scopeOf(me.actor);
  const asked = query.departmentId ? directory.departments.get(query.departmentId)?.path : undefined;
  if (query.departmentId && !asked) throw new Refusal('invalid', '没有这个单位，请重新选择。');
  const own = scope.centres.length > 0 ? undefined : scope.departments;
  if (own && asked && !own.some((path) => within(asked, path)))
    throw new Refusal('notFound', '没有这个单位，或您无权查看。');
  const departmentPaths = asked ? [asked] : own;
  const below = query.categoryId
    ? [...directory.categoryPaths].filter(([, path]) => path.includes(query.categoryId as string)).map(([id]) => id)
    : undefined;
  return {
    ...(departmentPaths ? { departmentPaths } : {}),
    ...(below ? { categoryIds: below.length > 0 ? below : ['none'] } : {}),
    ...(query.departmentIs ? { departmentId: keyOf(query.departmentIs) } : {}),
    ...(query.categoryIs ? { categoryId: keyOf(query.categoryIs) } : {}),
    ...(query.regionIs ? { region: keyOf(query.regionIs) } : {}),
    ...(query.region ? { regionPrefix: query.region } : {}),
    ...(query.role ? { role: query.role } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.channel ? { channel: query.channel } : {}),
  };
}

const keyOf = (id: string) => (id === 'none' ? '' : id);

export function figureNamed(name: string): Figure {
  if (!Object.hasOwn(figures, name)) throw new Refusal('notFound', '没有这个指标。');
  return figures[name as keyof typeof figures];
}

/** The query that lists exactly the rows of one group, whatever the question itself was narrowed to. */
export function drillOf(q: Question, query: Query, groupBy: GroupBy, key: string): string {
  const asked = Object.fromEntries(filterNames.map((name) => [name, query[name]]));
  const narrowed: Record<string, unknown> = {
    ...asked,
    from: q.from,
    to: q.to,
    asOf: q.asOf,
    ...(groupBy === 'department' ? { departmentIs: key || 'none' } : {}),
    ...(groupBy === 'category' ? { categoryIs: key || 'none' } : {}),
    ...(groupBy === 'region' ? { regionIs: key || 'none' } : {}),
    ...(groupBy === 'role' && key !== 'none' ? { role: key } : {}),
    ...(groupBy === 'kind' ? { kind: key } : {}),
    ...(groupBy === 'channel' ? { channel: key } : {}),
    ...(groupBy === 'day' ? { from: key, to: key } : {}),
  };
  const pairs = Object.entries(narrowed).filter(([, v]) => v !== undefined && v !== '');
  return new URLSearchParams(pairs.map(([k, v]): [string, string] => [k, String(v)])).toString();
}
