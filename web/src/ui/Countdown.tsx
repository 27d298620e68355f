import { useCatalog } from '../data/catalog.ts';
import { useSettings } from '../data/settings.ts';
import { useT } from '../text/translate.ts';
import { countdownWords } from './countdownWords.ts';
import { dueWords } from './localTime.ts';
import { useNow } from './useNow.ts';

type Props = { dueAt: string | null; what?: string; doneAt?: string | null; paused?: boolean };

/** How long is left, in words; the exact time on hover. Done and paused clocks say so instead of counting. */
export function Countdown({ dueAt, what = '', doneAt = null, paused = false }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const { calendar, offsetMinutes } = useCatalog();
  const now = new Date(useNow()).toISOString();
  if (!dueAt) return null;
  const exact = `${what}${dueWords(dueAt, offsetMinutes, lang)}`;
  const { words, tone } = doneAt
    ? doneAt < dueAt
      ? { words: t('countdown.doneInTime'), tone: 'done' }
      : { words: t('countdown.doneLate'), tone: 'overdue' }
    : paused
      ? { words: t('countdown.paused'), tone: 'paused' }
      : countdownWords(calendar, now, dueAt, lang);
  return (
    <time className={`tag tone-${tone}`} dateTime={dueAt} title={exact}>
      {words}
    </time>
  );
}
