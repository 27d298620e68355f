import { localDay } from '../ui/localTime.ts';

export type Period = { from: string; to: string };
export const presets = ['thisMonth', 'lastMonth', 'last30Days', 'thisYear'] as const;
export type Preset = (typeof presets)[number];

const dayMs = 86_400_000;
const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** Days of the centre's calendar, both inclusive. */
export function periodOf(preset: Preset, nowMs: number, offset: number): Period {
  const to = localDay(nowMs, offset);
  const [year = 0, month = 1] = to.split('-').map(Number);
  if (preset === 'thisMonth') return { from: iso(year, month - 1, 1), to };
  if (preset === 'lastMonth') return { from: iso(year, month - 2, 1), to: iso(year, month - 1, 0) };
  if (preset === 'thisYear') return { from: iso(year, 0, 1), to };
  return { from: localDay(nowMs - 29 * dayMs, offset), to };
}

/**
 * The one preset that is these days: on the 30th the month so far and the last 30 days are the same ones, and then it is
 * the one that was `pressed`.
 */
export function chosenPreset({ from, to }: Period, pressed: string | undefined, nowMs: number, offset: number) {
  const same = presets.filter((preset) => {
    const its = periodOf(preset, nowMs, offset);
    return its.from === from && its.to === to;
  });
  return same.find((preset) => preset === pressed) ?? same[0];
}

/**
 * What a period is compared with: whole months with the months before, a month so far with the same days of the month
 * before, anything else with as many days before it.
 */
export function periodBefore({ from, to }: Period): Period {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number);
  if (day === 1) {
    const months = (toYear - year) * 12 + toMonth - month + 1;
    const lastDay = Number(iso(toYear, toMonth - months, 0).slice(8));
    const isWhole = to === iso(toYear, toMonth, 0);
    return {
      from: iso(year, month - 1 - months, 1),
      to: iso(toYear, toMonth - 1 - months, isWhole ? lastDay : Math.min(toDay, lastDay)),
    };
  }
  const length = Date.parse(to) - Date.parse(from) + dayMs;
  const shifted = (date: string) => new Date(Date.parse(date) - length).toISOString().slice(0, 10);
  return { from: shifted(from), to: shifted(to) };
}

/** The last so many months, the newest first. */
export function recentMonths(count: number, nowMs: number, offset: number): string[] {
  const [year = 0, month = 1] = localDay(nowMs, offset).split('-').map(Number);
  return Array.from({ length: count }, (_, i) => iso(year, month - 1 - i, 1).slice(0, 7));
}

export const isDay = (text: string | null): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');
