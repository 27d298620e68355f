import { anySource } from '@hotline/shared/figures/facts/index';
import type { Standing } from '@hotline/shared/figures/facts/source';
import type { LocalDate } from '@hotline/shared/time/localDate';
import { type Clause, marks, snake } from '../store/rows.ts';
import { within } from '../store/scope.ts';
import { sqlOf, verdictSql } from './conditions.ts';
import { factTables } from './factTables.ts';
import { boundsOf, midnight, type Question } from './question.ts';

/** Facts that stand in the rows, and those of an earlier moment that no longer do. */
export type Leg = 'current' | 'past';
export const legsOf = (q: Question): readonly Leg[] =>
  q.isPast && factTables[q.figure.over].past !== null ? ['current', 'past'] : ['current'];

/** Every member of the figure in the question with all its facts and its `verdict`: what is counted and what is listed. */
export function membersOf(q: Question, legs: readonly Leg[] = legsOf(q), from?: string): Clause {
  const { figure } = q;
  const read = { current: currentFacts, past: pastFacts };
  const facts = joined(' union all ', ...legs.map((leg) => read[leg](q, from)));
  const conditions = [
    plain(`f.${snake(figure.cohort)} is not null`),
    ...(figure.members ? [plain(sqlOf(figure.members, 'f'))] : []),
    ...(figure.measure.as === 'flow' ? [standsInFlow(q)] : []),
    ...narrowed(q),
  ];
  const { text, values } = joined(' and ', ...conditions);
  const verdict = figure.measure.as === 'flow' ? flowVerdict(q) : plain(verdictSql(figure, 'f'));
  return {
    text: `select f.*, ${verdict.text} as verdict from (${facts.text}) as f where ${text}`,
    values: [...verdict.values, ...facts.values, ...values],
  };
}

/** Facts as they are in the rows; of an earlier moment those that can be told from them. */
function currentFacts(q: Question, from?: string): Clause {
  const table = factTables[q.figure.over];
  const expression = (field: string) => table.columns[field] ?? `${table.key}.${snake(field)}`;
  const list = selected(q, expression);
  const open = q.figure.measure.as === 'live' && !q.isPast ? [plain(table.open)] : [];
  const untold =
    q.isPast && table.past !== null
      ? [clause(`not exists (select 1 from ${table.past} p where p.id = ${table.key}.id and p.until_at > ?)`, q.asOf)]
      : [];
  const where = joined(
    ' and ',
    clause(`${table.centre} = ?`, q.centreId),
    ...window(q, expression, from),
    ...open,
    ...untold,
  );
  return {
    text: `select ${list.text} from ${table.from} where ${where.text}`,
    values: [...list.values, ...where.values],
  };
}

/** Facts as they were, where the rows no longer tell: the oldest of those kept that still held at `asOf`. */
function pastFacts(q: Question, from?: string): Clause {
  const { past } = factTables[q.figure.over];
  const expression = (field: string) => `p.${snake(field)}`;
  const list = selected(q, expression);
  const oldest = clause(
    `not exists (select 1 from ${past} e where e.id = p.id and e.until_at > ? and (e.until_at, e.n) < (p.until_at, p.n))`,
    q.asOf,
  );
  const held = [clause('p.centre_id = ?', q.centreId), clause('p.until_at > ?', q.asOf), oldest];
  const where = joined(' and ', ...held, ...window(q, expression, from));
  return { text: `select ${list.text} from ${past} p where ${where.text}`, values: [...list.values, ...where.values] };
}

/** All facts under their names, those that had not happened by `asOf` left blank: `factsAt` of shared in SQL. */
function selected(q: Question, expression: (field: string) => string): Clause {
  const { standing } = anySource(q.figure.over);
  const fields = Object.entries(standing) as [string, Standing<string>][];
  const columns = fields.map(([field, kept]): Clause => {
    const is = expression(field);
    if (!q.isPast || kept === 'fixed') return plain(`${is} as ${snake(field)}`);
    const since = kept === 'happened' ? is : expression(kept.since);
    const blank = field === 'departmentId' ? "''" : 'null';
    return clause(`case when ${since} > ? then ${blank} else ${is} end as ${snake(field)}`, q.asOf);
  });
  return joined(', ', ...columns);
}

