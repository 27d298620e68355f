import { NavLink } from 'react-router';
import { paths } from '../paths.ts';
import { useCounts } from '../stores/counts.ts';
import { usePerson } from '../stores/session.ts';
import { useT } from '../text/translate.ts';
import { desks, desksOf, mayLog, seesReports } from '../tickets/desks.ts';

/** My desks and nothing else; one level. */
export function Rail() {
  const t = useT();
  const person = usePerson();
  const counts = useCounts((s) => s.counts);
  return (
    <nav className="rail" aria-label={t('frame.desks')}>
      {mayLog(person) ? <NavLink to={paths.log()}>{t('desk.log')}</NavLink> : null}
      {desksOf(person).map((name) => {
        const count = desks[name].tabs[0].countKey;
        const waiting = count ? counts[count] : undefined;
        return (
          <NavLink key={name} to={paths.desk(name)}>
            {t(desks[name].label)}
            {waiting ? <span className="rail-count">{waiting}</span> : null}
          </NavLink>
        );
      })}
      {seesReports(person) ? <NavLink to={paths.reports()}>{t('desk.reports')}</NavLink> : null}
    </nav>
  );
}
