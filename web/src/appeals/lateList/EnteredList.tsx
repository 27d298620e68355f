import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import { Button } from 'antd';
import { memo } from 'react';
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
  const dueOf = useDue();
  const last = entered[entered.length - 1];
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
          <EnteredLine key={one.rowId} one={one} />
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

// A list may have some hundred lines, and the row above them is drawn again with every letter.
const EnteredLine = memo(function EnteredLine({ one }: { one: Entered }) {
  const t = useT();
  const dueOf = useDue();
  const offset = useCatalog((s) => s.offsetMinutes);
  return (
    <li>
      <Link className="number" to={paths.ticket('all', one.ticketId)}>
        {one.number}
      </Link>
      <span>{t('lateList.receivedAt', { time: dayAndClock(one.receivedAt, offset) })}</span>
      <span>{t('lateList.promised', { due: dueOf(one) })}</span>
      <span className="late-words">{one.title}</span>
    </li>
  );
});

function useDue(): (one: Entered) => string {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  return ({ promiseClock }) => t('receipt.before', { due: clockDue(promiseClock, offset, lang) });
}
