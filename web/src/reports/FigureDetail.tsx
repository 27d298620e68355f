import { Alert, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { api } from '../data/api.ts';
import { asked, type BoardQuery } from './boardQuery.ts';
import type { Drill } from './DrillButton.tsx';
import { Headline } from './Headline.tsx';
import { periodBefore } from './period.ts';
import { Ranking } from './Ranking.tsx';
import { useLiveRead } from './useLiveRead.ts';

const Trend = lazy(async () => ({ default: (await import('./Trend.tsx')).Trend }));

type Props = {
  name: string;
  query: BoardQuery;
  by: string | null;
  onBy: (by: string) => void;
  onDrill: (drill: Drill) => void;
};
type Question = { name: string; query: BoardQuery; by: string | null };

/** One figure: its numbers and definition, its days, and who stands where. */
export function FigureDetail({ name, query, by, onBy, onDrill }: Props) {
  const { answer, message } = useLiveRead(JSON.stringify({ name, query, by } satisfies Question), readDetail);
  if (message) return <Alert type="error" title={message} />;
  if (!answer) return <Skeleton className="late" />;
  return (
    <div className="figure-detail">
      <Headline figure={answer.rows} onDrill={onDrill} />
      <div className="figure-places">
        {answer.days && answer.before ? (
          <Suspense fallback={<Skeleton className="late" />}>
            <Trend figure={answer.days} before={answer.before} onDrill={onDrill} />
          </Suspense>
        ) : null}
        <Ranking figure={answer.rows} by={answer.by} onBy={onBy} onDrill={onDrill} />
      </div>
    </div>
  );
}

/** By the group asked for if the figure has it; its first one otherwise. Days only where the figure has days. */
async function readDetail({ name, query, by }: Question) {
  const params = { name };
  const conditions = asked(query);
  const { items } = await api.call('figures', {});
  const definition = items.find((d) => d.id === name);
  const groups = definition?.groups ?? [];
  const group = groups.find((g) => g === by) ?? groups[0] ?? 'none';
  const hasDays = groups.includes('day');
  const [rows, days, before] = await Promise.all([
    api.call('figure', { params, query: { ...conditions, groupBy: group } }),
    hasDays ? api.call('figure', { params, query: { ...conditions, groupBy: 'day' } }) : null,
    hasDays ? api.call('figure', { params, query: { ...conditions, ...periodBefore(query), groupBy: 'day' } }) : null,
  ]);
  return { rows, days, before, by: group };
}
