import type { FigureName } from '@hotline/shared/figures/index';
import type { Scope } from '@hotline/shared/people/scope';
import { addMs } from '@hotline/shared/time/instant';
import { sql } from 'kysely';
import type { Db } from './open.ts';
import { below, inScope } from './scope.ts';

export type Period = {
  from: string;
  to: string /** Local day of asOf: whole days before it come from counters. */;
  asOfDay: string;
  asOf: string;
};
export type FigureFilter = {
  /** At or below this department. */
  departmentPath?: string;
  /** This department itself; '' where there is none. */
  departmentId?: string;
  categoryIds?: readonly string[];
  /** This category itself; '' where there is none. */
  categoryId?: string;
  role?: string;
};
export type GroupBy = 'department' | 'category' | 'day' | 'role' | 'none';
export type Sum = { key: string; total: number; timely: number; timelyOriginal: number; excluded: number };

/** Sums whole past days from the counters and the asOf day by index; membership is `dueAt ≤ asOf`. */
export async function sumFigure(
  db: Db,
  figure: FigureName,
  centreId: string,
  period: Period,
  filter: FigureFilter,
  groupBy: GroupBy,
): Promise<Sum[]> {
  const isToday = period.asOfDay >= period.from && period.asOfDay <= period.to;
  const today = { ...period, from: period.asOfDay, to: period.asOfDay };
  // No table of counters knows both role and category: such questions are rare, and are answered from the rows.
  const sums = isRecount(filter, groupBy)
    ? await sumMembers(db, figure, centreId, period, filter, groupBy)
    : [
        ...(await sumCounters(db, figure, centreId, period, filter, groupBy)),
        ...(isToday ? await sumMembers(db, figure, centreId, today, filter, groupBy) : []),
      ];
  const merged = new Map<string, Sum>();
  for (const row of sums) {
    const sum = merged.get(row.key) ?? { key: row.key, total: 0, timely: 0, timelyOriginal: 0, excluded: 0 };
    merged.set(row.key, {
      key: row.key,
      total: sum.total + Number(row.total),
      timely: sum.timely + Number(row.timely),
      timelyOriginal: sum.timelyOriginal + Number(row.timelyOriginal),
      excluded: sum.excluded + Number(row.excluded),
    });
  }
  return [...merged.values()].filter((s) => s.total > 0 || s.excluded > 0).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Whether the rows are counted anew over the whole period, which takes seconds for a year. */
export const isRecount = (filter: FigureFilter, groupBy: GroupBy) =>
  isByRole(filter, groupBy) && isByCategory(filter, groupBy);

const isByRole = (filter: FigureFilter, groupBy: GroupBy) => groupBy === 'role' || filter.role !== undefined;
const isByCategory = (filter: FigureFilter, groupBy: GroupBy) =>
  groupBy === 'category' || filter.categoryIds !== undefined || filter.categoryId !== undefined;

function sumCounters(
  db: Db,
  figure: FigureName,
  centreId: string,
  period: Period,
  filter: FigureFilter,
  groupBy: GroupBy,
) {
  const table = isByCategory(filter, groupBy) ? 'figureCategoryDay' : 'figureDay';
  const column = { department: 'c.department_id', category: 'c.category_id', day: 'c.day', role: 'c.role', none: "''" }[
    groupBy
  ];
  let q = db
    // Both tables have the columns used here; the one that differs is named as text.
    .selectFrom(`${table as 'figureDay'} as c`)
    .select([
      sql<string>`${sql.raw(column)}`.as('key'),
      sql<number>`sum(c.total)`.as('total'),
      sql<number>`sum(c.timely)`.as('timely'),
      sql<number>`sum(c.timely_original)`.as('timelyOriginal'),
      sql<number>`sum(c.excluded)`.as('excluded'),
    ])
    .where('c.figure', '=', figure)
    .where('c.centreId', '=', centreId)
    .where('c.day', '>=', period.from)
    .where('c.day', '<=', period.to)
    .where('c.day', '<', period.asOfDay);
  if (filter.departmentPath) {
    const path = filter.departmentPath;
    q = q.where('c.departmentId', 'in', (eb) =>
      eb.selectFrom('department').select('id').where('path', '>=', path).where('path', '<', below(path)),
    );
  }
  if (filter.departmentId !== undefined) q = q.where('c.departmentId', '=', filter.departmentId);
  if (filter.categoryIds) q = q.where(sql<boolean>`c.category_id in (${sql.join(filter.categoryIds)})`);
  if (filter.categoryId !== undefined) q = q.where(sql<boolean>`c.category_id = ${filter.categoryId}`);
  if (filter.role) q = q.where(sql<boolean>`c.role = ${filter.role}`);
  if (groupBy !== 'none') q = q.groupBy(sql`${sql.raw(column)}`);
  return q.execute();
}

async function sumMembers(
  db: Db,
  figure: FigureName,
  centreId: string,
  period: Period,
  filter: FigureFilter,
  groupBy: GroupBy,
): Promise<Sum[]> {
  const rows = memberRows(figure, centreId, period, filter, nobodys);
  const column = { department: 'm.department_id', category: 'm.category_id', day: 'm.day', role: 'm.role', none: "''" }[
    groupBy
  ];
  const { rows: sums } =
    await sql<Sum>`select ${sql.raw(column)} as key, sum(1 - m.excluded) as total, sum(m.timely) as timely,
    sum(m.timely_original) as timely_original, sum(m.excluded) as excluded from (${rows}) as m ${groupBy === 'none' ? sql`` : sql`group by ${sql.raw(column)}`}`.execute(
      db,
    );
  return sums.filter((s) => s.total !== null);
}

/** Appeals or turns that belong to the figure in the period, each with its verdict: what the drill-down lists. */
export function memberRows(figure: FigureName, centreId: string, period: Period, filter: FigureFilter, scope: Scope) {
  return figure === 'timelyReplyRate'
    ? appealMembers(centreId, period, filter, scope)
    : dispatchMembers(centreId, period, filter, scope);
}

export const nobodys: Scope = { centres: [], departments: [] };
/** Whether the viewer may see the ticket itself: a count is his, the matter may not be. */
const inSight = (scope: Scope) => sql`case when ${inScope(scope, 't')} then 1 else 0 end as in_sight`;

/** The SQL of timelyReplyRate: proved equal to shared/figures/timelyReplyRate.ts on random cases. */
const appealMembers = (centreId: string, p: Period, filter: FigureFilter, scope: Scope) => sql`
  select a.n, a.ticket_id, a.number, a.promised_due_at as due_at, a.original_promised_due_at as original_due_at, a.answered_at, a.promised_day as day,
    coalesce(l.department_id, '') as department_id, 'none' as role, coalesce(t.category_id, '') as category_id, t.title,
    ${inSight(scope)}, ${appealExcluded} as excluded,
    case when not (${appealExcluded} = 1) and a.answered_at is not null and a.answered_at < a.promised_due_at then 1 else 0 end as timely,
    case when not (${appealExcluded} = 1) and a.answered_at is not null and a.answered_at < a.original_promised_due_at then 1 else 0 end as timely_original
  from appeal a join ticket t on t.id = a.ticket_id
  left join dispatch l on l.ticket_id = t.id and l.round = t.round and l.role = 'lead' and l.parent_id is null and l.status not in ('returned','released')
  where a.centre_id = ${centreId} and ${days('a.promised_day', p)} and a.promised_due_at <= ${p.asOf}
  ${filter.departmentPath ? sql`and l.department_path >= ${filter.departmentPath} and l.department_path < ${below(filter.departmentPath)}` : sql``}
  ${filter.departmentId === undefined ? sql`` : sql`and coalesce(l.department_id, '') = ${filter.departmentId}`}
  ${filter.role ? sql`and 1 = 0` : sql``}
  ${ofCategory(filter)}`;

const ofCategory = (filter: FigureFilter) => sql`
  ${filter.categoryIds ? sql`and t.category_id in (${sql.join(filter.categoryIds)})` : sql``}
  ${filter.categoryId === undefined ? sql`` : sql`and coalesce(t.category_id, '') = ${filter.categoryId}`}`;

/** One day as an equation: the due within it is then found by index too. */
const days = (column: string, { from, to }: Period) =>
  from === to ? sql`${sql.ref(column)} = ${from}` : sql`${sql.ref(column)} between ${from} and ${to}`;

const appealExcluded = sql`(case when a.excused_at is not null or coalesce(a.outcome, '') = 'answered' or
  (coalesce(a.outcome, '') in ('withdrawn','invalid','declined','transferred') and a.closed_at is not null and a.closed_at < a.promised_due_at)
  then 1 else 0 end)`;

/** The SQL of departmentTimelyReplyRate: proved equal to shared/figures/departmentTimelyReplyRate.ts on random cases. */
const dispatchMembers = (centreId: string, p: Period, filter: FigureFilter, scope: Scope) => sql`
  select d.n, d.ticket_id, t.number, d.due_at, d.original_due_at, d.replied_at as answered_at, d.due_day as day, d.department_id, d.role,
    coalesce(t.category_id, '') as category_id, t.title,
    ${inSight(scope)}, ${dispatchExcluded} as excluded,
    case when not (${dispatchExcluded} = 1) and d.replied_at is not null and d.replied_at < d.due_at then 1 else 0 end as timely,
    case when not (${dispatchExcluded} = 1) and d.replied_at is not null and d.replied_at < d.original_due_at then 1 else 0 end as timely_original
  from dispatch d join ticket t on t.id = d.ticket_id
  where t.centre_id = ${centreId} and d.parent_id is null and ${days('d.due_day', p)} and d.due_at <= ${p.asOf}
  ${filter.departmentPath ? sql`and d.department_path >= ${filter.departmentPath} and d.department_path < ${below(filter.departmentPath)}` : sql``}
  ${filter.departmentId === undefined ? sql`` : sql`and d.department_id = ${filter.departmentId}`}
  ${filter.role ? sql`and d.role = ${filter.role}` : sql``}
  ${ofCategory(filter)}`;

const dispatchExcluded = sql`(case when d.excused_at is not null or
  (d.status in ('returned','released') and d.ended_at is not null and d.ended_at < d.due_at) then 1 else 0 end)`;

export type Member = {
  n: number;
  ticketId: string;
  number: string;
  title: string;
  departmentId: string;
  role: string;
  dueAt: string;
  originalDueAt: string;
  answeredAt: string | null;
  excluded: number;
  timely: number;
  inSight: number;
};

/**
 * The rows behind a figure, by keyset on (due, n). The day goes first in the order because it does in the index, where it
 * changes nothing: a later due is never of an earlier day.
 */
export async function listMembers(
  db: Db,
  figure: FigureName,
  centreId: string,
  period: Period,
  filter: FigureFilter,
  part: 'denominator' | 'numerator' | 'late' | 'excluded',
  scope: Scope,
  after: { value: string; n: number } | null,
  limit: number,
): Promise<Member[]> {
  const condition = {
    denominator: sql`m.excluded = 0`,
    numerator: sql`m.timely = 1`,
    late: sql`m.excluded = 0 and m.timely = 0`,
    excluded: sql`m.excluded = 1`,
  }[part];
  // No due is of a day before the day before it in UTC: so the index skips the pages already read.
  const from = after && addMs(after.value, -86_400_000).slice(0, 10);
  const { rows } =
    await sql<Member>`select m.* from (${memberRows(figure, centreId, period, filter, scope)}) as m where ${condition}
    ${after ? sql`and m.day >= ${from} and (m.due_at, m.n) > (${after.value}, ${after.n})` : sql``}
    order by m.day, m.due_at, m.n limit ${limit}`.execute(db);
  return rows;
}
