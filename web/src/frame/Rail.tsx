import { NavLink, useLocation } from 'react-router';
import { useCalls } from '../calls/board.ts';
import { useCounts } from '../data/counts.ts';
import { usePerson } from '../data/session.ts';
import { desksOf, tabsOf } from '../desk/desks.ts';
import { addressOf } from '../desk/queue/queuePlace.ts';
import { railOf } from '../ownPages.ts';
import type { DeskName, PageName } from '../pages.ts';
import { paths, to } from '../paths.ts';
import { useT } from '../text/translate.ts';

/** My pages and nothing else; one level. */
export function Rail() {
  const t = useT();
  const person = usePerson();
  const countOf = useWaiting();
  const { pathname } = useLocation();
  const addressIn = (name: PageName) => {
    const desk = desksOf(person).find((own) => name === `desk.${own}`);
    return desk && !pathname.startsWith(paths.desk(desk)) ? addressOf(desk) : to(name);
  };
  return (
    <nav className="rail" aria-label={t('frame.desks')}>
      {railOf(person).map(({ name, label }) => {
        const waiting = countOf(name);
        return (
          <NavLink key={name} to={addressIn(name)}>
            {t(label)}
            {waiting ? <span className="rail-count">{waiting}</span> : null}
          </NavLink>
        );
      })}
    </nav>
  );
}

/** How much waits at a page. */
function useWaiting(): (name: PageName) => number {
  const person = usePerson();
  const counts = useCounts((s) => s.counts);
  const callbacks = useCalls((s) => s.callbacks);
  const atDesk = (desk: DeskName) => {
    // At the desk of decisions every type of request is work of its own; elsewhere the first tab is what waits.
    const tabs = desk === 'decide' ? tabsOf(desk, person) : tabsOf(desk, person).slice(0, 1);
    return tabs.reduce((sum, tab) => sum + (tab.countKey ? (counts[tab.countKey] ?? 0) : 0), 0);
  };
  return (name) => {
    const desk = desksOf(person).find((own) => name === `desk.${own}`);
    return desk ? atDesk(desk) : name === 'calls' ? callbacks : 0;
  };
}
