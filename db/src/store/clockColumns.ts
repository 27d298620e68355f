import type { Clock } from '@hotline/shared/ticket/clocks/clock';

/** Which columns hold a clock, as JSON text: the one place that knows. */
const clockColumns = {
  ticket: ['promiseClock', 'dispatchClock', 'reviewClock', 'callbackClock'],
  appeal: ['promiseClock'],
  dispatch: ['signClock', 'replyClock'],
  callback: ['clock'],
  supervisionOrder: ['clock'],
  pause: ['clock'],
} as const;
type Clocked = keyof typeof clockColumns;

/** A row as it is stored: its clocks are text. */
export type WithClockText<T> = {
  [K in keyof T]: NonNullable<T[K]> extends Clock ? string | Extract<T[K], null | undefined> : T[K];
};

/** A row, or the changed columns of one, as it is stored. */
export const clockTexts = <R extends object>(row: R): WithClockText<R> =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  ) as WithClockText<R>;

/** The same row with its clocks as values. */
type WithClocks<R> = {
  [K in keyof R]: K extends (typeof clockColumns)[Clocked][number] ? (null extends R[K] ? Clock | null : Clock) : R[K];
};

/** A row with its clocks read from their text; one of a table that has none as it is. */
export function readClocks<R extends Readonly<Record<string, unknown>>>(table: string, row: R): WithClocks<R> {
  const read: Record<string, unknown> = { ...row };
  for (const column of clockColumns[table as Clocked] ?? []) {
    const text = read[column];
    if (typeof text === 'string') read[column] = JSON.parse(text) as Clock;
  }
  return read as WithClocks<R>;
}
