import { lazy, Suspense, useEffect } from 'react';
import { NavLink, useParams } from 'react-router';
import { usePerson } from '../data/session.ts';
import { administers, audits } from '../desk/desks.ts';
import { type AdminSection, adminSections, paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { AdminHome } from './AdminHome.tsx';
import './admin.css';

const CalendarPage = lazy(async () => ({ default: (await import('./calendar/CalendarPage.tsx')).CalendarPage }));
const RulesPage = lazy(async () => ({ default: (await import('./rules/RulesPage.tsx')).RulesPage }));
const SchemesPage = lazy(async () => ({ default: (await import('./schemes/SchemesPage.tsx')).SchemesPage }));
const PeoplePage = lazy(async () => ({ default: (await import('./people/PeoplePage.tsx')).PeoplePage }));
const DepartmentsPage = lazy(async () => ({
  default: (await import('./departments/DepartmentsPage.tsx')).DepartmentsPage,
}));
const TelephonyPage = lazy(async () => ({ default: (await import('./telephony/TelephonyPage.tsx')).TelephonyPage }));
const AuditPage = lazy(async () => ({ default: (await import('./audit/AuditPage.tsx')).AuditPage }));

const pages: Record<AdminSection, () => React.ReactNode> = {
  home: () => <AdminHome />,
  calendar: () => <CalendarPage />,
  rules: () => <RulesPage />,
  schemes: () => <SchemesPage />,
  people: () => <PeoplePage />,
  departments: () => <DepartmentsPage />,
  telephony: () => <TelephonyPage />,
  audit: () => <AuditPage />,
};

/** 管理: what this person may look after, one section at a time. */
export function AdminPage() {
  const t = useT();
  const person = usePerson();
  const { section = 'home' } = useParams();
  const mine = adminSections.filter((name) => administers(person) || (name === 'audit' && audits(person)));
  const current = mine.find((name) => name === section);
  useEffect(() => {
    document.title = `${current ? t(`admin.${current}`) : t('admin.title')} · ${t('app.short')}`;
  }, [current, t]);
  if (!current) return <EmptyState title={t('page.nothing')} />;
  return (
    <div className="admin">
      <h1 className="visually-hidden">{t(`admin.${current}`)}</h1>
      {mine.length > 1 ? (
        <nav className="admin-sections" aria-label={t('admin.sections')}>
          {mine.map((name) => (
            <NavLink key={name} end to={paths.admin(name)}>
              {t(`admin.${name}`)}
            </NavLink>
          ))}
        </nav>
      ) : null}
      <Suspense fallback={null}>{pages[current]()}</Suspense>
    </div>
  );
}
