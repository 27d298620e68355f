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

export const isDay = (text: string | null): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');
