import type { Case } from '../ticket/model/case.ts';
import { addMs, dueDay, type Instant, localDate } from '../time/instant.ts';
import type { LocalDate } from '../time/localDate.ts';
import { type AnyFacts, anySource, type SourceName, sourceNames, sources } from './facts/index.ts';
import { type Facts, factsAt } from './facts/source.ts';
import { type Figure, isKept, type Verdict } from './figure.ts';
import { figureList } from './index.ts';
import { isCounted, verdictOf } from './verdict.ts';

/** What one member puts into a figure's counters. */
export type Cell = {
  readonly figure: string;
  readonly centreId: string;
  readonly day: LocalDate;
  readonly departmentId: string;
  readonly role: string;
  readonly categoryId: string;
  readonly kind: string;
  readonly channel: string;
  /** The county: the first six digits of the region's code. */
  readonly region: string;
  readonly verdict: Verdict;
  readonly n: number;
  readonly amount: number;
};
/** What a member was until `untilAt`, kept because it cannot be told from what it is. */
type Past = { readonly source: SourceName; readonly facts: AnyFacts; readonly untilAt: Instant };
export type Change = { readonly cells: readonly Cell[]; readonly past: readonly Past[] };
type When = { readonly at: Instant; readonly utcOffsetMinutes: number };

/**
 * What the step from one state of a case to the next does to the counters, and what it makes untellable about the past.
 * On the way of every write: facts that did not change are compared once and touch no figure.
 */
export function changeOf(before: Case | null, after: Case, when: When): Change {
  const cells: Cell[] = [];
  const past: Past[] = [];
  for (const source of sourceNames) {
    const old = new Map((before ? factsOf(source, before) : []).map((facts) => [facts.id, facts]));
    for (const now of factsOf(source, after)) {
      const was = old.get(now.id);
      old.delete(now.id);
      if (was && isSame(was, now)) continue;
      if (was) {
        addCells(cells, source, was, -1, when);
        if (!isTellable(source, was, now, when.at)) past.push({ source, facts: was, untilAt: when.at });
      }
      addCells(cells, source, now, 1, when);
    }
    // A member that left for another ticket: over there it is new, here its past is kept.
    for (const was of old.values()) {
      addCells(cells, source, was, -1, when);
      past.push({ source, facts: was, untilAt: when.at });
    }
  }
  return { cells, past };
}

/** What a case that was imported by mistake takes out of the counters again: everything, and it has no past. */
export const takenBack = (before: Case, when: When): Change => {
  const cells: Cell[] = [];
  for (const source of sourceNames) for (const was of factsOf(source, before)) addCells(cells, source, was, -1, when);
  return { cells, past: [] };
};

const factsOf = (source: SourceName, c: Case): AnyFacts[] => sources[source].of(c);

/** Everything a case puts into the counters of one figure. */
export const cellsOf = (figure: Figure, c: Case, utcOffsetMinutes: number): Cell[] =>
  factsOf(figure.over, c).flatMap((facts) => memberCells(figure, facts, 1, utcOffsetMinutes));

const figuresOver = Map.groupBy(figureList.filter(isKept), (f) => f.over);

function addCells(cells: Cell[], source: SourceName, facts: AnyFacts, sign: 1 | -1, when: When): void {
  for (const figure of figuresOver.get(source) ?? [])
    cells.push(...memberCells(figure, facts, sign, when.utcOffsetMinutes));
}

function memberCells(figure: Figure, facts: AnyFacts, sign: 1 | -1, utcOffsetMinutes: number): Cell[] {
  const verdict = verdictOf(figure, facts);
  if (verdict === null) return [];
  const known = facts as unknown as Facts;
  const { measure } = figure;
  const day = dayOf(figure, String(known[figure.cohort]), utcOffsetMinutes);
  const cell: Cell = {
    figure: figure.id,
    centreId: known.centreId,
    day,
    departmentId: String(known[figure.department] ?? ''),
    role: known.role,
    categoryId: known.categoryId,
    kind: known.kind,
    channel: known.channel,
    region: known.regionCode.slice(0, 6),
    verdict,
    n: sign,
    amount: measure.as === 'sum' ? sign * Number(known[measure.amount] ?? 0) : 0,
  };
  const exit = measure.as === 'flow' && isCounted(verdict) ? known[measure.exit] : null;
  return typeof exit === 'string'
    ? [cell, { ...cell, day: dayOf(figure, exit, utcOffsetMinutes), verdict: 'in' }]
    : [cell];
}

/** The local day an instant of the cohort belongs to. */
export const dayOf = (figure: Figure, at: Instant, utcOffsetMinutes: number): LocalDate =>
  figure.due ? dueDay(at, utcOffsetMinutes) : localDate(at, utcOffsetMinutes);

/** Nobody asking for an earlier moment can tell whether he is answered from `was` or from `now`. */
function isTellable(source: SourceName, was: AnyFacts, now: AnyFacts, at: Instant): boolean {
  const earlier = addMs(at, -1);
  const known = anySource(source);
  return isSame(factsAt(known, was, earlier), factsAt(known, now, earlier));
}

function isSame(a: object, b: object): boolean {
  const other = b as Record<string, unknown>;
  for (const [field, value] of Object.entries(a)) if (other[field] !== value) return false;
  return true;
}