/** Which cohort instants are asked about, said of the stored columns so that an index finds them. */
function window(q: Question, expression: (field: string) => string, from?: string): Clause[] {
  const cohort = expression(q.figure.cohort);
  const { start, end, after, until } = boundsOf(q);
  const { measure } = q.figure;
  const resumed = from ? [clause(`${cohort} >= ?`, from)] : [];
  if (measure.as === 'live') {
    const { born } = factTables[q.figure.over];
    const there = q.isPast && born ? [clause(`${expression(born)} <= ?`, q.asOf)] : [];
    const days = q.days ? [ofDays(q, q.days, cohort)] : [];
    if (measure.when === 'past') return [clause(`${cohort} <= ?`, q.asOf), ...days, ...there, ...resumed];
    if (measure.when === 'today')
      return [clause(`${cohort} > ? and ${cohort} <= ?`, q.asOf, midnight(q)), ...there, ...resumed];
    return [...days, ...there, ...resumed];
  }
  const byThen = clause(`${cohort} ${until} ? and ${cohort} <= ?`, end, q.asOf);
  if (measure.as !== 'flow')
    return [from && from > start ? clause(`${cohort} >= ?`, from) : clause(`${cohort} ${after} ?`, start), byThen];
  const exit = expression(measure.exit);
  return [byThen, clause(`(${exit} is null or ${exit} >= ?)`, start), ...resumed];
}

function ofDays(q: Question, days: readonly LocalDate[], cohort: string): Clause {
  const each = days.map((day) => {
    const { start, end, after, until } = boundsOf({ ...q, from: day, to: day });
    return clause(`${cohort} ${after} ? and ${cohort} ${until} ?`, start, end);
  });
  const { text, values } = joined(' or ', ...each);
  return { text: `(${text})`, values };
}

/** A flow holds who was there at the start or came in; who is left out for a reason counts on the day he came. */
const standsInFlow = (q: Question): Clause => {
  const { start } = boundsOf(q);
  return clause(`(f.${snake(q.figure.cohort)} >= ? or ${verdictSql(q.figure, 'f')} = 'out')`, start);
};
const flowVerdict = (q: Question): Clause => {
  const exit = q.figure.measure.as === 'flow' ? q.figure.measure.exit : q.figure.cohort;
  const verdict = verdictSql(q.figure, 'f');
  return clause(
    `case when ${verdict} <> 'out' then ${verdict} when coalesce(f.${snake(exit)} < ?, false) then 'in' else 'out' end`,
    boundsOf(q).end,
  );
};

function narrowed({ figure, filter }: Question): Clause[] {
  const department = `coalesce(f.${snake(figure.department)}, '')`;
  const {
    departmentPaths: paths,
    departmentId,
    categoryIds,
    categoryId,
    role,
    kind,
    channel,
    regionPrefix,
    region,
  } = filter;
  return [
    ...(paths ? [below(department, paths)] : []),
    ...(departmentId === undefined ? [] : [clause(`${department} = ?`, departmentId)]),
    ...(categoryIds ? [clause(`f.category_id in (${marks(categoryIds.length)})`, ...categoryIds)] : []),
    ...(categoryId === undefined ? [] : [clause('f.category_id = ?', categoryId)]),
    ...(role === undefined ? [] : [clause('f.role = ?', role)]),
    ...(kind === undefined ? [] : [clause('f.kind = ?', kind)]),
    ...(channel === undefined ? [] : [clause('f.channel = ?', channel)]),
    ...(regionPrefix === undefined
      ? []
      : [clause('f.region_code >= ? and f.region_code < ?', regionPrefix, `${regionPrefix}~`)]),
    ...(region === undefined ? [] : [clause('substr(f.region_code, 1, 6) = ?', region)]),
  ];
}

/** The department lies at or below one of these paths. */
export function below(department: string, paths: readonly string[]): Clause {
  const ranges = joined(' or ', ...paths.map((path) => within('path', path)));
  return {
    text: `${department} in (select id from department where ${ranges.text || '1 = 0'})`,
    values: ranges.values,
  };
}

export const clause = (text: string, ...values: unknown[]): Clause => ({ text, values });
export const plain = (text: string): Clause => ({ text, values: [] });
export const joined = (by: string, ...clauses: readonly Clause[]): Clause => ({
  text: clauses.map((c) => c.text).join(by),
  values: clauses.flatMap((c) => c.values),
});
