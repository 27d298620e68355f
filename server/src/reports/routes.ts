import { type FigureFilter, type GroupBy, isRecount, type Period, type Sum, sumFigure } from '@hotline/db/figureReads';
import { rate } from '@hotline/shared/figures/figure';
import { type FigureName, figureNames, figures } from '@hotline/shared/figures/index';
import { figureReaders } from '@hotline/shared/people/permissions';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { localDate, normaliseInstant } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import { centreOf } from '../appeals/routes.ts';
import type { Hotline } from '../hotline.ts';
import { serve } from '../route.ts';
import type { SignedIn } from '../sessions/actor.ts';
import { formatCursor, parseCursor } from '../tickets/routes.ts';
import { memberRow } from './memberRow.ts';

export function reportRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'figures', 'signedIn', async () => ({ items: figureNames.map(definitionOf) }));

  serve(server, hotline, 'figure', figureReaders, async ({ me, params, query }) => {
    const name = figureNamed(params.name);
    const groupBy = query.groupBy ?? 'none';
    const { centreId, period, filter } = question(hotline, me, query);
    const read = (by: GroupBy) =>
      isRecount(filter, by)
        ? hotline.readers.ask('recount', { figure: name, centreId, period, filter, groupBy: by })
        : sumFigure(hotline.store.reader, name, centreId, period, filter, by);
    const rows = groupBy === 'none' ? [] : await read(groupBy);
    const total = groupBy === 'none' ? (await read('none'))[0] : undefined;
    const sum = total ?? added(rows);
    const shown = (key: string) => labelOf(hotline, centreId, groupBy, key);
    const base = { ...query, groupBy: undefined };
    return {
      definition: definitionOf(name),
      from: period.from,
      to: period.to,
      asOf: period.asOf,
      rows: rows.map((r) =>
        rowOf(r, shown(r.key), drill({ ...base, from: period.from, to: period.to, asOf: period.asOf }, groupBy, r.key)),
      ),
      total: rowOf(sum, '合计', drill({ ...base, from: period.from, to: period.to, asOf: period.asOf }, 'none', '')),
    };
  });

  serve(server, hotline, 'figureRows', figureReaders, async ({ me, params, query }) => {
    const name = figureNamed(params.name);
    const { centreId, period, filter } = question(hotline, me, query);
    const limit = query.limit ?? 50;
    const after = parseCursor(query.cursor);
    const found = await hotline.readers.ask('members', {
      figure: name,
      centreId,
      period,
      filter,
      part: query.part ?? 'denominator',
      scope: scopeOf(me.actor),
      after,
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(memberRow),
      nextCursor: last ? formatCursor(last.dueAt, Number(last.n)) : null,
      asOf: period.asOf,
    };
  });
}

type Query = {
  from?: string;
  to?: string;
  asOf?: string;
  departmentId?: string;
  categoryId?: string;
  departmentIs?: string;
  categoryIs?: string;
  role?: string;
};

/** Which centre, which period, narrowed to what the person may see: a department sees its own rows only. */
export function question(hotline: Hotline, me: SignedIn, query: Query) {
  const centreId = centreOf(hotline, me);
  const directory = hotline.catalog.directory();
  const offset = directory.centres.get(centreId)?.utcOffsetMinutes ?? 480;
  const now = hotline.now();
  const asOf = query.asOf ? normaliseInstant(query.asOf) : now;
  if (asOf > now) throw new Refusal('invalid', '统计时点不能晚于现在，请重新选择。');
  const asOfDay = localDate(asOf, offset);
  const period: Period = { from: query.from ?? `${asOfDay.slice(0, 7)}-01`, to: query.to ?? asOfDay, asOfDay, asOf };
  if (period.from > period.to) throw new Refusal('invalid', '开始日期晚于结束日期，请重新选择。');
  const scope = scopeOf(me.actor);
  const asked = query.departmentId ? directory.departments.get(query.departmentId)?.path : undefined;
  if (query.departmentId && !asked) throw new Refusal('invalid', '没有这个单位，请重新选择。');
  const own = scope.centres.length > 0 ? undefined : scope.departments[0];
  if (own && asked && !asked.startsWith(own)) throw new Refusal('notFound', '没有这个单位，或您无权查看。');
  const departmentPath = asked ?? own;
  const below = query.categoryId
    ? [...directory.categoryPaths].filter(([, path]) => path.includes(query.categoryId as string)).map(([id]) => id)
    : undefined;
  const filter: FigureFilter = {
    ...(departmentPath ? { departmentPath } : {}),
    ...(below ? { categoryIds: below.length > 0 ? below : ['none'] } : {}),
    ...(query.departmentIs ? { departmentId: keyOf(query.departmentIs) } : {}),
    ...(query.categoryIs ? { categoryId: keyOf(query.categoryIs) } : {}),
    ...(query.role ? { role: query.role } : {}),
  };
  return { centreId, period, filter };
}

const keyOf = (id: string) => (id === 'none' ? '' : id);

export const figureNamed = (name: string): FigureName => {
  if (!Object.hasOwn(figures, name)) throw new Refusal('notFound', '没有这个指标。');
  return name as FigureName;
};

const definitionOf = (name: FigureName) => {
  const { id, version, term, termEn, words, wordsEn, numerator, denominator, groups } = figures[name];
  return { id, version, term, termEn, words, wordsEn, numerator, denominator, groups: [...groups] as string[] };
};

const rowOf = (s: Sum, label: string, query: string) => ({
  key: s.key,
  label,
  numerator: s.timely,
  denominator: s.total,
  late: s.total - s.timely,
  timelyOriginal: s.timelyOriginal,
  rate: rate(s.timely, s.total),
  excluded: s.excluded,
  drill: query,
});

const added = (rows: readonly Sum[]): Sum =>
  rows.reduce(
    (sum, r) => ({
      key: '',
      total: sum.total + r.total,
      timely: sum.timely + r.timely,
      timelyOriginal: sum.timelyOriginal + r.timelyOriginal,
      excluded: sum.excluded + r.excluded,
    }),
    { key: '', total: 0, timely: 0, timelyOriginal: 0, excluded: 0 },
  );

/** The query that lists exactly the rows of this one, whatever the question itself was narrowed to. */
function drill(query: Record<string, unknown>, groupBy: GroupBy, key: string): string {
  const narrowed = {
    ...query,
    ...(groupBy === 'department' ? { departmentIs: key || 'none' } : {}),
    ...(groupBy === 'category' ? { categoryIs: key || 'none' } : {}),
    ...(groupBy === 'role' && key !== 'none' ? { role: key } : {}),
    ...(groupBy === 'day' ? { from: key, to: key } : {}),
  };
  const pairs = Object.entries(narrowed).filter(([, v]) => v !== undefined && v !== '');
  return new URLSearchParams(pairs.map(([k, v]): [string, string] => [k, String(v)])).toString();
}

function labelOf(hotline: Hotline, centreId: string, groupBy: GroupBy, key: string): string {
  if (key === '') return '（未归类）';
  if (groupBy === 'department') return hotline.catalog.directory().departments.get(key)?.name ?? key;
  if (groupBy === 'category')
    return hotline.catalog.published(centreId).categories.find((c) => c.id === key)?.name ?? key;
  if (groupBy === 'role') return key === 'lead' ? '主办' : key === 'assist' ? '协办' : '—';
  return key;
}
