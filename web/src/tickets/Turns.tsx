import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { dispatchRoleTerms } from '@hotline/shared/catalog/terms';
import { useCatalog, useDepartmentName } from '../stores/catalog.ts';
import { useT, useTerm } from '../text/translate.ts';
import { Countdown } from '../ui/Countdown.tsx';
import { dayAndClock } from '../ui/localTime.ts';
import { TurnTag } from '../ui/StatusTag.tsx';

/** The departments, the lead first, each with its own clock. */
export function Turns({ answer: { dispatches, ticket } }: { answer: CaseAnswer }) {
  const t = useT();
  const term = useTerm();
  const departmentName = useDepartmentName();
  const offset = useCatalog((s) => s.offsetMinutes);
  if (dispatches.length === 0) return null;
  const turns = dispatches.toSorted(
    (a, b) => b.round - a.round || Number(a.role === 'assist') - Number(b.role === 'assist'),
  );
  return (
    <section aria-label={t('case.turns')}>
      <h3>{t('case.turns')}</h3>
      <ul className="turns">
        {turns.map((d) => {
          const ended = d.status === 'returned' || d.status === 'released';
          const waiting = d.status === 'awaitingSigning';
          return (
            <li key={d.id} className={d.round === ticket.round ? '' : 'is-past'}>
              <span className="turn-role">{term(dispatchRoleTerms, d.role)}</span>
              <b>{departmentName(d.departmentId)}</b>
              <TurnTag status={d.status} />
              {ended ? null : (
                <Countdown
                  dueAt={waiting ? d.signDueAt : d.dueAt}
                  what={t(waiting ? 'due.sign' : 'due.reply')}
                  doneAt={d.repliedAt}
                />
              )}
              <span className="muted">
                {t('turn.sent', { time: dayAndClock(d.sentAt, offset) })}
                {d.note ? ` · ${d.note}` : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
