import { NavLink, useLocation } from 'react-router';
import { useCalls } from '../calls/board.ts';
import { useCounts } from '../data/counts.ts';
import { usePerson } from '../data/session.ts';
import {
  administers,
  audits,
  desks,
  desksOf,
  mayLog,
  readsKnowledge,
  seesCalls,
  seesReports,
  tabsOf,
} from '../desk/desks.ts';
import { addressOf } from '../desk/queue/queuePlace.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';

/** My desks and nothing else; one level. */
export function Rail() {
  const t = useT();
  const person = usePerson();
  const counts = useCounts((s) => s.counts);
  const callbacks = useCalls((s) => s.callbacks);
  const { pathname } = useLocation();
  return (
    <nav className="rail" aria-label={t('frame.desks')}>
      {mayLog(person) ? <NavLink to={paths.log()}>{t('desk.log')}</NavLink> : null}
      {desksOf(person).map((name) => {
        // At the desk of decisions every type of request is work of its own; elsewhere the first tab is what waits.
        const tabs = name === 'decide' ? tabsOf(name, person) : tabsOf(name, person).slice(0, 1);
        const waiting = tabs.reduce((sum, tab) => sum + (tab.countKey ? (counts[tab.countKey] ?? 0) : 0), 0);
        return (
          <NavLink key={name} to={pathname.startsWith(paths.desk(name)) ? paths.desk(name) : addressOf(name)}>
            {t(desks[name].label)}
            {waiting ? <span className="rail-count">{waiting}</span> : null}
          </NavLink>
        );
      })}
      {seesCalls(person) ? (
        <NavLink to={paths.calls()}>
          {t('desk.calls')}
          {callbacks ? <span className="rail-count">{callbacks}</span> : null}
        </NavLink>
      ) : null}
      {readsKnowledge(person) ? <NavLink to={paths.directory()}>{t('desk.directory')}</NavLink> : null}
      {readsKnowledge(person) ? <NavLink to={paths.knowledge()}>{t('desk.knowledge')}</NavLink> : null}
      {seesReports(person) ? <NavLink to={paths.reports()}>{t('desk.reports')}</NavLink> : null}
      {administers(person) ? <NavLink to={paths.admin()}>{t('desk.admin')}</NavLink> : null}
      {!administers(person) && audits(person) ? <NavLink to={paths.admin('audit')}>{t('desk.audit')}</NavLink> : null}
    </nav>
  );
}
