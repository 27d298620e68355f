import { returnReasons } from '@hotline/shared/catalog/reasons';
import { requestStatusTerms, requestTypeTerms } from '@hotline/shared/catalog/terms';
import { useCatalog, useDepartmentName } from '../stores/catalog.ts';
import { useSettings } from '../stores/settings.ts';
import { useT, useTerm } from '../text/translate.ts';
import { dayAndClock } from '../ui/localTime.ts';
import { TurnTag } from '../ui/StatusTag.tsx';
import type { Stub } from './openCase.ts';

/** What a department keeps of a ticket that was taken from it: its own part as it ended, and why there is no more. */
export function StubView({ stub, listed = false }: { stub: Stub; listed?: boolean }) {
  const t = useT();
  const term = useTerm();
  const lang = useSettings((s) => s.lang);
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
        <article key={r.id} className="reply">
          <p className="muted">
            {[
              term(requestTypeTerms, r.type),
              t('request.asked', { time: time(r.askedAt) }),
              term(requestStatusTerms, r.status),
            ].join(' · ')}
          </p>
          <p className="words">
            {[returnReasons.find((x) => x.code === r.reasonCode)?.[lang], r.reason]
              .filter(Boolean)
              .join(lang === 'zh' ? '：' : ': ')}
          </p>
          {r.decidedAt ? (
            <p>
              {t('request.decided', { time: time(r.decidedAt) })} {r.decision}
            </p>
          ) : null}
        </article>
      ))}
    </article>
  );
}
