import type { Figure, Verdict } from '@hotline/shared/figures/figure';
import type { Scope } from '@hotline/shared/people/scope';
import type { Instant } from '@hotline/shared/time/instant';
import type { Db } from '../open.ts';
import { type Clause, rowsOf, snake } from '../rows.ts';
import { scopeClause } from '../scope.ts';
import { literal } from './conditions.ts';
import { clause, joined, membersOf, plain } from './members.ts';
import type { Question } from './question.ts';

/** Which of a figure's members are asked for: those counted, those met, the rest, those left out (for one reason). */
export type PartOfFigure = 'denominator' | 'numerator' | 'rest' | 'excluded';
export type Member = {
  id: string;
  ticketId: string;
  number: string;
  title: string;
  departmentId: string;
  role: string;
  cohortAt: Instant;
  originalAt: Instant | null;
  doneAt: Instant | null;
  verdict: Verdict;
  amount: number | null;
  /** Whether the viewer may see the ticket itself: a count is his, the matter may not be. */
  inSight: number;
};
export type Mark = { readonly value: Instant; readonly id: string };

/** The rows behind a figure, by keyset on (cohort instant, id): exactly those its numbers count. */
export function listMembers(
  db: Db,
  q: Question,
  part: PartOfFigure,
  reason: Verdict | undefined,
  scope: Scope,
  after: Mark | null,
  limit: number,
): Promise<Member[]> {
  const { figure } = q;
  const members = membersOf(q, after?.value);
  const cohort = `m.${snake(figure.cohort)}`;
  const sight = scopeClause(scope, 't');
  const where = joined(
    ' and ',
    plain(partSql(figure, part, reason)),
    ...(after ? [clause(`(${cohort}, m.id) > (?, ?)`, after.value, after.id)] : []),
  );
  const optional = (field: string | null) => (field === null ? 'null' : `m.${snake(field)}`);
  const shown: Clause = {
    text: `select m.id as "id", m.ticket_id as "ticketId", m.number as "number", t.title as "title",
      coalesce(m.${snake(figure.department)}, '') as "departmentId", m.role as "role", ${cohort} as "cohortAt",
      ${optional(figure.original)} as "originalAt", ${optional(figure.done)} as "doneAt", m.verdict as "verdict",
      ${figure.measure.as === 'sum' ? `m.${snake(figure.measure.amount)}` : 'null'} as "amount",
      case when ${sight.text} then 1 else 0 end as "inSight"`,
    values: sight.values,
  };
  return rowsOf<Member>(
    db,
    `${shown.text} from (${members.text}) as m join ticket t on t.id = m.ticket_id where ${where.text}
      order by ${cohort}, m.id limit ${limit}`,
    [...shown.values, ...members.values, ...where.values],
  );
}

function partSql(figure: Figure, part: PartOfFigure, reason: Verdict | undefined): string {
  const list = (verdicts: readonly Verdict[]) => verdicts.map(literal).join(', ') || 'null';
  const left = figure.exclusions.map(([verdict]) => verdict);
  const met = (Object.keys(figure.weights) as Verdict[]).filter((v) => (figure.weights[v] ?? 0) > 0);
  if (part === 'numerator') return `m.verdict in (${list(met)})`;
  if (part === 'excluded')
    return `m.verdict in (${list(reason === undefined ? left : left.filter((verdict) => verdict === reason))})`;
  if (part === 'rest') return `m.verdict not in (${list([...left, ...met])})`;
  return left.length === 0 ? '1 = 1' : `m.verdict not in (${list(left)})`;
}
