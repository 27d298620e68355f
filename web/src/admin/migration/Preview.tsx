import type { PreviewRow } from '@hotline/shared/api/imports';
import type { FieldName } from '@hotline/shared/imports/fields';
import { Alert } from 'antd';
import { useT, useTerm } from '../../text/translate.ts';
import { fieldKey, fieldOrder, wordsOf } from './fieldWords.ts';
import { Scroll } from './Scroll.tsx';

/** The first rows as they would be kept under this mapping, each with what is wrong. */
export function Preview({ rows, message }: { rows: readonly PreviewRow[]; message: string | null }) {
  const t = useT();
  const term = useTerm();
  const said = (field: FieldName, text = '') => {
    const words = wordsOf(field);
    return words && Object.hasOwn(words, text) ? term(words, text) : text;
  };
  const filled = new Set<FieldName>(rows.flatMap((row) => row.fields.map(({ field }) => field)));
  const shown = fieldOrder.filter((field) => filled.has(field));
  return (
    <section>
      <h3>{t('mig.preview')}</h3>
      {message ? <Alert type="error" title={message} /> : null}
      <Scroll label={t('mig.preview')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('mig.row')}</th>
              <th scope="col">{t('mig.will')}</th>
              <th scope="col">{t('mig.attention')}</th>
              {shown.map((field) => (
                <th key={field} scope="col">
                  {t(fieldKey(field))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <th scope="row">{row.row}</th>
                <td className="nowrap">{t(row.is === null ? 'mig.refused' : `mig.${row.is}`)}</td>
                <td className="migration-told">
                  {row.refused}
                  {row.alarms.map((alarm) => (
                    <div key={alarm.field}>{alarm.sentence}</div>
                  ))}
                </td>
                {shown.map((field) => (
                  <td key={field} className="migration-cell">
                    {said(field, row.fields.find((f) => f.field === field)?.text)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
