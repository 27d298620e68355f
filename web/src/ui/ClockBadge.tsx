import type { ClockFace } from '@hotline/shared/ticket/clocks/clock';
import { clockDue, clockWords } from '@hotline/shared/ticket/clocks/clockWords';
import { useCatalog } from '../data/catalog.ts';
import { useSettings } from '../data/settings.ts';
import { useIsPaper } from './paper.ts';
import { useNow } from './useNow.ts';

/** One clock, by its name: what is left of it in its own unit, or how it ended; the exact due on hover, and on paper. */
export function ClockBadge({ clock }: { clock: ClockFace | null }) {
  const lang = useSettings((s) => s.lang);
  const { calendar, offsetMinutes } = useCatalog();
  const isPaper = useIsPaper();
  const now = new Date(useNow()).toISOString();
  if (!clock) return null;
  const { name, text, tone } = clockWords(clock, now, calendar, lang, offsetMinutes);
  const due = `${name} ${clockDue(clock, offsetMinutes, lang)}`;
  if (isPaper) return <span>{due}</span>;
  return (
    <time className={`tag tone-${tone}`} dateTime={clock.dueAt} title={due}>
      {text}
    </time>
  );
}
