import { dateOfDay, localDayNumber } from '@hotline/shared/time/localDate';
import { provisionalNoticeDays } from '@hotline/shared/time/rules/coverage';
import { Alert } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { useNow } from './useNow.ts';

/**
 * Told to those who answer for clocks and figures, before dues become provisional and while they are. Above figures `from` is
 * what their answer says: the day from which dues they rest on are provisional, or null.
 */
export function CalendarNotice({ from }: { from?: string | null }) {
  const t = useT();
  const calendar = useCatalog((s) => s.calendar);
  const now = useNow();
  if (!calendar) return null;
  const daysLeft = calendar.lastDay - localDayNumber(now, calendar.utcOffsetMinutes);
  const isOver = daysLeft < 0;
  if (daysLeft > provisionalNoticeDays || (isOver && from === null)) return null;
  const first = dateOfDay(calendar.lastDay + 1);
  const words = { year: first.slice(0, 4), to: dateOfDay(calendar.lastDay), from: from ?? first };
  return (
    <Alert
      className="calendar-notice"
      type={isOver ? 'warning' : 'info'}
      showIcon
      title={t(isOver ? 'calendar.provisionalNow' : 'calendar.provisionalSoon', words)}
    />
  );
}
