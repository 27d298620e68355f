import type { Terms } from '../catalog/terms.ts';
import { all, before, type Condition, has, is } from './condition.ts';

/** Why a member is left out of a figure: listed apart, by reason, with n. */
export const exclusions = [
  'excused',
  'paused',
  'directAnswer',
  'returned',
  'released',
  'withdrawn',
  'invalid',
  'declined',
  'transferred',
  'absorbed',
  'reworked',
  'unreachable',
] as const;
export type Exclusion = (typeof exclusions)[number];

export const exclusionTerms: Terms<Exclusion> = {
  excused: { zh: '考核剔除', en: 'Excused' },
  paused: { zh: '计时暂停', en: 'Clock paused' },
  directAnswer: { zh: '直接答复', en: 'Answered directly' },
  returned: { zh: '退单', en: 'Returned' },
  released: { zh: '解除', en: 'Released' },
  withdrawn: { zh: '撤诉', en: 'Withdrawn' },
  invalid: { zh: '无效', en: 'Invalid' },
  declined: { zh: '不予受理', en: 'Declined' },
  transferred: { zh: '移送', en: 'Handed off' },
  absorbed: { zh: '并单', en: 'Absorbed' },
  reworked: { zh: '回访前重办', en: 'Reworked before the callback' },
  unreachable: { zh: '未接通', en: 'Not reached' },
};

type Leaving<F extends string> = readonly [Exclusion, Condition<F>];

type Reason = keyof typeof outcomes;
type Ending = 'outcome' | 'closedAt';

/** An appeal or ticket that left by one of these outcomes, whenever that was. */
export const left = (...reasons: readonly Reason[]): Leaving<Ending>[] =>
  reasons.map((reason) => [reason, is<Ending>('outcome', outcomes[reason])]);

/** The same, only if it left before its due: later ones count as late. */
export const leftBefore = <F extends string>(due: F, ...reasons: readonly Reason[]): Leaving<F | Ending>[] =>
  reasons.map((reason) => [
    reason,
    all<F | Ending>(is<F | Ending>('outcome', outcomes[reason]), before<F | Ending>('closedAt', due)),
  ]);

const outcomes = {
  directAnswer: 'answered',
  withdrawn: 'withdrawn',
  invalid: 'invalid',
  declined: 'declined',
  transferred: 'transferred',
  absorbed: 'merged',
} as const;

type DispatchField = 'returnedAt' | 'returnAskedAt' | 'releasedAt' | 'excusedAt';

/** A dispatch taken away: excused; given back, having been asked for before due and approved; or released before due. */
export const takenAway = <F extends string>(due: F): Leaving<F | DispatchField>[] => [
  ['excused', has<F | DispatchField>('excusedAt')],
  ['returned', all(has<F | DispatchField>('returnedAt'), before<F | DispatchField>('returnAskedAt', due))],
  ['released', before<F | DispatchField>('releasedAt', due)],
];
