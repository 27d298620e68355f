import { Alert, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useFigures } from '../data/figuresOnShow.ts';
import { useRead } from '../data/useRead.ts';
import { asked, type BoardQuery } from './boardQuery.ts';
import type { Drill } from './DrillButton.tsx';
import { Headline } from './Headline.tsx';
import { periodBefore } from './period.ts';
import { Ranking } from './Ranking.tsx';

const Trend = lazy(async () => ({ default: (await import('./Trend.tsx')).Trend }));

type Props = {
  name: string;
  query: BoardQuery;
  by: string | null;
  onBy: (by: string) => void;
  onDrill: (drill: Drill) => void;
};

/** One figure: its numbers and definition, its days, and who stands where. */
export function FigureDetail({ name, query, by, onBy, onDrill }: Props) {
  const { rows, days, before, by: group, message } = useDetail(name, query, by);
  if (message) return <Alert type="error" title={message} />;
  if (!rows) return <Skeleton className="late" />;
  return (
    <div className="figure-detail">
      <Headline figure={rows} onDrill={onDrill} />
      <div className="figure-places">
        {days && before ? (
          <Suspense fallback={<Skeleton className="late" />}>
            <Trend figure={days} before={before} onDrill={onDrill} />
          </Suspense>
        ) : null}
        <Ranking figure={rows} by={group} onBy={onBy} onDrill={onDrill} />
      </div>
    </div>
  );
}

/** By the group asked for if the figure has it; its first one otherwise. Days only where the figure has days. */
function useDetail(name: string, query: BoardQuery, by: string | null) {
  const definitions = useRead('figures', {});
  const definition = definitions.value?.items.find((d) => d.id === name);
  const groups = definition?.groups ?? [];
  const group = groups.find((g) => g === by) ?? groups[0] ?? 'none';
  const figure = (isWanted: boolean, conditions: object) =>
    isWanted && definitions.value ? { params: { name }, query: { ...asked(query), ...conditions } } : null;
  const hasDays = groups.includes('day');
  const rows = useFigures('figure', figure(true, { groupBy: group }));
  const days = useFigures('figure', figure(hasDays, { groupBy: 'day' }));
  const before = useFigures('figure', figure(hasDays, { ...periodBefore(query), groupBy: 'day' }));
  return {
    rows: rows.value,
    days: days.value,
    before: before.value,
    by: group,
    message: definitions.message ?? rows.message ?? days.message ?? before.message,
  };
}
