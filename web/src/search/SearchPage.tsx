import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { usePages } from '../data/usePages.ts';
import { useCommands } from '../keys/useCommands.ts';
import { useT } from '../text/translate.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Hit } from './Hit.tsx';
import { SavedViews } from './SavedViews.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { queryOf, type SearchQuery } from './searchQuery.ts';
import './search.css';

const pageSize = 20;

/** 查找工单: words and filters in the address, what was found with the places found, in the person's own scope. */
export function SearchPage() {
  const t = useT();
  const [params] = useSearchParams();
  const text = params.toString();
  const { items, index, message, busy, more, again } = useHits(queryOf(params));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    document.title = `${t('find.title')} · ${t('app.short')}`;
  }, [t]);

  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a.hit-link') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  };
  useCommands({ next: () => move(1), previous: () => move(-1) });

  return (
    <div className="find">
      <SavedViews current={text} />
      <section className="find-main" aria-label={t('find.title')}>
        <h1>{t('find.title')}</h1>
        <SearchFilters key={text} params={params} />
        {index?.filling ? <Alert type="warning" title={t('find.filling')} /> : null}
        {index && index.behind > 0 ? (
          <p className="muted" role="status">
            {t('find.behind', { n: index.behind })}
          </p>
        ) : null}
        {message ? (
          <Alert
            type="error"
            role="alert"
            title={message}
            action={
              <Button size="small" onClick={() => void again()}>
                {t('find.again')}
              </Button>
            }
          />
        ) : null}
        {items === null && !busy && !message ? <EmptyState title={t('find.start')} /> : null}
        {items?.length === 0 ? (
          <EmptyState title={t('find.none')}>
            <p className="muted">{t('find.noneHint')}</p>
          </EmptyState>
        ) : null}
        {items && items.length > 0 ? (
          <>
            <p className="muted" role="status">
              {t('find.shown', { n: items.length })}
            </p>
            <ul className="hits" ref={list}>
              {items.map((hit) => (
                <Hit key={hit.ticket.id} hit={hit} q={params.get('q') ?? ''} />
              ))}
            </ul>
            {more ? (
              <Button loading={busy} onClick={() => void more()}>
                {t('find.more')}
              </Button>
            ) : null}
          </>
        ) : null}
      </section>
    </div>
  );
}

/** Without words it is a list like any other; without anything, nothing is asked. */
function useHits({ q, ...filter }: SearchQuery) {
  const isAsked = q !== undefined || Object.keys(filter).length > 0;
  const found = usePages('search', q === undefined ? null : { query: { ...filter, q, limit: pageSize } });
  const listed = usePages(
    'tickets',
    q === undefined && isAsked ? { query: { ...filter, sort: 'received', limit: pageSize } } : null,
  );
  if (q !== undefined) return { ...found, index: found.pages?.[0]?.index };
  return { ...listed, items: listed.items?.map((ticket) => ({ ticket, places: [] })) ?? null, index: undefined };
}
