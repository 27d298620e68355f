import type { Term } from '../catalog/terms.ts';
import type { Condition } from './condition.ts';
import type { Exclusion } from './exclusions.ts';
import type { FieldOf, SourceName } from './facts/index.ts';

export const groups = ['department', 'category', 'day', 'role', 'kind', 'channel', 'region'] as const;
export type Group = (typeof groups)[number];

/**
 * How a counted member stands. `extended`: met thanks to a later due. `shortened`: missed a due that was brought forward,
 * though the original one was met. `fairly`: met in part.
 */
export const standings = ['in', 'extended', 'shortened', 'fairly', 'out'] as const;
export type Verdict = (typeof standings)[number] | Exclusion;
type Weights = Readonly<Partial<Record<Verdict, number>>>;

/**
 * `rate`: met ÷ all. `sum`: of an amount. `count`: how many. `flow`: left ÷ (there at the start + come in). `live`: how many
 * stand now, by how their cohort instant lies to now.
 */
type Measure =
  | { readonly as: 'rate' | 'count' }
  | { readonly as: 'sum'; readonly amount: string }
  | { readonly as: 'flow'; readonly exit: string }
  | { readonly as: 'live'; readonly when: 'past' | 'today' | 'any' };

/**
 * A published figure: one definition, as data. It drives SQL, counters, tooltip, drill-down, export and documentation.
 * Exclusions and verdicts are ordered lists, the first that holds wins; whoever matches none is `out`.
 */
export type Figure = {
  readonly id: string;
  readonly version: number;
  readonly term: Term;
  /** The definition in words, as shown beside the figure. */
  readonly words: Term;
  readonly numerator: Term;
  readonly denominator: Term;
  readonly met: Term;
  readonly missed: Term;
  /** Which instant says when a member belongs to the figure. */
  readonly cohortWords: Term;
  readonly measure: Measure;
  readonly over: SourceName;
  readonly cohort: string;
  /** The cohort instant is a due: the first instant that is late, so 24:00 of a day belongs to that day. */
  readonly due: boolean;
  readonly original: string | null;
  /** When the member did what was due, as the drill-down shows it. */
  readonly done: string | null;
  /** Whose figure it is. */
  readonly department: string;
  readonly members: Condition | null;
  readonly exclusions: readonly (readonly [Exclusion, Condition])[];
  readonly verdicts: readonly (readonly [Verdict, Condition])[];
  /** In how many parts of a `unit` a verdict counts. Applied when read, so a weight changes without a recount. */
  readonly weights: Weights;
  readonly unit: number;
  /** Weights of the same question against the original due, shown beside it. */
  readonly originally: Weights | null;
  /** Which way a ranking goes: a department with few returns comes first. */
  readonly better: 'high' | 'low';
  readonly groups: readonly Group[];
  /** The figure whose counters it reads: its own, or those of one with the same members. */
  readonly countedAs: string;
};

/** What counters tell members apart by, beside the department and the day; `none`: by nothing. */
export type Dimension = Exclude<Group, 'department' | 'day'> | 'none';

/**
 * Which counters of a figure are kept: a question about two dimensions at once is answered from the rows. None of calls,
 * which no case has, nor of what is due today: those are few, and an index finds them.
 */
export const dimensionsOf = ({ over, groups, measure }: Figure): readonly Dimension[] =>
  over === 'call' || (measure.as === 'live' && measure.when === 'today')
    ? []
    : ['none', ...(groups.includes('role') ? (['role'] as const) : []), ...everyMatter];
/** Its counters are its own to keep. */
export const isKept = (figure: Figure): boolean => figure.countedAs === figure.id && dimensionsOf(figure).length > 0;

/** What every ticket has: a board narrowed to one of them asks every figure. */
const everyMatter = ['category', 'kind', 'channel', 'region'] as const satisfies readonly Dimension[];

type Definition<S extends SourceName> = Pick<Figure, 'id' | 'version' | 'term' | 'words' | 'groups'> & {
  readonly numerator: Term;
  readonly denominator: Term;
  readonly met?: Term;
  readonly missed?: Term;
  readonly cohortWords: Term;
  readonly measure?: Measure;
  readonly cohort: FieldOf<S>;
  readonly due?: true;
  readonly original?: FieldOf<S>;
  readonly done?: FieldOf<S>;
  readonly department?: FieldOf<S>;
  readonly members?: Condition<FieldOf<S>>;
  readonly exclusions?: readonly (readonly [Exclusion, Condition<FieldOf<S>>])[];
  readonly verdicts: readonly (readonly [Verdict, Condition<FieldOf<S>>])[];
  readonly weights?: Weights;
  readonly unit?: number;
  readonly originally?: Weights;
  readonly better?: 'low';
  readonly countedAs?: string;
};

/** A figure over one kind of member, with its fields checked and what is usual filled in. */
export const figureOver = <S extends SourceName>(over: S, given: Definition<S>): Figure => ({
  measure: { as: 'rate' },
  due: false,
  original: null,
  done: null,
  department: 'departmentId',
  members: null,
  exclusions: [],
  met: { zh: '计入分子', en: 'Met' },
  missed: { zh: '未计入分子', en: 'Not met' },
  weights: { in: 1, extended: 1 },
  unit: 1,
  originally: null,
  better: 'high',
  countedAs: given.id,
  ...given,
  over,
});

/** What is met in time, and what it would have been by the original due. */
export const inTime = { met: { zh: '及时', en: 'In time' }, missed: { zh: '未及时', en: 'Late' } } as const;
