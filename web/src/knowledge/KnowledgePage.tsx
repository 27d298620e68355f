import { type ArticleList, articleLists } from '@hotline/shared/api/knowledge';
import { maxLengthOf } from '@hotline/shared/schema';
import { FilterWords } from '@hotline/shared/search/sought';
import { Alert, Button, Input, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { NavLink, useNavigate, useParams, useSearchParams } from 'react-router';
import { useCatalog, useDepartmentName } from '../data/catalog.ts';
import { useRead } from '../data/useRead.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Field } from '../ui/Field.tsx';
import { PickSelect } from '../ui/PickSelect.tsx';
import { ArticlePanel } from './ArticlePanel.tsx';
import './knowledge.css';

/** 知识库: found by words or by what is to be done about it on the left, the article on the right. */
export function KnowledgePage() {
  const t = useT();
  const navigate = useNavigate();
  const { id } = useParams();
  const [params, setParams] = useSearchParams();
  const [q, setQ] = useState(params.get('q') ?? '');
  const categories = useCatalog((s) => s.categoryLabels);
  const departmentName = useDepartmentName();
  const list = articleLists.find((name) => name === params.get('list')) ?? 'published';
  const query = {
    list,
    ...(params.get('q') ? { q: params.get('q') ?? '' } : {}),
    ...(params.get('category') ? { categoryId: params.get('category') ?? '' } : {}),
  };
  const found = useRead('articles', { query });
  const address = { ...Object.fromEntries(params) };
  useEffect(() => {
    document.title = `${t('desk.knowledge')} · ${t('app.short')}`;
  }, [t]);
  const put = (change: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name);
    setParams(next, { replace: true });
  };
  return (
    <div className="knowledge">
      <section className="knowledge-list" aria-label={t('desk.knowledge')}>
        <h1 className="visually-hidden">{t('desk.knowledge')}</h1>
        <form
          className="knowledge-find"
          onSubmit={(event) => {
            event.preventDefault();
            put({ q: q.trim() || null });
          }}
        >
          <Field label={t('knowledge.find')} isLabelHidden className="find-field">
            {(wiring) => (
              <Input
                {...wiring}
                allowClear
                placeholder={t('knowledge.find')}
                maxLength={maxLengthOf(FilterWords)}
                value={q}
                onChange={(e) => {
                  setQ(e.target.value);
                  if (e.target.value === '') put({ q: null });
                }}
              />
            )}
          </Field>
          <Button htmlType="submit">{t('knowledge.search')}</Button>
          <Button type="primary" onClick={() => void navigate(paths.knowledge('new', address))}>
            {t('knowledge.add')}
          </Button>
        </form>
        <PickSelect
          id="knowledge-category"
          aria-label={t('knowledge.category')}
          placeholder={t('knowledge.category')}
          value={params.get('category')}
          options={[...categories].map(([value, label]) => ({ value, label }))}
          onChange={(category) => put({ category })}
        />
        <nav className="queue-tabs" aria-label={t('knowledge.lists')}>
          {articleLists.map((name) => (
            <button key={name} type="button" aria-pressed={name === list} onClick={() => put({ list: name })}>
              {t(`knowledge.list.${name}`)}
              {found.value?.counts[name] ? ` ${found.value.counts[name]}` : ''}
            </button>
          ))}
        </nav>
        {found.message ? <Alert type="error" title={found.message} /> : null}
        {!found.value && !found.message ? <Skeleton className="late" /> : null}
        <ul className="knowledge-rows">
          {found.value?.items.map((row) => (
            <li key={row.id}>
              <NavLink to={paths.knowledge(row.id, address)}>
                <b>{row.title}</b>
                <span className="muted">
                  {[
                    row.departmentId ? departmentName(row.departmentId) : t('knowledge.ofCentre'),
                    row.version > 0 ? t('knowledge.version', { n: row.version }) : t('knowledge.unpublished'),
                    t('knowledge.uses', { n: row.uses }),
                    row.status === 'published' && !row.isCitable ? t('knowledge.expired') : null,
                    row.proposals ? t('knowledge.waits') : null,
                    row.reports ? t('knowledge.reports', { n: row.reports }) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </NavLink>
            </li>
          ))}
        </ul>
        {found.value && found.value.items.length === 0 ? <Nothing list={list} q={query.q} /> : null}
        {found.value && found.value.total > found.value.items.length ? (
          <p className="muted">{t('knowledge.more', { n: found.value.total })}</p>
        ) : null}
      </section>
      <section className="knowledge-article" aria-label={t('knowledge.article')}>
        {id ? (
          <ArticlePanel key={id} id={id} onChanged={() => void found.again()} />
        ) : (
          <EmptyState title={t('knowledge.choose')} />
        )}
      </section>
    </div>
  );
}

function Nothing({ list, q }: { list: ArticleList; q: string | undefined }) {
  const t = useT();
  return (
    <EmptyState
      title={q ? t('knowledge.notFound', { q }) : t('knowledge.none', { list: t(`knowledge.list.${list}`) })}
    />
  );
}
