import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useT } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';
import { TurnTag } from '../../ui/StatusTag.tsx';
import type { Stub } from './openCase.ts';
import { RequestText } from './Requests.tsx';

/** What a department keeps of a ticket that was taken from it: its own part as it ended, and why there is no more. */
export function StubView({ stub, listed = false }: { stub: Stub; listed?: boolean }) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const time = (at: string) => dayAndClock(at, offset);
  return (
    <article className="stub">
      <h2 className="number">{stub.number}</h2>
      {listed ? null : <p className="awaited">{t('stub.why', { time: time(stub.endedAt) })}</p>}
      <ul className="turns">
        {stub.turns.map((d) => (
          <li key={d.id}>
            <b>{departmentName(d.departmentId)}</b>
            <TurnTag status={d.status} />
            <span className="muted">
              {t('turn.sent', { time: time(d.sentAt) })}
              {d.endedAt ? ` · ${t('stub.ended', { time: time(d.endedAt) })}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {stub.requests.map((r) => (
        <RequestText key={r.id} request={r} answer={{ dispatches: stub.turns, quota: nothingLeft }} />
      ))}
    </article>
  );
}

/** Of a turn that has ended nothing more may be asked. */
const nothingLeft = { returns: 0, extensions: [] };
