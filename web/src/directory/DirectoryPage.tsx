import { figureReaders } from '@hotline/shared/people/roles';
import { bestOf } from '@hotline/shared/search/pinyin';
import { Input } from 'antd';
import { useEffect, useMemo } from 'react';
import { Link, NavLink, useParams, useSearchParams } from 'react-router';
import { type Department, useCatalog } from '../data/catalog.ts';
import { hasRole, usePerson } from '../data/session.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import './directory.css';

/** 单位名录: who does what, found by characters, pinyin or initials of names and duties. */
export function DirectoryPage() {
  const t = useT();
  const { id } = useParams();
  const [params, setParams] = useSearchParams();
  const departments = useCatalog((s) => s.departments);
  const typed = params.get('q') ?? '';
  const found = useMemo(() => {
    const all = [...departments.values()];
    return typed.trim() ? bestOf(typed, all, namesOf) : inTree(all);
  }, [departments, typed]);
  const shown = id ? departments.get(id) : undefined;
  useEffect(() => {
    document.title = `${t('desk.directory')} · ${t('app.short')}`;
  }, [t]);
  return (
    <div className="directory">
      <section className="directory-list" aria-label={t('desk.directory')}>
        <h1 className="visually-hidden">{t('desk.directory')}</h1>
        <Input
          autoFocus
          allowClear
          aria-label={t('directory.find')}
          placeholder={t('directory.find')}
          value={typed}
          onChange={(e) => setParams(e.target.value ? { q: e.target.value } : {}, { replace: true })}
        />
        <ul>
          {found.map((d) => (
            <li key={d.id} style={{ paddingLeft: typed ? 0 : `${depthOf(d, departments)}rem` }}>
              <NavLink to={paths.directory(d.id, typed ? { q: typed } : {})}>
                <b>{d.shortName}</b>
                {d.duties ? <span className="muted">{d.duties}</span> : null}
              </NavLink>
            </li>
          ))}
        </ul>
        {found.length === 0 ? <EmptyState title={t('directory.none', { q: typed })} /> : null}
      </section>
      <section className="directory-one" aria-label={t('directory.one')}>
        {shown ? <Details department={shown} /> : <EmptyState title={t('directory.choose')} />}
      </section>
    </div>
  );
}

function Details({ department: d }: { department: Department }) {
  const t = useT();
  const person = usePerson();
  const departments = useCatalog((s) => s.departments);
  const parent = d.parentId ? departments.get(d.parentId) : undefined;
  const below = [...departments.values()].filter(({ parentId }) => parentId === d.id);
  return (
    <article>
      <h2>{d.name}</h2>
      <dl className="directory-facts">
        <dt>{t('directory.short')}</dt>
        <dd>{d.shortName}</dd>
        <dt>{t('directory.duties')}</dt>
        <dd className="words">{d.duties ?? t('directory.noDuties')}</dd>
        <dt>{t('directory.phone')}</dt>
        <dd>{d.phone ?? t('directory.noPhone')}</dd>
        <dt>{t('directory.approval')}</dt>
        <dd>{t(d.requiresApproval ? 'directory.byHead' : 'directory.direct')}</dd>
        {parent ? (
          <>
            <dt>{t('directory.parent')}</dt>
            <dd>
              <Link to={paths.directory(parent.id)}>{parent.shortName}</Link>
            </dd>
          </>
        ) : null}
        {below.length > 0 ? (
          <>
            <dt>{t('directory.below')}</dt>
            <dd className="directory-below">
              {below.map((unit) => (
                <Link key={unit.id} to={paths.directory(unit.id)}>
                  {unit.shortName}
                </Link>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
      {hasRole(person, figureReaders) ? (
        <p>
          <Link to={paths.reports({ department: d.id })}>{t('directory.figures')}</Link>
        </p>
      ) : null}
    </article>
  );
}

const namesOf = ({ name, shortName, duties }: Department) => `${shortName} ${name} ${duties ?? ''}`;

/** Each followed by those below it, as the administrators put them. */
function inTree(all: readonly Department[], parentId: string | null = null): Department[] {
  return all.filter((d) => d.parentId === parentId).flatMap((d) => [d, ...inTree(all, d.id)]);
}

function depthOf(d: Department, departments: ReadonlyMap<string, Department>): number {
  const parent = d.parentId ? departments.get(d.parentId) : undefined;
  return parent ? 1 + depthOf(parent, departments) : 0;
}
