import type { FigureAnswer } from '@hotline/shared/api/figures';
import { Button } from 'antd';
import { useT } from '../text/translate.ts';
import { type Drill, DrillButton } from './DrillButton.tsx';
import { isRate, numeratorText, useDefinitionText, valueText } from './figureText.ts';
import { inOrder, isSmall, smallN } from './rank.ts';
import { saveCsv } from './saveCsv.ts';
import { useRowLabel } from './useRowLabel.ts';

type Props = { figure: FigureAnswer; by: string; onBy: (by: string) => void; onDrill: (drill: Drill) => void };

/** The figure by department, or by whatever else it is grouped by: in order, with n, and few said to be few. */
export function Ranking({ figure, by, onBy, onDrill }: Props) {
  const t = useT();
  const { definition } = figure;
  const words = useDefinitionText()(definition);
  const label = useRowLabel(by);
  const rates = isRate(definition);
  const rows = inOrder(figure);
  const some = rates && rows.some(isSmall);
  const head = [
    t('report.rank'),
    t(`report.filter.${by}` as 'report.filter.department'),
    words.term,
    ...(rates ? [words.met, t('report.denominator'), words.missed] : [t('report.denominator')]),
    ...(definition.original ? [t('report.byOriginal')] : []),
    ...(definition.exclusions.length > 0 ? [t('part.excluded')] : []),
  ];
  const csv = () =>
    saveCsv(`${definition.id}-${by}-${figure.from}-${figure.to}.csv`, [
      head,
      ...rows.map((row) => [
        row.rank ?? '',
        label(row),
        rates ? (row.rate ?? '') : numeratorText(definition, row),
        ...(rates ? [numeratorText(definition, row), row.denominator, row.rest] : [row.denominator]),
        ...(definition.original ? [row.original?.rate ?? ''] : []),
        ...(definition.exclusions.length > 0 ? [row.excludedTotal] : []),
      ]),
    ]);
  return (
    <section className="ranking" aria-labelledby="ranking">
      <div className="section-head">
        <h2 id="ranking">{t('report.ranking')}</h2>
        <fieldset className="group-by" aria-label={t('report.groupBy')}>
          {definition.groups
            .filter((group) => group !== 'day')
            .map((group) => (
              <button key={group} type="button" aria-pressed={group === by} onClick={() => onBy(group)}>
                {t(`report.filter.${group}` as 'report.filter.department')}
              </button>
            ))}
        </fieldset>
        <Button size="small" onClick={csv}>
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
            const cell = (part: 'numerator' | 'denominator' | 'rest' | 'excluded') => (
              <td>
                <DrillButton definition={definition} row={row} part={part} onDrill={onDrill} />
              </td>
            );
            return (
              <tr key={row.key} className={rates && isSmall(row) ? 'is-small' : ''}>
                <td>{row.rank ?? '—'}</td>
                <th scope="row">{label(row)}</th>
                <td className="value">{valueText(definition, row)}</td>
                {rates ? cell('numerator') : null}
                {cell('denominator')}
                {rates ? cell('rest') : null}
                {definition.original ? <td>{row.original?.rate ? `${row.original.rate}%` : '—'}</td> : null}
                {definition.exclusions.length > 0 ? cell('excluded') : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 ? <p className="muted">{t('report.nothing')}</p> : null}
      {some ? <p className="muted">{t('report.smallN', { n: smallN })}</p> : null}
    </section>
  );
}
