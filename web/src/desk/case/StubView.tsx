import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useT } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';
import { DispatchTag } from '../../ui/StatusTag.tsx';
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
      <ul className="dispatches">
        {stub.dispatches.map((d) => (
          <li key={d.id}>
            <b>{departmentName(d.departmentId)}</b>
            <DispatchTag status={d.status} />
            <span className="muted">
              {t('dispatch.sent', { time: time(d.sentAt) })}
              {d.endedAt ? ` · ${t('stub.ended', { time: time(d.endedAt) })}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {stub.requests.map((r) => (
        <RequestText key={r.id} request={r} answer={{ dispatches: stub.dispatches, quota: nothingLeft }} />
      ))}
    </article>
  );
}

/** Of a dispatch that has ended nothing more may be asked. */
const nothingLeft = { returns: 0, extensions: [] };
