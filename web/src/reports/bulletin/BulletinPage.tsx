import { Alert, Button, Skeleton } from 'antd';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useCatalog } from '../../data/catalog.ts';
import { useRead } from '../../data/useRead.ts';
import { useT } from '../../text/translate.ts';
import { CalendarNotice } from '../../ui/CalendarNotice.tsx';
import { dayAndClock } from '../../ui/localTime.ts';
import { recentMonths } from '../period.ts';
import { ReportTabs } from '../ReportTabs.tsx';
import { saveCsv } from '../saveCsv.ts';
import { BulletinTable } from './BulletinTable.tsx';
import { bulletinCsv } from './bulletinRows.ts';
import { PublishBulletin } from './PublishBulletin.tsx';
import '../reports.css';
import './bulletin.css';

/** 月度通报: the ranking of a month, ready to print, as it was published and as it counts now. */
export function BulletinPage() {
  const t = useT();
  const { offsetMinutes: offset, centreName } = useCatalog();
  const [params, setParams] = useSearchParams();
  const months = recentMonths(24, Date.now(), offset);
  const month = params.get('month') ?? months[1] ?? '';
  const { value: bulletin, message, put } = useRead('bulletin', { params: { month } });
  const [year = '', of = ''] = month.split('-');
  const title = t('bulletin.title', { year, month: Number(of) });
  useEffect(() => {
    document.title = `${title} · ${t('app.short')}`;
  }, [title, t]);
  const newest = bulletin?.revisions[0];
  return (
    <div className="report bulletin">
      <div className="report-head no-print">
        <h1>{t('report.bulletin')}</h1>
        <ReportTabs />
      </div>
      <div className="bulletin-bar no-print">
        <label>
          {t('bulletin.month')}{' '}
          <select
            className="native"
            value={month}
            onChange={(e) => setParams({ month: e.target.value }, { replace: true })}
          >
            {[...new Set([...months, month])].map((m) => (
              <option key={m} value={m}>
                {m}
              </option>
            ))}
          </select>
        </label>
        <Button onClick={() => window.print()}>{t('bulletin.print')}</Button>
        {bulletin ? (
          <Button onClick={() => saveCsv(`bulletin-${month}.csv`, bulletinCsv(bulletin, t))}>{t('report.csv')}</Button>
        ) : null}
        {bulletin?.mayPublish ? <PublishBulletin bulletin={bulletin} onPublished={put} /> : null}
      </div>
      {message ? <Alert type="error" title={message} /> : null}
      {bulletin ? (
        <article>
          <h2 className="bulletin-title">
            {centreName} {title}
          </h2>
          <p className="muted bulletin-note">
            {newest
              ? t('bulletin.published', {
                  n: newest.revision,
                  by: newest.publishedBy,
                  time: dayAndClock(newest.publishedAt, offset),
                })
              : t(bulletin.complete ? 'bulletin.unpublished' : 'bulletin.running', {
                  time: dayAndClock(bulletin.asOf, offset),
                })}
            {newest?.note ? ` ${t('bulletin.reason', { note: newest.note })}` : ''}
          </p>
          <CalendarNotice from={bulletin.provisionalFrom} />
          <BulletinTable bulletin={bulletin} />
        </article>
      ) : message ? null : (
        <Skeleton className="late" />
      )}
    </div>
  );
}
