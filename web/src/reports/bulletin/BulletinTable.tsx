import type { Bulletin } from '@hotline/shared/api/bulletins';
import { useT } from '../../text/translate.ts';
import { useDefinitionText } from '../figureText.ts';
import { BulletinScores } from './BulletinScores.tsx';
import { type BulletinRow, bulletinRows, byDepartment, changed, shown } from './bulletinRows.ts';

type Line = BulletinRow['lines'][number];

/** The centre's own figures on top, then the departments in order. A number that has changed since says so beside itself. */
export function BulletinTable({ bulletin }: { bulletin: Bulletin }) {
  const t = useT();
  const text = useDefinitionText();
  const columns = byDepartment(bulletin.figures);
  const own = bulletin.figures.filter((figure) => !columns.includes(figure));
  const rows = bulletinRows(bulletin);
  return (
    <>
      <dl className="bulletin-centre">
        {[...own, ...columns.slice(0, 1)].map(({ definition, total }) => (
          <div key={definition.id}>
            <dt>{text(definition).term}</dt>
            <dd>
              <Numbers line={total} original={definition.original} />
            </dd>
          </div>
        ))}
      </dl>
      <table className="figures bulletin-table">
        <thead>
          <tr>
            <th scope="col">{t('report.rank')}</th>
            <th scope="col">{t('report.filter.department')}</th>
            {columns.map(({ definition }) => (
              <th key={definition.id} scope="col">
                {text(definition).term}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, rank, lines }) => (
            <tr key={id} className={rank === null ? 'is-small' : ''}>
              <td>{rank ?? '—'}</td>
              <th scope="row">{label}</th>
              {columns.map(({ definition }, i) => (
                <td key={definition.id}>
                  <Numbers line={lines[i]} original={definition.original} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {bulletin.scores.map(({ scheme, name, rows: scored }) => (
        <BulletinScores key={scheme} name={name} rows={scored} />
      ))}
      <ol className="bulletin-definitions">
        {bulletin.figures.map(({ definition }) => (
          <li key={definition.id}>
            <b>{text(definition).term}</b> {text(definition).words}
          </li>
        ))}
      </ol>
    </>
  );
}

function Numbers({ line, original }: { line: Line; original: boolean }) {
  const t = useT();
  const numbers = shown(line);
  const now = changed(line);
  if (!numbers || numbers.denominator === 0) return <>—</>;
  return (
    <>
      <span className="value">{numbers.rate === null ? '—' : `${numbers.rate}%`}</span>{' '}
      <span className="muted of">
        {(numbers.numerator / numbers.unit).toLocaleString('en-US')}/{numbers.denominator.toLocaleString('en-US')}
      </span>
      {original && numbers.originalRate !== numbers.rate ? (
        <span className="muted of"> {t('bulletin.original', { rate: numbers.originalRate ?? '—' })}</span>
      ) : null}
      {now === null ? null : <span className="now no-print"> {t('bulletin.now', { rate: now })}</span>}
    </>
  );
}
