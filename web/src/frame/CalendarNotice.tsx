import { dateOfDay, localDayNumber } from '@hotline/shared/time/localDate';
import { Alert } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useT } from '../text/translate.ts';
import { useNow } from '../ui/useNow.ts';

/** So many days before the announced days end it is time to speak of next year. */
const soonDays = 60;

/** Told to those who answer for the figures, before dues become provisional and while they are. */
export function CalendarNotice() {
  const t = useT();
  const calendar = useCatalog((s) => s.calendar);
  const now = useNow();
  if (!calendar) return null;
  const daysLeft = calendar.lastDay - localDayNumber(now, calendar.utcOffsetMinutes);
  if (daysLeft > soonDays) return null;
  const year = Number(dateOfDay(calendar.lastDay + 1).slice(0, 4));
  const words = { year, to: dateOfDay(calendar.lastDay), from: dateOfDay(calendar.lastDay + 1) };
  return (
    <Alert
      className="calendar-notice"
      type={daysLeft < 0 ? 'warning' : 'info'}
      showIcon
      title={t(daysLeft < 0 ? 'calendar.provisionalNow' : 'calendar.provisionalSoon', words)}
    />
  );
}
