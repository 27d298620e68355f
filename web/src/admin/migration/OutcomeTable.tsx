import type { ImportOutcome } from '@hotline/shared/api/imports';
import { useT } from '../../text/translate.ts';
import { Scroll } from './Scroll.tsx';

type Props = { id: string; outcome: ImportOutcome; isDone: boolean };

/** What became of the rows, or would: counts, each kind of problem with rows that have it, and the refused rows as a file. */
export function OutcomeTable({ id, outcome, isDone }: Props) {
  const t = useT();
  const { problems, absentColumns, ...counts } = outcome;
  return (
    <section>
      <p role="status">{t(isDone ? 'mig.countsDone' : 'mig.counts', counts)}</p>
      {absentColumns.map((name) => (
        <p key={name}>{t('mig.absent', { name })}</p>
      ))}
      {problems.length === 0 ? <p className="muted">{t('mig.allWell')}</p> : null}
      <Scroll label={t('mig.problem')}>
        <table className="plain" hidden={problems.length === 0}>
          <thead>
            <tr>
              {(['mig.problem', 'mig.problemCount', 'mig.problemRow', 'mig.will'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.map((p) => (
              <tr key={`${p.why} ${p.field} ${p.isRefused}`}>
                <th scope="row">{p.term}</th>
                <td>{p.count}</td>
                <td>
                  <ul className="migration-examples">
                    {p.examples.map(({ row, sentence }) => (
                      <li key={row}>{t('mig.problemRowN', { row, sentence })}</li>
                    ))}
                  </ul>
                </td>
                <td>{t(p.isRefused ? 'mig.isRefused' : 'mig.isAlarm')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {counts.refused > 0 ? <a href={`/api/imports/${id}/refused`}>{t('mig.download')}</a> : null}
    </section>
  );
}
