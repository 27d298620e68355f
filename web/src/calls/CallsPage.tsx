import { callWatchers } from '@hotline/shared/people/roles';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { hasRole, type Person, usePerson } from '../data/session.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { useCalls } from './board.ts';
import { CallFigures } from './CallFigures.tsx';
import { CallList } from './CallList.tsx';
import { Seats } from './seat/Seats.tsx';
import '../desk/desk.css';
import './calls.css';

const tabs = ['missed', 'all', 'seats'] as const;
type Tab = (typeof tabs)[number];

export const watchesCalls = (person: Person) => hasRole(person, callWatchers);
const tabsFor = (person: Person): readonly Tab[] => (watchesCalls(person) ? tabs : ['missed', 'all']);

/** 电话: what wants to be rung back, every call, and for those who watch over the hall its seats and figures. */
export function CallsPage() {
  const t = useT();
  const person = usePerson();
  const callbacks = useCalls((s) => s.callbacks);
  const [query] = useSearchParams();
  const tab = tabsFor(person).find((name) => name === query.get('tab')) ?? 'missed';
  useEffect(() => {
    document.title = `${t('calls.title')}${callbacks ? ` (${callbacks})` : ''} · ${t('app.short')}`;
  }, [t, callbacks]);
  return (
    <div className="calls-page">
      <h1 className="visually-hidden">{t('calls.title')}</h1>
      {watchesCalls(person) ? <CallFigures /> : null}
      <nav className="queue-tabs" aria-label={t('calls.tabs')}>
        {tabsFor(person).map((name) => (
          <Link key={name} to={paths.calls({ tab: name })} aria-current={name === tab ? 'page' : undefined}>
            {t(`calls.tab.${name}`)}
          </Link>
        ))}
      </nav>
      <div className="calls-scroll">
        {tab === 'seats' ? <Seats /> : <CallList key={tab} missed={tab === 'missed'} />}
      </div>
    </div>
  );
}
