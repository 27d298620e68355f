import * as Type from 'typebox';
import { Id } from '../../schema.ts';
import { LocalDate } from '../localDate.ts';

/** A stretch of work within one local day: [start, end) in minutes after 00:00, e.g. [480, 720] for 08:00–12:00. */
export const Period = Type.Tuple([
  Type.Integer({ minimum: 0, maximum: 1440 }),
  Type.Integer({ minimum: 0, maximum: 1440 }),
]);
export type Period = Type.Static<typeof Period>;

export const Periods = Type.Array(Period, { minItems: 1, maxItems: 24 });

/** A day unlike its weekday: a holiday, a make-up working day 调休, or a half day with periods of its own. */
export const SpecialDay = Type.Object(
  {
    date: LocalDate,
    working: Type.Boolean(),
    /** Only for a working day; left out, the standard periods apply. */
    periods: Type.Optional(Periods),
    name: Type.String({ maxLength: 100 }),
  },
  { additionalProperties: false },
);
export type SpecialDay = Type.Static<typeof SpecialDay>;

/** A year's days as they are pasted, in lines or as the State Council's notice. */
export const CalendarText = Type.String({ minLength: 1, maxLength: 100_000 });

/**
 * A centre's calendar as stored, one JSON value per version. Monday to Friday are working days unless `special` says
 * otherwise. Outside `from`–`to` (both inclusive) nothing is known, and nothing is guessed.
 */
export const CalendarData = Type.Object(
  {
    id: Id,
    version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    /** The centre's zone, minutes east of UTC, no daylight saving: 480 for all of China (北京时间). */
    utcOffsetMinutes: Type.Integer({ minimum: -720, maximum: 840 }),
    from: LocalDate,
    to: LocalDate,
    /** The periods of an ordinary working day. */
    periods: Periods,
    special: Type.Array(SpecialDay, { maxItems: 20_000 }),
  },
  { additionalProperties: false },
);
export type CalendarData = Type.Static<typeof CalendarData>;
