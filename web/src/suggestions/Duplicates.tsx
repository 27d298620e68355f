import type { Similar } from '@hotline/shared/api/routing';
import { Button } from 'antd';
import { useCatalog } from '../data/catalog.ts';
import { useSettings } from '../data/settings.ts';
import { useT } from '../text/translate.ts';
import { dayAndClock } from '../ui/localTime.ts';
import { StatusTag } from '../ui/StatusTag.tsx';

type Props = {
  items: readonly Similar[];
  joinTicketId: string | null;
  onJoin: (ticketId: string, number: string) => void;
};

/** Tickets that may be about the same thing; to one still open this appeal can be added. */
export function Duplicates({ items, joinTicketId, onJoin }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const title = t('similar.title', { n: items.length });
  if (items.length === 0) return null;
  return (
    <section className="duplicates" aria-label={title}>
      <h3 role="status">{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.ticketId} className={`is-${item.likeness}`}>
            <div className="duplicate-head">
              <span className="number">{item.number}</span>
              <StatusTag status={item.status} />
              <span className="muted">{dayAndClock(item.receivedAt, offset)}</span>
            </div>
            <div>{item.title}</div>
            <div className="suggestion-reason">
              <b>{t(`similar.${item.likeness}`)}</b>
              {item.reasons.map((r) => ` · ${lang === 'zh' ? r.text : r.textEn}`).join('')}
            </div>
            {item.canJoin && item.ticketId !== joinTicketId ? (
              <Button size="small" onClick={() => onJoin(item.ticketId, item.number)}>
                {t('log.join')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
