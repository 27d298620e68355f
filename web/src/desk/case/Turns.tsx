import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { dispatchRoleTerms } from '@hotline/shared/catalog/terms';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { Countdown } from '../../ui/Countdown.tsx';
import { dayAndClock } from '../../ui/localTime.ts';
import { TurnTag } from '../../ui/StatusTag.tsx';

type Turn = CaseAnswer['dispatches'][number];

/** The departments, the lead first, each with its own clock, and below each those it sent the matter on to. */
export function Turns({ answer: { dispatches, ticket, names } }: { answer: CaseAnswer }) {
  const t = useT();
  if (dispatches.length === 0) return null;
  const ids = new Set(dispatches.map((d) => d.id));
  // A department below sees its own turn, not its parent's.
  const top = dispatches
    .filter((d) => d.parentId === null || !ids.has(d.parentId))
    .toSorted((a, b) => b.round - a.round || Number(a.role === 'assist') - Number(b.role === 'assist'));
  return (
    <section aria-label={t('case.turns')}>
      <h3>{t('case.turns')}</h3>
      <ul className="turns">
        {top.map((d) => (
          <TurnLine key={d.id} turn={d} all={dispatches} round={ticket.round} names={names} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = { turn: Turn; all: readonly Turn[]; round: number; names: CaseAnswer['names'] };

function TurnLine({ turn: d, all, round, names }: LineProps) {
  const t = useT();
  const term = useTerm();
  const departmentName = useDepartmentName();
  const offset = useCatalog((s) => s.offsetMinutes);
  const below = all.filter((child) => child.parentId === d.id);
  const ended = d.status === 'returned' || d.status === 'released';
  const waiting = d.status === 'awaitingSigning';
  return (
    <li className={d.round === round ? '' : 'is-past'}>
      <span className="turn-role">{d.parentId === null ? term(dispatchRoleTerms, d.role) : t('turn.below')}</span>
      <b>{departmentName(d.departmentId)}</b>
      <TurnTag status={d.status} />
      {d.designated && d.parentId === null ? <b className="flag">{t('turn.designated')}</b> : null}
      {ended ? null : (
        <Countdown
          dueAt={waiting ? d.signDueAt : d.dueAt}
          what={t(waiting ? 'due.sign' : 'due.reply')}
          doneAt={d.repliedAt}
        />
      )}
      <span className="muted">
        {t('turn.sent', { time: dayAndClock(d.sentAt, offset) })}
        {d.clerkId ? ` · ${t('turn.clerk', { name: names[d.clerkId] ?? '' })}` : ''}
        {d.note ? ` · ${d.note}` : ''}
      </span>
      {below.length > 0 ? (
        <ul className="turns">
          {below.map((child) => (
            <TurnLine key={child.id} turn={child} all={all} round={round} names={names} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
