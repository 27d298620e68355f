import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { paths } from './paths.ts';
import { type Person, usePerson } from './stores/session.ts';
import { useT } from './text/translate.ts';
import { administers, desksOf, isDesk, mayLog, seesReports } from './tickets/desks.ts';
import { EmptyState } from './ui/EmptyState.tsx';

const LogAppealPage = lazy(async () => ({ default: (await import('./appeals/LogAppealPage.tsx')).LogAppealPage }));
const DeskPage = lazy(async () => ({ default: (await import('./tickets/DeskPage.tsx')).DeskPage }));
const AdminPage = lazy(async () => ({ default: (await import('./admin/AdminPage.tsx')).AdminPage }));
const ReplyRatePage = lazy(async () => ({ default: (await import('./reports/ReplyRatePage.tsx')).ReplyRatePage }));

export function ConsoleRoutes() {
  const person = usePerson();
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/" element={<Navigate replace to={firstPage(person)} />} />
        <Route path="/log" element={<LogAppealPage />} />
        <Route path="/desk/:desk/:ticketId?" element={<Desk />} />
        <Route path="/reports" element={<ReplyRatePage />} />
        <Route path="/admin/:section?" element={<AdminPage />} />
        <Route path="*" element={<Nothing />} />
      </Routes>
    </Suspense>
  );
}

function Desk() {
  const { desk, ticketId } = useParams();
  return isDesk(desk) ? <DeskPage key={desk} desk={desk} ticketId={ticketId ?? null} /> : <Nothing />;
}

function Nothing() {
  const t = useT();
  return <EmptyState title={t('page.nothing')} />;
}

/** Where a person's work is. */
const firstPage = (person: Person): string => {
  const [desk] = desksOf(person);
  if (person.grants.some((g) => g.role === 'agent')) return paths.log();
  if (person.grants.some((g) => g.role === 'manager') && seesReports(person)) return paths.reports();
  if (desk) return paths.desk(desk);
  if (mayLog(person)) return paths.log();
  return administers(person) ? paths.admin() : paths.reports();
};
