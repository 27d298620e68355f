import { all, before, type Condition } from './condition.ts';
import type { Verdict } from './figure.ts';

/** Done before the due as it stands, and before the due as it first stood: both rates come from the same members. */
export const againstBothDues = <F extends string>(done: F, due: F, original: F): [Verdict, Condition<F>][] => [
  ['in', all(before(done, due), before(done, original))],
  ['extended', before(done, due)],
  ['shortened', before(done, original)],
];

/** What counts against the original due. */
export const originally = { in: 1, shortened: 1 } as const;
