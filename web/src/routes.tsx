import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useParams, useSearchParams } from 'react-router';
import { usePerson } from './data/session.ts';
import { isDesk } from './desk/desks.ts';
import { firstPage } from './firstPage.ts';
import { useT } from './text/translate.ts';
import { EmptyState } from './ui/EmptyState.tsx';

const LogAppealPage = lazy(async () => ({ default: (await import('./appeals/LogAppealPage.tsx')).LogAppealPage }));
const CallsPage = lazy(async () => ({ default: (await import('./calls/CallsPage.tsx')).CallsPage }));
const DeskPage = lazy(async () => ({ default: (await import('./desk/DeskPage.tsx')).DeskPage }));
const KnowledgePage = lazy(async () => ({ default: (await import('./knowledge/KnowledgePage.tsx')).KnowledgePage }));
const DirectoryPage = lazy(async () => ({ default: (await import('./directory/DirectoryPage.tsx')).DirectoryPage }));
const EndedPage = lazy(async () => ({ default: (await import('./desk/queue/EndedPage.tsx')).EndedPage }));
const SearchPage = lazy(async () => ({ default: (await import('./search/SearchPage.tsx')).SearchPage }));
const BoardPage = lazy(async () => ({ default: (await import('./reports/BoardPage.tsx')).BoardPage }));
const FiguresPage = lazy(async () => ({ default: (await import('./reports/FiguresPage.tsx')).FiguresPage }));
const BulletinPage = lazy(async () => ({
  default: (await import('./reports/bulletin/BulletinPage.tsx')).BulletinPage,
}));
const SettingsPage = lazy(async () => ({ default: (await import('./settings/SettingsPage.tsx')).SettingsPage }));
const ScoresPage = lazy(async () => ({ default: (await import('./reports/scores/ScoresPage.tsx')).ScoresPage }));
const AdminPage = lazy(async () => ({ default: (await import('./admin/AdminPage.tsx')).AdminPage }));

export function ConsoleRoutes() {
  const person = usePerson();
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/" element={<Navigate replace to={firstPage(person)} />} />
        <Route path="/log" element={<Log />} />
        <Route path="/calls" element={<CallsPage />} />
        <Route path="/desk/:desk/:ticketId?" element={<Desk />} />
        <Route path="/knowledge/:id?" element={<KnowledgePage />} />
        <Route path="/directory/:id?" element={<DirectoryPage />} />
        <Route path="/ended" element={<EndedPage />} />
        <Route path="/search" element={<SearchPage />} />
        <Route path="/reports" element={<BoardPage />} />
        <Route path="/reports/figures" element={<FiguresPage />} />
        <Route path="/reports/scores" element={<ScoresPage />} />
        <Route path="/reports/bulletin" element={<BulletinPage />} />
        <Route path="/settings/:section?" element={<SettingsPage />} />
        <Route path="/admin/:section?" element={<AdminPage />} />
        <Route path="*" element={<Nothing />} />
      </Routes>
    </Suspense>
  );
}

/** A form for each call: two callers never share one. */
function Log() {
  const [query] = useSearchParams();
  const [call, join, number] = ['call', 'join', 'number'].map((name) => query.get(name));
  return <LogAppealPage key={call ?? 'none'} callId={call ?? null} join={join ?? null} joinNumber={number ?? null} />;
}

function Desk() {
  const { desk, ticketId } = useParams();
  return isDesk(desk) ? <DeskPage key={desk} desk={desk} ticketId={ticketId ?? null} /> : <Nothing />;
}

function Nothing() {
  const t = useT();
  return <EmptyState title={t('page.nothing')} />;
}
