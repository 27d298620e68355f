import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useCatalog } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { paths } from '../../paths.ts';
import { useT } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';
import type { ListRow } from './lateRows.ts';
import type { Entered } from './sitting.ts';

type Props = { entered: readonly Entered[]; underWay: readonly ListRow[]; onClear: () => void };

/** What was entered in this sitting, the newest first, to be ticked off on the paper. */
export function EnteredList({ entered, underWay, onClear }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const last = entered[entered.length - 1];
  const dueOf = (one: Entered) => t('receipt.before', { due: clockDue(one.promiseClock, offset, lang) });
  return (
    <section className="late-entered" aria-labelledby="late-entered">
      <h2 id="late-entered">{t('lateList.entered', { n: entered.length })}</h2>
      <p className="visually-hidden" role="status">
        {last ? t('lateList.enteredLast', { number: last.number, due: dueOf(last) }) : ''}
      </p>
      {entered.length + underWay.length === 0 ? <p className="muted">{t('lateList.none')}</p> : null}
      <ol reversed>
        {[...underWay].reverse().map((row) => (
          <li key={row.id}>
            <span className="muted">{t('lateList.sending')}</span>
            <span>{row.time}</span>
            <span className="late-words">{[...row.content].slice(0, 40).join('')}</span>
          </li>
        ))}
        {[...entered].reverse().map((one) => (
          <li key={one.rowId}>
            <Link className="number" to={paths.ticket('all', one.ticketId)}>
              {one.number}
            </Link>
            <span>{t('lateList.receivedAt', { time: dayAndClock(one.receivedAt, offset) })}</span>
            <span>{t('lateList.promised', { due: dueOf(one) })}</span>
            <span className="late-words">{one.title}</span>
          </li>
        ))}
      </ol>
      {entered.length > 0 ? (
        <div>
          <Button size="small" onClick={onClear}>
            {t('lateList.clear')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
