import type { ScoreRow, Scores } from '@hotline/shared/api/scores';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { type Drill, DrillButton, type Part } from '../DrillButton.tsx';
import { columnsOf, groupsOf } from './scoreRows.ts';

type Props = { scores: Scores; onDrill: (drill: Drill) => void };

/** Each group's ranking: the score, and beside it every rate, its points and the tickets it counts. */
export function ScoreTable({ scores, onDrill }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const { parts, deductions } = columnsOf(scores, lang, t);
  const groups = groupsOf(scores, t);
  return groups.map(({ id, name, rows }) => (
    <section key={id} aria-label={name}>
      {groups.length > 1 ? <h2>{name}</h2> : null}
      <table className="figures score-table">
        <thead>
          <tr>
            <th scope="col">{t('report.rank')}</th>
            <th scope="col">{t('report.filter.department')}</th>
            <th scope="col">{t('scores.score')}</th>
            {parts.map(({ name: part, weight }) => (
              <th key={part} scope="col">
                {part}
                <small>{t('scores.weight', { n: weight })}</small>
              </th>
            ))}
            {deductions.map(({ name: deduction }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two deductions may look at one figure
              <th key={i} scope="col">
                {deduction}
                <small>{t('scores.off')}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.departmentId} className={row.rank === null ? 'is-small' : ''}>
              <td>{row.rank ?? '—'}</td>
              <th scope="row">{row.label}</th>
              <td className="value">{row.score ?? '—'}</td>
              {row.parts.map(({ points, row: counted }, i) => (
                <td key={parts[i]?.name}>
                  <Numbers
                    points={points}
                    row={counted}
                    definition={parts[i]?.definition}
                    part="numerator"
                    onDrill={onDrill}
                  />
                </td>
              ))}
              {row.deductions.map(({ points, times, row: counted }, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: in the order of the scheme
                <td key={i}>
                  {times === 0 ? (
                    '0'
                  ) : (
                    <Numbers
                      points={`−${points}`}
                      row={counted}
                      definition={deductions[i]?.definition}
                      part={deductions[i]?.part ?? 'rest'}
                      onDrill={onDrill}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}

type NumbersProps = {
  points: string | null;
  row: ScoreRow['parts'][number]['row'];
  definition: Scores['definitions'][number] | undefined;
  part: Part;
  onDrill: (drill: Drill) => void;
};

function Numbers({ points, row, definition, part, onDrill }: NumbersProps) {
  if (!row || !definition || points === null) return <>—</>;
  return (
    <>
      {points}{' '}
      <span className="muted of">
        {row.rate}% <DrillButton definition={definition} row={row} part={part} onDrill={onDrill} />/
        <DrillButton definition={definition} row={row} part="denominator" onDrill={onDrill} />
      </span>
    </>
  );
}
