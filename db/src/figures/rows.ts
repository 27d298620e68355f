import type { Figure, Verdict } from '@hotline/shared/figures/figure';
import type { Scope } from '@hotline/shared/people/scope';
import type { Instant } from '@hotline/shared/time/instant';
import type { Db } from '../store/open.ts';
import { rowsOf, snake } from '../store/rows.ts';
import { scopeClause } from '../store/scope.ts';
import { literal } from './conditions.ts';
import { clause, joined, type Leg, legsOf, membersOf, plain } from './members.ts';
import type { Question } from './question.ts';

/** Which of a figure's members are asked for: those counted, those met, the rest, those left out (for one reason). */
type PartOfFigure = 'denominator' | 'numerator' | 'rest' | 'excluded';
export type Member = {
  id: string;
  /** '' of a call from which nothing was logged. */
  ticketId: string;
  number: string;
  title: string | null;
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

export type MembersAsked = {
  readonly q: Question;
  readonly part: PartOfFigure;
  readonly reason: Verdict | undefined;
  readonly scope: Scope;
  readonly after: Mark | null;
  readonly limit: number;
};

/** The rows behind a figure, by keyset on (cohort instant, id): exactly those its numbers count. */
export async function listMembers(db: Db, asked: MembersAsked): Promise<Member[]> {
  // Each in the order of its own index and no further than the page goes, which one query over both could not.
  const found = [];
  for (const leg of legsOf(asked.q)) found.push(await listLeg(db, asked, leg));
  if (found.length === 1) return found[0] ?? [];
  const inOrder = (a: Member, b: Member) =>
    a.cohortAt < b.cohortAt ? -1 : a.cohortAt > b.cohortAt ? 1 : a.id < b.id ? -1 : 1;
  return found.flat().sort(inOrder).slice(0, asked.limit);
}

function listLeg(db: Db, { q, part, reason, scope, after, limit }: MembersAsked, leg: Leg): Promise<Member[]> {
  const { figure } = q;
  const members = membersOf(q, [leg], after?.value);
  const cohort = `m.${snake(figure.cohort)}`;
  const sight = scopeClause(scope, 't');
  const where = joined(
    ' and ',
    plain(partSql(figure, part, reason)),
    ...(after ? [clause(`(${cohort}, m.id) > (?, ?)`, after.value, after.id)] : []),
  );
  const optional = (field: string | null) => (field === null ? 'null' : `m.${snake(field)}`);
  const shown = `m.id as "id", m.ticket_id as "ticketId", m.number as "number", t.title as "title",
    coalesce(m.${snake(figure.department)}, '') as "departmentId", m.role as "role", ${cohort} as "cohortAt",
    ${optional(figure.original)} as "originalAt", ${optional(figure.done)} as "doneAt", m.verdict as "verdict",
    ${figure.measure.as === 'sum' ? `m.${snake(figure.measure.amount)}` : 'null'} as "amount",
    case when t.id is null or ${sight.text} then 1 else 0 end as "inSight"`;
  return rowsOf<Member>(
    db,
    `select ${shown} from (${members.text}) as m ${figure.over === 'call' ? 'left ' : ''}join ticket t on t.id = m.ticket_id where ${where.text}
      order by ${cohort}, m.id limit ${limit}`,
    [...sight.values, ...members.values, ...where.values],
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
