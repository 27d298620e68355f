import { Link } from 'react-router';
import { useCounts } from '../../data/counts.ts';
import { usePerson } from '../../data/session.ts';
import { type DeskName, paths } from '../../paths.ts';
import { useT } from '../../text/translate.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type DeskTab, tabsOf } from '../desks.ts';
import type { UrlQuery } from './urlFilter.ts';

type Props = { desk: DeskName; tab: DeskTab; query: UrlQuery };

/** Nothing here: says whether a condition hides it, and where this desk's work is instead. */
export function EmptyQueue({ desk, tab, query }: Props) {
  const t = useT();
  const person = usePerson();
  const counts = useCounts((s) => s.counts);
  const narrowed = ['q', 'kind', 'region', 'category'].some((name) => query[name]);
  const countOf = ({ countKey }: DeskTab) => (countKey ? (counts[countKey] ?? 0) : 0);
  const elsewhere = tabsOf(desk, person).filter((other) => other.name !== tab.name && countOf(other) > 0);
  const title = t(narrowed ? 'queue.nothingFound' : 'queue.empty', { tab: t(tab.label) });
  return (
    <EmptyState title={title}>
      <p className="empty-steps">
        {narrowed ? <Link to={paths.desk(desk, { tab: tab.name })}>{t('queue.clearFilters')}</Link> : null}
        {elsewhere.map((other) => (
          <Link key={other.name} to={paths.desk(desk, { tab: other.name })}>
            {t('queue.goTo', { tab: t(other.label), n: countOf(other) })}
          </Link>
        ))}
      </p>
    </EmptyState>
  );
}
