const minuteMs = 60_000;

/** All times are shown in the centre's zone, whatever the computer's own; `offset` is minutes east of UTC. */
const shifted = (at: string | number, offset: number) => new Date(new Date(at).getTime() + offset * minuteMs);

/** `2026-11-23` */
export const localDay = (at: string | number, offset: number) => shifted(at, offset).toISOString().slice(0, 10);

/** `14:03` */
export const clock = (at: string | number, offset: number) => shifted(at, offset).toISOString().slice(11, 16);

/** `14:03:22` */
export const clockSeconds = (at: string | number, offset: number) => shifted(at, offset).toISOString().slice(11, 19);

/** `11-23 14:03`, with the year where it is not this one. */
export function dayAndClock(at: string, offset: number, nowMs = Date.now()): string {
  const text = shifted(at, offset).toISOString();
  const day = text.slice(0, 4) === localDay(nowMs, offset).slice(0, 4) ? text.slice(5, 10) : text.slice(0, 10);
  return `${day} ${text.slice(11, 16)}`;
}

/** `11-25 24:00`: a due instant in a table. */
export function dueDayAndClock(dueAt: string, offset: number): string {
  if (clock(dueAt, offset) !== '00:00') return dayAndClock(dueAt, offset);
  return `${dayAndClock(new Date(Date.parse(dueAt) - minuteMs).toISOString(), offset).slice(0, -5)}24:00`;
}

/** What a native `datetime-local` field holds, both ways. */
export const toField = (at: string, offset: number) => shifted(at, offset).toISOString().slice(0, 16);
export const fromField = (text: string, offset: number): string | null =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)
    ? new Date(Date.parse(`${text.slice(0, 16)}:00.000Z`) - offset * minuteMs).toISOString()
    : null;
