import * as Type from 'typebox';
import { Id, Instant, object, oneOf, orNull, Version } from '../../schema.ts';
import { clockNames } from '../../ticket/clocks/clock.ts';
import { CalendarChange } from '../../time/calendar/calendarChange.ts';
import { CalendarData, CalendarText, SpecialDay } from '../../time/calendar/calendarData.ts';
import { Count, route } from '../route.ts';
import { VersionMade, VersionNote } from './versions.ts';

const centre = { centreId: Type.Optional(Id) };
const note = Type.Optional(VersionNote);

const Calendar = object({ centreId: Id, data: CalendarData, versions: Type.Array(VersionMade) });
const DayDifference = object({ date: Type.String(), before: orNull(SpecialDay), after: orNull(SpecialDay) });
const Import = object({
  /** Days read; nothing is saved while there is an error, or in a dry run. */
  days: Count,
  errors: Type.Array(object({ line: Count, text: Type.String(), message: Type.String() })),
  /** Sentences of a notice that name no day, for a person to look through; and festivals it does not name. */
  unused: Type.Array(object({ line: Count, text: Type.String() })),
  missing: Type.Array(Type.String()),
  differences: Type.Array(DayDifference),
  saved: orNull(Version),
});
export const ClockMove = object({
  ticketId: Id,
  number: Type.String(),
  clock: oneOf(clockNames),
  departmentId: orNull(Id),
  from: Instant,
  to: Instant,
  /** By the corrected clock it is late already. */
  late: Type.Boolean(),
});
export type ClockMove = Type.Static<typeof ClockMove>;
export const Correction = object({
  id: Id,
  calendarVersion: Version,
  askedBy: Type.String(),
  askedAt: Instant,
  examined: Count,
  changed: Count,
  /** Tickets open now: what `examined` runs up to. */
  open: Count,
  finishedAt: orNull(Instant),
  outcome: orNull(oneOf(['done', 'superseded'] as const)),
});
export type Correction = Type.Static<typeof Correction>;

/** 工作日历: versions, the import of a year, and the correction of clocks that already run. */
export const calendarRoutes = {
  calendar: route({
    method: 'GET',
    path: '/api/admin/calendar',
    summary: 'A version of the working calendar; the newest where none is named',
    query: object({ ...centre, version: Type.Optional(Version) }),
    answer: Calendar,
  }),
  changeCalendar: route({
    method: 'POST',
    path: '/api/admin/calendar',
    summary: 'Change days: a new version, nothing frozen moves',
    body: object({ ...centre, version: Version, change: CalendarChange, note }),
    answer: Calendar,
  }),
  importCalendar: route({
    method: 'POST',
    path: '/api/admin/calendar/import',
    summary: "Import a year's days from CSV or from the State Council's notice",
    body: object({
      ...centre,
      version: Version,
      year: Type.Integer({ minimum: 1990, maximum: 2200 }),
      text: CalendarText,
      dryRun: Type.Boolean(),
      note,
    }),
    answer: Import,
  }),
  previewCorrection: route({
    method: 'GET',
    path: '/api/admin/calendar/correction/preview',
    summary: 'Which open clocks the calendar in force would move, page by page',
    query: object({
      ...centre,
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    /** A page may hold no move and still have a next one: `examined` counts the tickets looked at. */
    answer: object({
      items: Type.Array(ClockMove),
      examined: Count,
      open: Count,
      nextCursor: orNull(Type.String()),
      calendarVersion: Version,
    }),
  }),
  startCorrection: route({
    method: 'POST',
    path: '/api/admin/calendar/correction',
    summary: 'Correct the open clocks by this version of the calendar, in the background',
    body: object({ ...centre, version: Version, note }),
    answer: Correction,
  }),
  correction: route({
    method: 'GET',
    path: '/api/admin/calendar/correction',
    summary: 'How far the newest correction is',
    query: object(centre),
    answer: object({ correction: orNull(Correction) }),
  }),
} as const;
