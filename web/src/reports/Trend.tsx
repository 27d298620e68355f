import type { FigureAnswer } from '@hotline/shared/api/figures';
import { Button } from 'antd';
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../text/translate.ts';
import { type Drill, DrillButton } from './DrillButton.tsx';
import { saveCsv } from './saveCsv.ts';

use([LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

/** The rate by day of due. The same numbers as a table and as a file. */
export function Trend({ figure, onDrill }: { figure: FigureAnswer; onDrill: (drill: Drill) => void }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);
  const days = figure.rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const points = JSON.stringify(days.map((d) => [d.key, d.rate === null ? null : Number(d.rate), d.denominator]));
  const series = t('report.rate');
  useEffect(() => {
    if (table || !box.current) return;
    const chart = init(box.current, null, { renderer: 'svg' });
    const data = JSON.parse(points) as [string, number | null, number][];
    chart.setOption({
      animation: false,
      aria: { enabled: true, decal: { show: true } },
      grid: { left: 48, right: 16, top: 16, bottom: 28 },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => `${String(value)} %` },
      xAxis: { type: 'category', data: data.map(([day]) => day.slice(5)) },
      yAxis: {
        type: 'value',
        max: 100,
        min: ({ min }: { min: number }) => Math.max(0, Math.floor(min / 10) * 10 - 10),
      },
      series: [{ type: 'line', name: series, data: data.map(([, rate]) => rate), color: '#0b4f9e', symbolSize: 6 }],
    });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(box.current);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [points, series, table]);
  return (
    <section aria-labelledby="by-day">
      <div className="section-head">
        <h2 id="by-day">{t('report.byDay')}</h2>
        <Button size="small" aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? 'report.chart' : 'report.table')}
        </Button>
        <Button
          size="small"
          onClick={() =>
            saveCsv(`${figure.definition.id}-days-${figure.from}-${figure.to}.csv`, [
              [t('report.day'), series, t('part.numerator'), t('part.denominator')],
              ...days.map((d) => [d.key, d.rate ?? '', d.numerator, d.denominator]),
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
              {[t('report.day'), series, t('part.numerator'), t('part.denominator')].map((title) => (
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
                <td>{d.rate === null ? '—' : `${d.rate} %`}</td>
                <td>
                  <DrillButton row={d} part="numerator" title="" onDrill={onDrill} />
                </td>
                <td>
                  <DrillButton row={d} part="denominator" title="" onDrill={onDrill} />
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
