import { useCatalog } from '../../data/catalog.ts';
import { usePerson } from '../../data/session.ts';
import { useT } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';
import { useNow } from '../../ui/useNow.ts';

/** Head of the printed ticket: whose sheet it is, who printed it and when. */
export function PrintHead() {
  const t = useT();
  const { name } = usePerson();
  const { centreName, offsetMinutes } = useCatalog();
  const time = dayAndClock(new Date(useNow()).toISOString(), offsetMinutes);
  return (
    <div className="print-only print-head">
      <p className="print-title">
        {centreName}
        {t('case.sheet')}
      </p>
      <p>{t('case.printed', { name, time })}</p>
    </div>
  );
}

/** Boxes to be filled in by hand. */
export function PrintBoxes() {
  const t = useT();
  return (
    <table className="print-only print-boxes">
      <tbody>
        {(['case.instruction', 'case.signature', 'case.result'] as const).map((label) => (
          <tr key={label}>
            <th scope="row">{t(label)}</th>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
