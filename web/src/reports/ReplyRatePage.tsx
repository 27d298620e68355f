import { Alert, Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCatalog } from '../stores/catalog.ts';
import { useT } from '../text/translate.ts';
import { BoardFilters } from './BoardFilters.tsx';
import type { Drill } from './DrillButton.tsx';
import { FigureTable } from './FigureTable.tsx';
import { FigureTickets } from './FigureTickets.tsx';
import { Headline } from './Headline.tsx';
import { isDay, periodOf } from './period.ts';
import { useFigure } from './useFigure.ts';
import './reports.css';

const Trend = lazy(async () => ({ default: (await import('./Trend.tsx')).Trend }));

/** 及时回复率: the figure, its definition, the departments, the days, and the tickets behind every number. */
export function ReplyRatePage() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const offset = useCatalog((s) => s.offsetMinutes);
  const [drill, setDrill] = useState<Drill | null>(null);
  const figure = params.get('figure') === 'departmentTimelyReplyRate' ? 'departmentTimelyReplyRate' : 'timelyReplyRate';
  const usual = periodOf('thisMonth', Date.now(), offset);
  const [from, to, role] = [params.get('from'), params.get('to'), params.get('role')];
  const period = { from: isDay(from) ? from : usual.from, to: isDay(to) ? to : usual.to };
  const { board, message } = useFigure(figure, {
    ...period,
    groupBy: 'department',
    ...(figure === 'departmentTimelyReplyRate' && (role === 'lead' || role === 'assist') ? { role } : {}),
  });
  useEffect(() => {
    const rate = board?.rows.total.rate;
    document.title = `${rate ? `${rate}% ` : ''}${t('report.title')} · ${t('app.short')}`;
  }, [board, t]);
  const set = (change: Record<string, string>) =>
    setParams(
      (p) => new URLSearchParams([...Object.entries({ ...Object.fromEntries(p), ...change })].filter(([, v]) => v)),
      {
        replace: true,
      },
    );
  return (
    <div className="report">
      <h1>{t('report.title')}</h1>
      <BoardFilters figure={figure} role={role ?? ''} period={period} onChange={set} />
      {message ? <Alert type="error" title={message} /> : null}
      {board ? (
        <>
          <Headline figure={board.rows} onDrill={setDrill} />
          <FigureTable figure={board.rows} onDrill={setDrill} />
          <Suspense fallback={<Skeleton className="late" />}>
            <Trend figure={board.days} onDrill={setDrill} />
          </Suspense>
        </>
      ) : message ? null : (
        <Skeleton className="late" />
      )}
      <FigureTickets figure={figure} drill={drill} onClose={() => setDrill(null)} />
    </div>
  );
}
