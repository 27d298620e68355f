/** What a form holds, and what it was given when that was last looked at: the difference is what the person did. */
export type Filled<T> = { readonly answers: T; readonly given: T };

/** A field that both the person and somebody else changed. */
export type Conflict = {
  readonly field: string;
  readonly was: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
};

/** Untouched fields follow what is given `now`; whatever was touched stays as it was typed. */
export function mergeForm<T extends object>({ answers, given }: Filled<T>, now: T): Filled<T> {
  const merged = { answers: { ...answers }, given: { ...given } };
  for (const field of fieldsOf(answers, now)) {
    if (isSame(given[field], now[field]) || !isSame(answers[field], given[field])) continue;
    merged.answers[field] = now[field];
    merged.given[field] = now[field];
  }
  return merged;
}

/** What is left for the person to decide after `mergeForm`. */
export const conflictsIn = <T extends object>({ answers, given }: Filled<T>, now: T): Conflict[] =>
  fieldsOf(answers, now)
    .filter((field) => !isSame(given[field], now[field]) && !isSame(answers[field], now[field]))
    .map((field) => ({ field: String(field), was: given[field], theirs: now[field], mine: answers[field] }));

/** Either way what the others wrote has been seen. */
export function settleField<T extends object>(
  form: Filled<T>,
  now: T,
  field: string,
  keep: 'mine' | 'theirs',
): Filled<T> {
  const name = field as keyof T;
  return {
    answers: keep === 'mine' ? form.answers : { ...form.answers, [name]: now[name] },
    given: { ...form.given, [name]: now[name] },
  };
}

const fieldsOf = <T extends object>(a: T, b: T) => [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof T)[];
const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
