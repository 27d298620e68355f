import type { FigureAnswer } from '@hotline/shared/api/figures';
import { Button } from 'antd';
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../text/translate.ts';
import { type Drill, DrillButton } from './DrillButton.tsx';
import { isRate, numeratorText, valueText } from './figureText.ts';
import { saveCsv } from './saveCsv.ts';

use([LineChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer]);

type Props = { figure: FigureAnswer; before: FigureAnswer; onDrill: (drill: Drill) => void };

/** Day by day, with the period before beneath it. The same numbers as a table and as a file. */
export function Trend({ figure, before, onDrill }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);
  const { definition } = figure;
  const rates = isRate(definition);
  const days = figure.rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const lines = JSON.stringify([series(figure), series(before)]);
  const [now, then, denominator] = [t('report.thisPeriod'), t('report.lastPeriod'), t('report.denominator')];
  useEffect(() => {
    if (table || !box.current) return;
    const chart = init(box.current, null, { renderer: 'svg' });
    const [current = [], earlier = []] = JSON.parse(lines) as Point[][];
    chart.setOption({
      animation: false,
      aria: { enabled: true },
      grid: { left: 44, right: 12, top: 30, bottom: 24 },
      legend: { top: 0, right: 0, itemHeight: 8, textStyle: { color: '#1f2328' } },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (v: unknown) => (v === null ? '—' : `${String(v)}${rates ? '%' : ''}`),
      },
      xAxis: { type: 'category', data: current.map(([day]) => day.slice(5)), axisLabel: { color: '#3f4a54' } },
      yAxis: {
        type: 'value',
        axisLabel: { color: '#3f4a54' },
        ...(rates
          ? { max: 100, min: ({ min }: { min: number }) => Math.max(0, Math.floor(min / 10) * 10 - 10) }
          : { min: 0 }),
      },
      series: [
        { type: 'line', name: now, data: current.map(([, v]) => v), color: '#0b4f9e', symbolSize: 5 },
        {
          type: 'line',
          name: then,
          data: current.map((_, i) => earlier[i]?.[1] ?? null),
          color: '#8f8a83',
          symbol: 'none',
          lineStyle: { type: 'dashed', width: 1.5 },
        },
      ],
    });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(box.current);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [lines, now, then, rates, table]);
  const head = [t('report.day'), t('report.value'), t('report.numerator'), denominator];
  return (
    <section className="by-day" aria-labelledby="by-day">
      <div className="section-head">
        <h2 id="by-day">{t('report.byDay')}</h2>
        <Button size="small" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'report.chart' : 'report.table')}
        </Button>
        <Button
          size="small"
          onClick={() =>
            saveCsv(`${definition.id}-days-${figure.from}-${figure.to}.csv`, [
              head,
              ...days.map((d) => [
                d.key,
                rates ? (d.rate ?? '') : numeratorText(definition, d),
                numeratorText(definition, d),
                d.denominator,
              ]),
            ])
          }
        >
          {t('report.csv')}
        </Button>
      </div>
      {table ? (
        <table className="figures">
          <thead>
            <tr>
              {head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((d) => (
              <tr key={d.key}>
                <th scope="row">{d.key}</th>
                <td>{valueText(definition, d)}</td>
                <td>
                  <DrillButton definition={definition} row={d} part="numerator" onDrill={onDrill} />
                </td>
                <td>
                  <DrillButton definition={definition} row={d} part="denominator" onDrill={onDrill} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <div ref={box} className="trend" role="img" aria-label={t('report.byDay')} />
      )}
    </section>
  );
}

type Point = [day: string, value: number | null];

/** Every day of the period that has begun: a day without members is a gap, not a leap. */
function series({ definition, from, to, asOf, rows }: FigureAnswer): Point[] {
  const known = new Map(rows.map((row) => [row.key, row]));
  const points: Point[] = [];
  const last = Math.min(Date.parse(to), Date.parse(asOf) + 14 * 3_600_000);
  for (let at = Date.parse(from); at <= last && points.length < 400; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const row = known.get(day);
    const value = isRate(definition)
      ? (row?.rate ?? null)
      : definition.measure === 'sum'
        ? (row?.numerator ?? 0) / 100
        : (row?.numerator ?? 0);
    points.push([day, value === null ? null : Number(value)]);
  }
  return points;
}
