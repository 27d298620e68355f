import { type ReactNode, useEffect } from 'react';
import { SectionTabs } from '../frame/SectionTabs.tsx';
import { useT } from '../text/translate.ts';
import type { TextKey } from '../text/zh.ts';
import './admin.css';

/** 管理: what this person may look after, one page at a time. */
export function AdminFrame({ label, children }: { label: TextKey; children: ReactNode }) {
  const t = useT();
  useEffect(() => {
    document.title = `${t(label)} · ${t('app.short')}`;
  }, [label, t]);
  return (
    <div className="admin">
      <h1 className="visually-hidden">{t(label)}</h1>
      <SectionTabs section="admin" className="admin-sections" label="admin.sections" />
      {children}
    </div>
  );
}
