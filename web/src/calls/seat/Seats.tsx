import { useRead } from '../../data/useRead.ts';
import { useT } from '../../text/translate.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { watchCalls } from '../board.ts';
import { shownNumber } from '../shownNumber.ts';
import { minutesAndSeconds, useSecond } from '../useSecond.ts';

const everyMs = 5_000;
const follow = { watch: watchCalls, atMostEveryMs: 500 };

/** Who sits where and what they do, for whoever watches over the hall. */
export function Seats() {
  const t = useT();
  const { value } = useRead('seats', {}, { everyMs, follow });
  const items = value?.items;
  const now = useSecond(true);
  if (!items) return null;
  if (items.length === 0) return <EmptyState title={t('seat.none')} />;
  return (
    <table className="calls-table">
      <thead>
        <tr>
          <th scope="col">{t('seat.name')}</th>
          <th scope="col">{t('seat.extension')}</th>
          <th scope="col">{t('seat.label')}</th>
          <th scope="col">{t('seat.call')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((seat) => (
          <tr key={seat.personId}>
            <td>{seat.name}</td>
            <td className="number">{seat.extension}</td>
            <td>
              {t('seat.since', {
                state: t(`seat.${seat.state}`),
                time: minutesAndSeconds(now - Date.parse(seat.since)),
              })}
            </td>
            <td>{seat.call ? `${shownNumber(t, seat.call)} · ${t(`call.status.${seat.call.status}`)}` : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
