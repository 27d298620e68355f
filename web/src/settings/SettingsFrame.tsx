import { type ReactNode, useEffect } from 'react';
import { SectionTabs } from '../frame/SectionTabs.tsx';
import { useT } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';
import './settings.css';

/** 个人设置: what a person chose, one page at a time. */
export function SettingsFrame({ label, children }: { label: TextKey; children: ReactNode }) {
  const t = useT();
  useEffect(() => {
    document.title = `${t(label)} · ${t('app.short')}`;
  }, [label, t]);
  return (
    <div className="settings">
      <h1>{t('settings.title')}</h1>
      <SectionTabs section="settings" className="settings-sections" label="settings.sections" />
      {children}
    </div>
  );
}
