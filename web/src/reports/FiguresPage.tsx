import { Alert, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useFigures } from '../data/figuresOnShow.ts';
import { paths } from '../paths.ts';
import { useT } from '../text/translate.ts';
import { CalendarNotice } from '../ui/CalendarNotice.tsx';
import { BoardFilters } from './BoardFilters.tsx';
import { asked, useBoardQuery } from './boardQuery.ts';
import { type Drill, DrillButton } from './DrillButton.tsx';
import { Exclusions } from './Exclusions.tsx';
import { FigureTickets } from './FigureTickets.tsx';
import { FigureValue } from './FigureValue.tsx';
import { isRate, useDefinitionText } from './figureText.ts';
import { ReportTabs } from './ReportTabs.tsx';
import './reports.css';

/** 全部指标: every figure with its definition in words and its present value. */
export function FiguresPage() {
  const t = useT();
  const { query, set } = useBoardQuery();
  const [drill, setDrill] = useState<Drill | null>(null);
  const { value: answer, message } = useFigures('board', { query: asked(query) });
  const text = useDefinitionText();
  useEffect(() => {
    document.title = `${t('report.figures')} · ${t('app.short')}`;
  }, [t]);
  return (
    <div className="report">
      <div className="report-head">
        <h1>{t('report.figures')}</h1>
        <ReportTabs />
      </div>
      <BoardFilters query={query} hasRole onChange={set} />
      {answer ? <CalendarNotice from={answer.provisionalFrom} /> : null}
      {message ? <Alert type="error" title={message} /> : null}
      {answer ? (
        <table className="figures of-definitions">
          <thead>
            <tr>
              {(['figureName', 'value', 'parts', 'definition', 'excludedBy'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`report.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.items.map(({ definition, total }) => {
              const words = text(definition);
              const part = (which: 'numerator' | 'denominator') => (
                <DrillButton definition={definition} row={total} part={which} onDrill={setDrill} />
              );
              const to = paths.reports({ ...query, figure: definition.id });
              return (
                <tr key={definition.id}>
                  <th scope="row">
                    <Link to={to}>{words.term}</Link>
                  </th>
                  <td className="value">
                    <FigureValue definition={definition} row={total} />
                  </td>
                  <td>
                    {isRate(definition) ? <>{part('numerator')} / </> : null}
                    {part('denominator')}
                  </td>
                  <td>
                    {words.words}
                    <span className="muted"> {t('report.cohort', { cohort: words.cohort })}</span>
                  </td>
                  <td>
                    <Exclusions brief figure={{ definition, total }} onDrill={setDrill} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : message ? null : (
        <Skeleton className="late" />
      )}
      <FigureTickets drill={drill} onClose={() => setDrill(null)} />
    </div>
  );
}
