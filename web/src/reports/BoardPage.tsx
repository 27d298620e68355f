import { Alert, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useFigures } from '../data/figuresOnShow.ts';
import { useT } from '../text/translate.ts';
import { CalendarNotice } from '../ui/CalendarNotice.tsx';
import { BoardFilters } from './BoardFilters.tsx';
import { asked, type BoardQuery, useBoardQuery } from './boardQuery.ts';
import type { Drill } from './DrillButton.tsx';
import { FigureCards } from './FigureCards.tsx';
import { FigureDetail } from './FigureDetail.tsx';
import { FigureTickets } from './FigureTickets.tsx';
import { useDefinitionText, valueText } from './figureText.ts';
import { LiveTiles } from './LiveTiles.tsx';
import { periodBefore } from './period.ts';
import { ReportTabs } from './ReportTabs.tsx';
import './reports.css';
import './narrow.css';

const mainFigures = [
  'timelyReplyRate',
  'departmentTimelyReplyRate',
  'timelySigningRate',
  'timelyDispatchRate',
  'directAnswerRate',
  'closingRate',
  'returnRate',
  'extensionRate',
  'resolutionRate',
  'satisfactionRate',
];
const liveFigures = ['overdueNow', 'dueToday', 'backlog', 'oldest'];

const boardOf = (query: BoardQuery) => {
  const { from: beforeFrom, to: beforeTo } = periodBefore(query);
  const names = [...mainFigures, ...liveFigures].join(',');
  return { ...asked(query), names, beforeFrom, beforeTo };
};

/** 看板: what stands now, the main figures, and one of them in full; every number opens its tickets. */
export function BoardPage() {
  const t = useT();
  const { query, params, set } = useBoardQuery();
  const [drill, setDrill] = useState<Drill | null>(null);
  const chosen = params.get('figure') ?? 'timelyReplyRate';
  const { value: board, message } = useFigures('board', { query: boardOf(query) });
  const of = (names: readonly string[]) => board?.items.filter(({ definition }) => names.includes(definition.id)) ?? [];
  const headline = board?.items.find(({ definition }) => definition.id === 'timelyReplyRate');
  const term = useDefinitionText();
  useEffect(() => {
    const value = headline ? `${valueText(headline.definition, headline.total)} ${term(headline.definition).term}` : '';
    document.title = `${value || t('report.board')} · ${t('app.short')}`;
  }, [headline, t, term]);
  return (
    <div className="report">
      <div className="report-head">
        <h1>{t('report.title')}</h1>
        <ReportTabs />
      </div>
      <BoardFilters query={query} hasRole onChange={set} />
      {board ? <CalendarNotice from={board.provisionalFrom} /> : null}
      {message ? <Alert type="error" title={message} /> : null}
      {board ? (
        <>
          <LiveTiles items={of(liveFigures)} onDrill={setDrill} />
          <FigureCards items={of(mainFigures)} chosen={chosen} onChoose={(figure) => set({ figure, by: null })} />
        </>
      ) : message ? null : (
        <Skeleton className="late" />
      )}
      {/* Read at once, shown once it stays where it is. */}
      <div hidden={!board && !message}>
        <FigureDetail name={chosen} query={query} by={params.get('by')} onBy={(by) => set({ by })} onDrill={setDrill} />
      </div>
      <FigureTickets drill={drill} onClose={() => setDrill(null)} />
    </div>
  );
}
