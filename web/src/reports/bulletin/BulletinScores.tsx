import type { Bulletin } from '@hotline/shared/api/bulletins';
import { useT } from '../../text/translate.ts';

type Props = Pick<Bulletin['scores'][number], 'name' | 'rows'>;

/** One scheme's ranking of the month, as the bulletin publishes it. */
export function BulletinScores({ name, rows }: Props) {
  const t = useT();
  if (rows.length === 0) return null;
  const grouped = rows.some(({ group }) => group !== null);
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <table className="figures bulletin-table">
        <thead>
          <tr>
            <th scope="col">{t('report.rank')}</th>
            <th scope="col">{t('report.filter.department')}</th>
            {grouped ? <th scope="col">{t('scores.group')}</th> : null}
            <th scope="col">{t('scores.score')}</th>
            <th scope="col">{t('report.denominator')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ departmentId, label, group, rank, score, counted }) => (
            <tr key={departmentId} className={rank === null ? 'is-small' : ''}>
              <td>{rank ?? '—'}</td>
              <th scope="row">{label}</th>
              {grouped ? <td>{group ?? t('scores.noGroup')}</td> : null}
              <td className="value">{score ?? '—'}</td>
              <td>{counted.toLocaleString('en-US')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
