import { Alert, Button, Skeleton } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../data/usePages.ts';
import { paths } from '../../paths.ts';
import { useT } from '../../text/translate.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StubView } from '../case/StubView.tsx';
import '../desk.css';

/** 已退出: what was taken from my department, the last first, with how each request was decided. */
export function EndedPage() {
  const t = useT();
  const { items, message, more, again } = usePages('endedDispatches', { query: {} });
  useEffect(() => {
    document.title = `${t('stub.title')} · ${t('app.short')}`;
  }, [t]);
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
            <Button size="small" onClick={() => void again()}>
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
      {more ? <Button onClick={() => void more()}>{t('queue.more')}</Button> : null}
    </div>
  );
}
