import { NavLink, useLocation } from 'react-router';
import { usePerson } from '../data/session.ts';
import { seesBulletin } from '../desk/desks.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';

/** 看板 · 全部指标 · 月度通报: the conditions go along from the board to the list of figures. */
export function ReportTabs() {
  const t = useT();
  const person = usePerson();
  const { search } = useLocation();
  return (
    <nav className="report-tabs" aria-label={t('report.pages')}>
      <NavLink end to={`${paths.reports()}${search}`}>
        {t('report.board')}
      </NavLink>
      <NavLink to={`${paths.figures()}${search}`}>{t('report.figures')}</NavLink>
      <NavLink to={paths.scores()}>{t('report.scores')}</NavLink>
      {seesBulletin(person) ? <NavLink to={paths.bulletin()}>{t('report.bulletin')}</NavLink> : null}
    </nav>
  );
}
