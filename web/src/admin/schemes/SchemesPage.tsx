import { schemeProblems } from '@hotline/shared/assessment/schemeChecks';
import type { Scheme, SchemeSet } from '@hotline/shared/assessment/schemes';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { api } from '../../data/api.ts';
import { useCatalog } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { CountField } from '../../ui/CountField.tsx';
import { OldVersion } from '../OldVersion.tsx';
import { SaveBar } from '../SaveBar.tsx';
import { useVersions } from '../useVersions.ts';
import { VersionPick } from '../VersionPick.tsx';
import { SchemeEditor } from './SchemeEditor.tsx';
import './schemes.css';

/** 考核方案: what makes a score of the figures, in versions; checked while it is edited. */
export function SchemesPage() {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const departments = useCatalog((s) => s.departmentOptions);
  const kept = useVersions<'schemeSet', SchemeSet>({
    draftKey: 'admin.schemeSet',
    name: 'schemeSet',
    setOf: (answer) => answer,
    save: (next, note) => api.call('saveSchemes', { body: { ...next, ...(note ? { note } : {}) } }),
  });
  const [at, setAt] = useState(0);
  const { message, set, versions, earlier, draft, shown, act, edit } = kept;
  if (message) return <Alert type="error" title={message} />;
  if (!set || !shown) return <Skeleton className="late" />;

  const scheme = shown.schemes[at] ?? shown.schemes[0];
  const changed = draft !== null && JSON.stringify(draft) !== JSON.stringify(set);
  const problems = schemeProblems(shown.schemes, new Set(departments.map(({ value }) => value)));
  const put = (next: Scheme) => edit({ schemes: shown.schemes.map((one) => (one === scheme ? next : one)) });
  const add = () => {
    const { name, nameEn } = { name: t('scheme.new'), nameEn: 'New scheme' };
    if (scheme) edit({ schemes: [...shown.schemes, { ...scheme, id: newId(shown.schemes), name, nameEn }] });
    setAt(shown.schemes.length);
  };
  return (
    <>
      <div className="admin-bar">
        <h2>{t('admin.schemes')}</h2>
        <span className="grow" />
        <VersionPick versions={versions} value={earlier?.version ?? set.version} onChange={kept.pick} />
        <Button disabled={earlier !== null} onClick={add}>
          {t('scheme.add')}
        </Button>
      </div>
      <div role="status" className="muted">
        {kept.said ?? t('scheme.hint')}
      </div>
      {earlier ? (
        <OldVersion
          version={earlier.version}
          act={act}
          onRestore={(note) => kept.save({ ...earlier, version: set.version }, note)}
          onBack={() => kept.pick(undefined)}
        />
      ) : null}
      {problems.map((problem) => (
        <Alert key={problem.en} type="error" title={problem[lang]} />
      ))}
      {changed && draft && !earlier ? (
        <SaveBar
          count={1}
          act={act}
          disabled={problems.length > 0}
          behind={kept.behind}
          onTake={kept.take}
          onSave={(note) => kept.save(draft, note)}
          onDiscard={kept.forget}
        />
      ) : null}
      <fieldset className="scheme-set" disabled={earlier !== null}>
        <CountField
          label={t('scheme.fairly')}
          value={shown.fairlyTenths}
          max={10}
          onChange={(fairlyTenths) => edit({ fairlyTenths })}
        />
        <nav className="scheme-tabs" aria-label={t('admin.schemes')}>
          {shown.schemes.map((one, i) => (
            <button key={one.id} type="button" aria-pressed={one === scheme} onClick={() => setAt(i)}>
              {lang === 'zh' ? one.name : one.nameEn}
            </button>
          ))}
        </nav>
        {scheme ? (
          <SchemeEditor
            key={scheme.id}
            scheme={scheme}
            onChange={put}
            onRemove={
              shown.schemes.length > 1
                ? () => edit({ schemes: shown.schemes.filter((one) => one !== scheme) })
                : undefined
            }
          />
        ) : null}
      </fieldset>
    </>
  );
}

function newId(schemes: readonly Scheme[]): string {
  for (let n = schemes.length + 1; ; n++) if (!schemes.some((s) => s.id === `scheme-${n}`)) return `scheme-${n}`;
}
