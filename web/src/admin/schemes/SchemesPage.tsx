import { schemeProblems } from '@hotline/shared/assessment/schemeChecks';
import type { Scheme, SchemeSet } from '@hotline/shared/assessment/schemes';
import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../api.ts';
import { dropDraft, useDraft } from '../../drafts/draft.ts';
import { useCatalog } from '../../stores/catalog.ts';
import { useSettings } from '../../stores/settings.ts';
import { useT } from '../../text/translate.ts';
import { CountField } from '../rules/LimitField.tsx';
import { SaveBar } from '../SaveBar.tsx';
import { useAct } from '../useAct.ts';
import { useRead } from '../useRead.ts';
import { VersionPick } from '../VersionPick.tsx';
import { SchemeEditor } from './SchemeEditor.tsx';
import './schemes.css';

const draftKey = 'admin.schemes';

/** 考核方案: what makes a score of the figures, in versions; checked while it is edited. */
export function SchemesPage() {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const departments = useCatalog((s) => s.departmentOptions);
  const [params, setParams] = useSearchParams();
  const wanted = Number(params.get('version')) || undefined;
  const current = useRead(() => api.call('schemeSet', { query: {} }));
  const old = useRead(
    async () => (wanted ? api.call('schemeSet', { query: { version: wanted } }) : null),
    String(wanted),
  );
  const [draft, setDraft] = useState<SchemeSet | null>(null);
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState<string | null>(null);
  const act = useAct();
  useDraft(draftKey, draft, setDraft);
  const message = current.message ?? old.message;
  if (message) return <Alert type="error" title={message} />;
  if (!current.value) return <Skeleton className="late" />;

  const { set, versions } = current.value;
  const earlier = wanted && wanted !== set.version ? (old.value?.set ?? null) : null;
  const shown = earlier ?? draft ?? set;
  const scheme = shown.schemes[at] ?? shown.schemes[0];
  const changed = draft !== null && JSON.stringify(draft) !== JSON.stringify(set);
  const problems = schemeProblems(shown.schemes, new Set(departments.map(({ value }) => value)));
  const edit = (change: Partial<SchemeSet>) => setDraft({ ...shown, ...change, version: set.version });
  const put = (next: Scheme) => edit({ schemes: shown.schemes.map((one) => (one === scheme ? next : one)) });
  const forget = () => {
    setDraft(null);
    void dropDraft(draftKey);
  };
  const save = ({ fairlyTenths, schemes }: SchemeSet, note: string | undefined) =>
    act.run(async () => {
      const body = { version: set.version, fairlyTenths, schemes, ...(note ? { note } : {}) };
      const after = await api.call('saveSchemes', { body });
      current.put(after);
      setSaid(t('admin.saved', { n: after.set.version }));
      setParams({}, { replace: true });
      forget();
    });
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
        <VersionPick
          versions={versions}
          value={earlier?.version ?? set.version}
          onChange={(version) => setParams(version === set.version ? {} : { version: String(version) })}
        />
        <Button disabled={earlier !== null} onClick={add}>
          {t('scheme.add')}
        </Button>
      </div>
      <div role="status" className="muted">
        {said ?? t('scheme.hint')}
      </div>
      {earlier ? (
        <section className="save-bar">
          <p>{t('admin.oldVersion', { n: earlier.version })}</p>
          {act.message ? <Alert type="error" role="alert" title={act.message} /> : null}
          <div className="form-buttons">
            <Button loading={act.busy} onClick={() => save(earlier, t('rule.restoreNote', { n: earlier.version }))}>
              {t('rule.restore')}
            </Button>
            <Button onClick={() => setParams({})}>{t('admin.backToCurrent')}</Button>
          </div>
        </section>
      ) : null}
      {problems.map((problem) => (
        <Alert key={problem.en} type="error" title={problem[lang]} />
      ))}
      {changed && draft && !earlier ? (
        <SaveBar
          count={1}
          act={act}
          disabled={problems.length > 0}
          onSave={(note) => save(draft, note)}
          onDiscard={forget}
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
