import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { api, sentenceOf } from '../../data/api.ts';
import { paths } from '../../paths.ts';
import { useT } from '../../text/translate.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Stub } from '../case/openCase.ts';
import { StubView } from '../case/StubView.tsx';
import '../desk.css';

/** 已退出: what was taken from my department, the last first, with how each request was decided. */
export function EndedPage() {
  const t = useT();
  const [items, setItems] = useState<Stub[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const read = async (after: string | null) => {
    try {
      const page = await api.call('endedDispatches', { query: after ? { cursor: after } : {} });
      setItems((old) => (after ? [...(old ?? []), ...page.items] : page.items));
      setCursor(page.nextCursor);
      setMessage(null);
    } catch (error) {
      setMessage(sentenceOf(error));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    document.title = `${t('stub.title')} · ${t('app.short')}`;
    void read(null);
  }, []);
  return (
    <div className="ended">
      <h1>{t('stub.title')}</h1>
      <p className="muted">
        {t('stub.about')} <Link to={paths.desk('inbox')}>{t('stub.back')}</Link>
      </p>
      {message ? (
        <Alert
          type="error"
          title={message}
          action={
            <Button size="small" onClick={() => void read(null)}>
              {t('queue.again')}
            </Button>
          }
        />
      ) : null}
      {items === null && !message ? <Skeleton className="late" /> : null}
      {items?.length === 0 ? <EmptyState title={t('stub.none')} /> : null}
      {items?.map((stub) => (
        <StubView key={stub.ticketId} stub={stub} listed />
      ))}
      {cursor ? <Button onClick={() => void read(cursor)}>{t('queue.more')}</Button> : null}
    </div>
  );
}
