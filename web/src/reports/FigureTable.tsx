import type { FigureAnswer } from '@hotline/shared/api/figures';
import { Button } from 'antd';
import { useT } from '../text/translate.ts';
import { type Drill, DrillButton } from './DrillButton.tsx';
import { saveCsv } from './saveCsv.ts';

type Row = FigureAnswer['total'];
type Props = { figure: FigureAnswer; onDrill: (drill: Drill) => void };
/** Below this a percentage says little about a department, and the table says so. */
const smallN = 10;

export function FigureTable({ figure, onDrill }: Props) {
  const t = useT();
  const rows = figure.rows.toSorted(
    (a, b) => Number(isSmall(a)) - Number(isSmall(b)) || order(b) - order(a) || b.denominator - a.denominator,
  );
  const some = rows.some(isSmall);
  const head = [
    t('report.department'),
    t('report.rate'),
    t('part.numerator'),
    t('part.denominator'),
    t('report.late'),
    t('report.original'),
    t('report.excluded'),
  ];
  return (
    <section aria-labelledby="by-department">
      <div className="section-head">
        <h2 id="by-department">{t('report.byDepartment')}</h2>
        <Button
          size="small"
          onClick={() =>
            saveCsv(`${figure.definition.id}-${figure.from}-${figure.to}.csv`, [
              head,
              ...rows.map((r) => [r.label, r.rate ?? '', r.numerator, r.denominator, r.late, original(r), r.excluded]),
            ])
          }
        >
          {t('report.csv')}
        </Button>
      </div>
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
          {rows.map((row) => {
            const cell = (part: 'numerator' | 'denominator' | 'late' | 'excluded') => (
              <td>
                <DrillButton row={row} part={part} title="" onDrill={onDrill} />
              </td>
            );
            return (
              <tr key={row.key} className={isSmall(row) ? 'is-small' : ''}>
                <th scope="row">{row.label || t('report.noDepartment')}</th>
                <td>{row.rate === null ? '—' : `${row.rate} %`}</td>
                {cell('numerator')}
                {cell('denominator')}
                {cell('late')}
                <td>{original(row) || '—'}</td>
                {cell('excluded')}
              </tr>
            );
          })}
        </tbody>
      </table>
      {some ? <p className="muted">{t('report.smallN', { n: smallN })}</p> : null}
    </section>
  );
}

const isSmall = (row: Row) => row.denominator < smallN;
const order = (row: Row) => (row.rate === null ? -1 : Number(row.rate));

/** Against the due as it first stood: floored to two decimals in whole numbers, like the rate itself. */
function original({ timelyOriginal, denominator }: Row): string {
  if (denominator === 0) return '';
  const hundredths = Math.floor((timelyOriginal * 10_000) / denominator);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
