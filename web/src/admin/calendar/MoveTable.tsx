import type { ClockMove } from '@hotline/shared/api/admin/calendar';
import { clockTerms } from '@hotline/shared/ticket/clocks/clockWords';
import { Button } from 'antd';
import { useState } from 'react';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { dueDayAndClock } from '../../ui/localTime.ts';

const step = 100;

/** The clocks that would move, a hundred at a time. */
export function MoveTable({ moves, head }: { moves: readonly ClockMove[]; head: readonly string[] }) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const [shown, setShown] = useState(step);
  return (
    <>
      <table className="plain">
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
          {moves.slice(0, shown).map((m) => (
            <tr key={`${m.ticketId} ${m.clock} ${m.departmentId} ${m.from} ${m.to}`}>
              <th scope="row" className="number">
                {m.number}
              </th>
              <td>{term(clockTerms, m.clock)}</td>
              <td>{m.departmentId ? departmentName(m.departmentId) : '—'}</td>
              <td>{dueDayAndClock(m.from, offset)}</td>
              <td>{dueDayAndClock(m.to, offset)}</td>
              <td>{m.late ? <span className="tag tone-overdue">{t('fix.late')}</span> : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moves.length > shown ? <Button onClick={() => setShown(shown + step)}>{t('admin.more')}</Button> : null}
    </>
  );
}
