import { lazy, Suspense, useEffect } from 'react';
import { NavLink, useParams } from 'react-router';
import { paths, type SettingsSection, settingsSections } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { GeneralSettings } from './GeneralSettings.tsx';
import { KeySettings } from './KeySettings.tsx';
import { PasswordSettings } from './PasswordSettings.tsx';
import './settings.css';

const PhrasesPage = lazy(async () => ({ default: (await import('../phrases/PhrasesPage.tsx')).PhrasesPage }));

const pages: Record<SettingsSection, () => React.ReactNode> = {
  general: () => <GeneralSettings />,
  keys: () => <KeySettings />,
  phrases: () => <PhrasesPage />,
  password: () => <PasswordSettings />,
};

/** 个人设置: what a person chose, one section at a time. */
export function SettingsPage() {
  const t = useT();
  const { section = 'general' } = useParams();
  const current = settingsSections.find((name) => name === section);
  useEffect(() => {
    document.title = `${current ? t(`settings.${current}`) : t('settings.title')} · ${t('app.short')}`;
  }, [current, t]);
  if (!current) return <EmptyState title={t('page.nothing')} />;
  return (
    <div className="settings">
      <h1>{t('settings.title')}</h1>
      <nav className="settings-sections" aria-label={t('settings.sections')}>
        {settingsSections.map((name) => (
          <NavLink key={name} end to={paths.settings(name)}>
            {t(`settings.${name}`)}
          </NavLink>
        ))}
      </nav>
      <Suspense fallback={null}>{pages[current]()}</Suspense>
    </div>
  );
}
