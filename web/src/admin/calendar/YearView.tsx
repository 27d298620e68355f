import type { CalendarData } from '@hotline/shared/time/calendar/calendarData';
import { dateOfDay, dayNumber } from '@hotline/shared/time/localDate';
import { type KeyboardEvent, useRef } from 'react';
import { useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';
import { type DayView, type Edits, viewDay, weeksOf } from './days.ts';

type Props = {
  year: number;
  data: CalendarData;
  edits: Edits;
  focused: string;
  today: string;
  onFocus: (date: string) => void;
  onOpen: (date: string) => void;
};

const months = Array.from({ length: 12 }, (_, i) => i + 1);
const words: Record<DayView['kind'], TextKey> = {
  work: 'cal.workdayWords',
  weekend: 'cal.weekendWords',
  off: 'cal.offWords',
  make: 'cal.makeWords',
  half: 'cal.halfWords',
};
const marks: Partial<Record<DayView['kind'], TextKey>> = { off: 'cal.off', make: 'cal.make', half: 'cal.half' };

/** A year of twelve months with one place in the Tab order: arrows move the day, Enter opens it. */
export function YearView({ year, data, edits, focused, today, onFocus, onOpen }: Props) {
  const t = useT();
  const root = useRef<HTMLDivElement>(null);
  const go = (date: string) => {
    if (!date.startsWith(String(year))) return;
    onFocus(date);
    root.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const to = moved(event.key, focused);
    if (to === null) return;
    event.preventDefault();
    go(to);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons inside hear the keys; here they are only gathered
    <div className="year" ref={root} onKeyDown={onKey}>
      {months.map((month) => (
        <table key={month} className="month">
          <caption>{t('cal.month', { year, month })}</caption>
          <thead>
            <tr>
              {t('cal.weekdays')
                .split(',')
                .map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week) => (
              <tr key={week.find((d) => d !== null)}>
                {week.map((date, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a week has seven fixed places
                  <td key={i}>
                    {date ? (
                      <Day
                        day={viewDay(data, edits, date)}
                        isFocus={date === focused}
                        isToday={date === today}
                        onFocus={onFocus}
                        onOpen={onOpen}
                      />
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

type DayProps = {
  day: DayView;
  isFocus: boolean;
  isToday: boolean;
  onFocus: (date: string) => void;
  onOpen: (date: string) => void;
};

function Day({ day, isFocus, isToday, onFocus, onOpen }: DayProps) {
  const t = useT();
  const mark = marks[day.kind];
  const label = [day.date, t(words[day.kind]), day.special?.name, day.edited ? t('cal.editedWords') : '']
    .filter(Boolean)
    .join(' ');
  const written = [Number(day.date.slice(8)), mark ? t(mark) : '', day.edited ? t('cal.edited') : ''].join('');
  return (
    <button
      type="button"
      className={`day day-${day.kind}${day.edited ? ' is-edited' : ''}`}
      data-date={day.date}
      tabIndex={isFocus ? 0 : -1}
      aria-current={isToday ? 'date' : undefined}
      // What is written on it stands first, so that whoever says it to his computer presses it.
      aria-label={`${written} ${label}`}
      title={day.special?.name || undefined}
      onFocus={() => onFocus(day.date)}
      onClick={() => onOpen(day.date)}
    >
      {Number(day.date.slice(8))}
      {mark ? <span className="day-mark">{t(mark)}</span> : null}
      {day.edited ? <span className="day-mark">{t('cal.edited')}</span> : null}
    </button>
  );
}

export function Legend() {
  const t = useT();
  const kinds = ['off', 'make', 'half', 'weekend'] as const;
  return (
    <ul className="legend" aria-label={t('cal.legend')}>
      {kinds.map((kind) => {
        const mark = marks[kind];
        return (
          <li key={kind}>
            <span className={`day day-${kind}`} aria-hidden="true">
              15{mark ? <span className="day-mark">{t(mark)}</span> : null}
            </span>
            {t(words[kind])}
          </li>
        );
      })}
      <li>{t('cal.keys')}</li>
    </ul>
  );
}

function moved(key: string, date: string): string | null {
  const day = dayNumber(date);
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  if (Object.hasOwn(steps, key)) return dateOfDay(day + (steps[key] ?? 0));
  if (key === 'PageUp' || key === 'PageDown') {
    const [year = 0, month = 0] = date.split('-').map(Number);
    const to = month + (key === 'PageUp' ? -1 : 1);
    return to < 1 || to > 12 ? null : `${year}-${String(to).padStart(2, '0')}-01`;
  }
  if (key === 'Home') return `${date.slice(0, 4)}-01-01`;
  return key === 'End' ? `${date.slice(0, 4)}-12-31` : null;
}
