import type { Case } from '../../ticket/model/case.ts';
import type { Instant } from '../../time/instant.ts';
import type { Value } from '../condition.ts';

/** What every member of a figure is filtered and grouped by. '' where there is none. Nothing personal. */
export type Common = {
  id: string;
  ticketId: string;
  centreId: string;
  /** Of the appeal, otherwise of the ticket. */
  number: string;
  departmentId: string;
  role: string;
  categoryId: string;
  kind: string;
  channel: string;
  regionCode: string;
};
export type Facts = Readonly<Record<string, Value>> & Readonly<Common>;

/**
 * How a fact tells what it was at an earlier moment. `fixed`: what it is now. `happened`: an instant, unknown before
 * itself. Another field's name: unknown before that happened. Whatever changes otherwise is kept by the writer, see `pastOf`.
 */
export type Standing<F> = 'fixed' | 'happened' | { readonly since: F };

/** One kind of member: an appeal, a dispatch, a ticket, a callback. Its facts stand in one place, for every figure over it. */
export type Source<F extends Common> = {
  readonly of: (c: Case) => F[];
  readonly standing: { readonly [K in keyof F]: Standing<keyof F & string> };
};

/** The facts as anybody asking at `at` would have found them. */
export function factsAt<F extends Common>(source: Source<F>, facts: F, at: Instant): F {
  let then = facts;
  for (const [field, standing] of Object.entries(source.standing) as [keyof F & string, Standing<keyof F & string>][]) {
    if (standing === 'fixed') continue;
    const when = facts[standing === 'happened' ? field : standing.since];
    if (typeof when === 'string' && when > at) then = { ...then, [field]: field === 'departmentId' ? '' : null };
  }
  return then;
}

export const fixedCommon = {
  id: 'fixed',
  ticketId: 'fixed',
  centreId: 'fixed',
  number: 'fixed',
  departmentId: 'fixed',
  role: 'fixed',
  categoryId: 'fixed',
  kind: 'fixed',
  channel: 'fixed',
  regionCode: 'fixed',
} as const;
