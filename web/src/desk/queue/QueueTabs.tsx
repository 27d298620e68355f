import { Link } from 'react-router';
import { useCounts } from '../../data/counts.ts';
import { usePerson } from '../../data/session.ts';
import { type DeskName, paths } from '../../paths.ts';
import { useT } from '../../text/translate.ts';
import { type DeskTab, tabsOf } from '../desks.ts';
import type { UrlQuery } from './urlFilter.ts';

export function QueueTabs({ desk, current, query }: { desk: DeskName; current: DeskTab; query: UrlQuery }) {
  const t = useT();
  const person = usePerson();
  const counts = useCounts((s) => s.counts);
  const { q: _q, ...kept } = query;
  return (
    <nav className="queue-tabs" aria-label={t('queue.tabs')}>
      {tabsOf(desk, person).map((tab) => {
        const n = tab.countKey ? counts[tab.countKey] : undefined;
        return (
          <Link
            key={tab.name}
            to={paths.desk(desk, { ...kept, tab: tab.name })}
            aria-current={tab.name === current.name && !query['q'] ? 'page' : undefined}
          >
            {t(tab.label)}
            {tab.countKey ? <span className="count-room">{n === undefined ? '' : ` ${n}`}</span> : null}
          </Link>
        );
      })}
      {desk === 'inbox' ? <Link to={paths.ended()}>{t('stub.title')}</Link> : null}
    </nav>
  );
}
