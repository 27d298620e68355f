import { Link } from 'react-router';
import { useCounts } from '../data/counts.ts';
import { usePerson } from '../data/session.ts';
import { desksOf, tabsOf } from '../desk/desks.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';

const shownAtMost = 4;

/** How many wait at my desks, each a link to them. */
export function QueueCounts() {
  const t = useT();
  const person = usePerson();
  const counts = useCounts((s) => s.counts);
  const tabs = desksOf(person).flatMap((desk) =>
    tabsOf(desk, person).flatMap((tab) => {
      const n = tab.countKey ? counts[tab.countKey] : undefined;
      return n === undefined ? [] : [{ desk, tab, n }];
    }),
  );
  return (
    <ul className="queue-counts" aria-label={t('frame.counts')}>
      {tabs.slice(0, shownAtMost).map(({ desk, tab, n }) => (
        <li key={`${desk}.${tab.name}`}>
          <Link to={paths.desk(desk, { tab: tab.name })}>
            {t(tab.label)} <b>{n}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}
