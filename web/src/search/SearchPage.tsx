import type { Answer } from '@hotline/shared/api/client';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, sentenceOf } from '../data/api.ts';
import { useCommands } from '../keys/useCommands.ts';
import { useT } from '../text/translate.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Hit } from './Hit.tsx';
import { SavedViews } from './SavedViews.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import { queryOf, type SearchQuery } from './searchQuery.ts';
import './search.css';

type Hits = Pick<Answer<'search'>, 'items' | 'nextCursor'> & { index: Answer<'search'>['index'] | null };
const pageSize = 20;

/** 查找工单: words and filters in the address, what was found with the places found, in the person's own scope. */
export function SearchPage() {
  const t = useT();
  const [params] = useSearchParams();
  const text = params.toString();
  const [hits, setHits] = useState<Hits | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const asked = useRef(text);

  const read = useCallback(async (cursor: string | null) => {
    const query = queryOf(new URLSearchParams(asked.current));
    if (Object.keys(query).length === 0) return setHits(null);
    const wanted = asked.current;
    setBusy(true);
    try {
      const found = await find(query, cursor);
      if (asked.current !== wanted) return;
      setMessage(null);
      setHits((before) => ({ ...found, items: cursor && before ? [...before.items, ...found.items] : found.items }));
    } catch (error) {
      if (asked.current === wanted) setMessage(sentenceOf(error));
    } finally {
      if (asked.current === wanted) setBusy(false);
    }
  }, []);
  useEffect(() => {
    asked.current = text;
    setHits(null);
    setMessage(null);
    void read(null);
  }, [text, read]);
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
        {hits?.index?.filling ? <Alert type="warning" title={t('find.filling')} /> : null}
        {hits?.index && hits.index.behind > 0 ? (
          <p className="muted" role="status">
            {t('find.behind', { n: hits.index.behind })}
          </p>
        ) : null}
        {message ? (
          <Alert
            type="error"
            role="alert"
            title={message}
            action={
              <Button size="small" onClick={() => void read(null)}>
                {t('find.again')}
              </Button>
            }
          />
        ) : null}
        {hits === null && !busy && !message ? <EmptyState title={t('find.start')} /> : null}
        {hits?.items.length === 0 ? (
          <EmptyState title={t('find.none')}>
            <p className="muted">{t('find.noneHint')}</p>
          </EmptyState>
        ) : null}
        {hits && hits.items.length > 0 ? (
          <>
            <p className="muted" role="status">
              {t('find.shown', { n: hits.items.length })}
            </p>
            <ul className="hits" ref={list}>
              {hits.items.map((hit) => (
                <Hit key={hit.ticket.id} hit={hit} q={params.get('q') ?? ''} />
              ))}
            </ul>
            {hits.nextCursor ? (
              <Button loading={busy} onClick={() => void read(hits.nextCursor)}>
                {t('find.more')}
              </Button>
            ) : null}
          </>
        ) : null}
      </section>
    </div>
  );
}

/** Without words it is a list like any other. */
async function find({ q, ...filter }: SearchQuery, cursor: string | null): Promise<Hits> {
  const page = { limit: pageSize, ...(cursor ? { cursor } : {}) };
  if (q) return api.call('search', { query: { ...filter, q, ...page } });
  const { items, nextCursor } = await api.call('tickets', { query: { ...filter, sort: 'received', ...page } });
  return { items: items.map((ticket) => ({ ticket, places: [] })), nextCursor, index: null };
}
