import { useEffect } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useCounts } from '../data/counts.ts';
import { usePerson } from '../data/session.ts';
import { type DeskName, paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { Guard } from '../ui/Guard.tsx';
import { clearSelection } from './batch/selection.ts';
import { CasePanel } from './case/CasePanel.tsx';
import { openCase, watchCase } from './case/openCase.ts';
import { TicketSheets } from './case/TicketSheets.tsx';
import { labelOf } from './desks.ts';
import { nextInQueue, openQueue, watchQueue } from './queue/queue.ts';
import { leaveAt } from './queue/queuePlace.ts';
import { TicketList } from './queue/TicketList.tsx';
import { filterOf, tabOf, type UrlQuery } from './queue/urlFilter.ts';
import './desk.css';
import './narrow.css';

/** A desk: what waits on the left, the case on the right. Tab and filters live in the address. */
export function DeskPage({ desk, ticketId }: { desk: DeskName; ticketId: string | null }) {
  const t = useT();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { do: _form, ...query } = Object.fromEntries(params);
  const tab = tabOf(desk, query, usePerson());
  const filter = JSON.stringify(filterOf(tab, query));
  const address = JSON.stringify(query);
  const count = useCounts((s) => (tab.countKey ? s.counts[tab.countKey] : undefined));

  useEffect(() => {
    void openQueue(JSON.parse(filter));
    const stop = watchQueue();
    return () => {
      stop();
      clearSelection();
    };
  }, [filter]);
  useEffect(() => {
    void openCase(ticketId);
  }, [ticketId]);
  useEffect(() => watchCase(), []);
  useEffect(() => {
    const asked = JSON.parse(address) as UrlQuery;
    leaveAt(desk, ticketId ? paths.ticket(desk, ticketId, asked) : paths.desk(desk, asked));
  }, [desk, ticketId, address]);
  useEffect(() => {
    document.title = `${count ? `(${count}) ` : ''}${t(labelOf(desk))} · ${t('app.short')}`;
  }, [count, desk, t]);

  const go = (id: string) => void navigate(paths.ticket(desk, id, query), { replace: ticketId !== null });
  const onDone = (id: string) => {
    const next = nextInQueue(id);
    if (next) go(next);
  };
  return (
    <div className={ticketId ? 'desk has-case' : 'desk'}>
      <h1 className="visually-hidden">{t(labelOf(desk))}</h1>
      <Link className="back-to-queue" to={paths.desk(desk, query)}>
        {t('queue.back')}
      </Link>
      <Guard resetOn={filter}>
        <TicketList desk={desk} tab={tab} query={query} selectedId={ticketId} onSelect={go} />
      </Guard>
      <Guard resetOn={ticketId}>
        <CasePanel id={ticketId} desk={desk} onDone={onDone} />
      </Guard>
      <TicketSheets />
    </div>
  );
}
