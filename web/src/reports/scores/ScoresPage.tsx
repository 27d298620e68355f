import type { Answer } from '@hotline/shared/api/client';
import { recentMonthsOf } from '@hotline/shared/assessment/schemeMonth';
import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCatalog } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useRead } from '../../data/useRead.ts';
import { useT } from '../../text/translate.ts';
import { dayAndClock, localDay } from '../../ui/localTime.ts';
import type { Drill } from '../DrillButton.tsx';
import { FigureTickets } from '../FigureTickets.tsx';
import { ReportTabs } from '../ReportTabs.tsx';
import { saveCsv } from '../saveCsv.ts';
import { SchemeWords } from './SchemeWords.tsx';
import { ScoreTable } from './ScoreTable.tsx';
import { scoreCsv } from './scoreRows.ts';
import '../reports.css';
import './scores.css';

type Scheme = Answer<'schemes'>['items'][number];

/** 综合考核: each month's ranking by a scheme, down to the tickets behind every number of it. */
export function ScoresPage() {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const [params, setParams] = useSearchParams();
  const [drill, setDrill] = useState<Drill | null>(null);
  const { value: schemes, message } = useRead('schemes', {});
  const scheme = schemes?.items.find(({ id }) => id === params.get('scheme')) ?? schemes?.items[0];
  useEffect(() => {
    document.title = `${t('report.scores')} · ${t('app.short')}`;
  }, [t]);
  return (
    <div className="report scores">
      <div className="report-head">
        <h1>{t('report.scores')}</h1>
        <ReportTabs />
      </div>
      {message ? <Alert type="error" title={message} /> : null}
      <div className="scores-bar">
        <fieldset className="group-by" aria-label={t('scores.scheme')}>
          {schemes?.items.map((one) => (
            <button
              key={one.id}
              type="button"
              aria-pressed={one === scheme}
              onClick={() => setParams({ scheme: one.id }, { replace: true })}
            >
              {lang === 'zh' ? one.name : one.nameEn}
            </button>
          ))}
        </fieldset>
        {scheme ? (
          <Month scheme={scheme} params={params} onMonth={(month) => setParams({ scheme: scheme.id, month })} />
        ) : null}
      </div>
      {scheme ? <OfMonth key={scheme.id} scheme={scheme} month={params.get('month')} onDrill={setDrill} /> : null}
      <FigureTickets drill={drill} onClose={() => setDrill(null)} />
    </div>
  );
}

type MonthProps = { scheme: Scheme; params: URLSearchParams; onMonth: (month: string) => void };

function Month({ scheme, params, onMonth }: MonthProps) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const months = recentMonthsOf(localDay(Date.now(), offset), scheme.monthStart, 24);
  const month = params.get('month') ?? months[0] ?? '';
  return (
    <label>
      {t('bulletin.month')}{' '}
      <select className="native" value={month} onChange={(e) => onMonth(e.target.value)}>
        {[...new Set([...months, month])].map((m) => (
          <option key={m} value={m}>
            {m}
          </option>
        ))}
      </select>
    </label>
  );
}

type OfMonthProps = { scheme: Scheme; month: string | null; onDrill: (drill: Drill) => void };

function OfMonth({ scheme, month, onDrill }: OfMonthProps) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const query = month ? { month } : {};
  const { value: scores, message } = useRead('scores', { params: { id: scheme.id }, query });
  if (message) return <Alert type="error" title={message} />;
  if (!scores) return <Skeleton className="late" />;
  const csv = () => saveCsv(`${scheme.id}-${scores.month}.csv`, scoreCsv(scores, lang, t));
  return (
    <>
      <p className="scores-line">
        {t('scores.period', { from: scores.from, to: scores.to, at: dayAndClock(scores.asOf, offset) })}
        <Button size="small" onClick={csv}>
          {t('report.csv')}
        </Button>
      </p>
      {scores.rows.length > 0 ? (
        <ScoreTable scores={scores} onDrill={onDrill} />
      ) : (
        <p className="muted">{t('report.nothing')}</p>
      )}
      <SchemeWords scheme={scores.scheme} definitions={scores.definitions} />
    </>
  );
}
