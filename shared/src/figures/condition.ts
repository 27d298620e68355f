/** A condition on facts, as data: one renderer here, one for SQL in db/src/figures/conditions.ts, proved equal. */
export type Condition<F extends string = string> =
  | { readonly has: F }
  | { readonly before: readonly [F, F] }
  | { readonly same: readonly [F, F] }
  | { readonly is: F; readonly oneOf: readonly string[] }
  | { readonly not: Condition<F> }
  | { readonly all: readonly Condition<F>[] }
  | { readonly any: readonly Condition<F>[] };

export const has = <F extends string>(field: F): Condition<F> => ({ has: field });
/** The first happened, strictly before the second; false while either is missing. */
export const before = <F extends string>(field: F, other: F): Condition<F> => ({ before: [field, other] });
/** Both are there and equal. */
export const same = <F extends string>(field: F, other: F): Condition<F> => ({ same: [field, other] });
export const is = <F extends string>(field: F, ...oneOf: readonly string[]): Condition<F> => ({ is: field, oneOf });
export const not = <F extends string>(condition: Condition<F>): Condition<F> => ({ not: condition });
export const all = <F extends string>(...conditions: readonly Condition<F>[]): Condition<F> => ({ all: conditions });
export const any = <F extends string>(...conditions: readonly Condition<F>[]): Condition<F> => ({ any: conditions });

export type Value = string | number | null;

export function holds(condition: Condition, facts: Readonly<Record<string, Value>>): boolean {
  if ('has' in condition) return given(facts[condition.has]);
  if ('before' in condition) return compared(facts, condition.before, (a, b) => a < b);
  if ('same' in condition) return compared(facts, condition.same, (a, b) => a === b);
  if ('is' in condition) return condition.oneOf.includes(String(facts[condition.is] ?? ''));
  if ('not' in condition) return !holds(condition.not, facts);
  if ('all' in condition) return condition.all.every((c) => holds(c, facts));
  return condition.any.some((c) => holds(c, facts));
}

const given = (value: Value | undefined): value is string | number => value !== null && value !== undefined;

const compared = (
  facts: Readonly<Record<string, Value>>,
  [x, y]: readonly [string, string],
  test: (a: string | number, b: string | number) => boolean,
): boolean => {
  const [a, b] = [facts[x], facts[y]];
  return given(a) && given(b) && test(a, b);
};
