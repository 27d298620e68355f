import type { Term } from '../catalog/terms.ts';
import type { Case } from './model/case.ts';

/**
 * What happened, as a sentence for staff. `{who}` acted, `{unit}` is the department it is about, `{units}` those a dispatch
 * went to, `{fields}` what was changed.
 */
export type TimelineWords = Term & {
  /** Where the viewer may see the second ticket, `{ticket}`: on the ticket the verb was called on, and on the other. */
  readonly linked?: { readonly here: Term; readonly there?: Term };
};

/** All that a citizen may know of a step: no person, no reason, no unit below a top-level department. */
export type CitizenView = {
  /** The top-level department of the lead's dispatch it is about; 「承办单位」 where there is none. */
  readonly department: string;
  readonly by: 'citizen' | 'hotline';
  /** Whether the step changed that of his own appeal, of its ticket, or of the lead's dispatch. */
  readonly changed: (fact: 'appeal.status' | 'ticket.status' | 'dispatch.repliedAt') => boolean;
};

/** The citizen's sentence, in plain official Chinese; null where this step, other than most of its kind, is inner business. */
export type CitizenSentence = 'notTold' | ((view: CitizenView) => string | null);

/**
 * Where a button stands. `primary`: the case stands still until somebody does it. `secondary`: may be done, nobody waits.
 * `more`: seldom wanted, one step further. `destructive`: ends an appeal that no department has answered, last and apart.
 */
export const prominences = ['primary', 'secondary', 'more', 'destructive'] as const;
export type Prominence = (typeof prominences)[number];

/**
 * The letters a button may have. A capital is the letter with Shift: the counterpart of what the small letter does.
 * `b`, `j`, `k`, `n`, `x` and `z` move about in a queue.
 */
export type ButtonKey = Letter | Uppercase<Letter>;
type Letter =
  | ('a' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'l' | 'm')
  | ('o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'y');

export type Button = {
  /** A function where it depends on what is pending. */
  readonly prominence: Prominence | ((c: Case) => Prominence);
  /** The same on every ticket; null: never one slip of a finger away. */
  readonly key: ButtonKey | null;
  /** Whether the same input may be sent for many tickets at once. */
  readonly batch: boolean;
  /** What its doer wants to see afterwards: the next ticket of the queue, or what came of it on this one. */
  readonly afterwards: 'next' | 'stay';
};
