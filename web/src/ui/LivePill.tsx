import { useCatalog } from '../data/catalog.ts';
import { useLive } from '../data/liveState.ts';
import { useOutbox } from '../data/outbox/outbox.ts';
import { useT } from '../text/translate.ts';
import { clock } from './localTime.ts';

/** Whether what is on show is current; when not, since when, and what still works. */
export function LivePill() {
  const t = useT();
  const { state, sinceMs, offsetMs } = useLive();
  const offset = useCatalog((s) => s.offsetMinutes);
  const waiting = useOutbox((s) => s.waiting.length);
  const since = t('live.since', { time: clock(sinceMs + offsetMs, offset) });
  return (
    <span className={`pill live-${state}`} role="status" title={state === 'online' ? since : t('live.stillWorks')}>
      <span aria-hidden="true">●</span> {t(`live.${state}`)}
      {state === 'online' ? '' : ` · ${since} · ${waiting > 0 ? t('outbox.pill', { n: waiting }) : t('live.works')}`}
    </span>
  );
}
