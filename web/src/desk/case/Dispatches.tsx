import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { dispatchRoleTerms } from '@hotline/shared/catalog/terms';
import { dispatchClock } from '@hotline/shared/ticket/clocks/shownClock';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { ClockBadge } from '../../ui/ClockBadge.tsx';
import { dayAndClock } from '../../ui/localTime.ts';
import { DispatchTag } from '../../ui/StatusTag.tsx';

type Dispatch = CaseAnswer['dispatches'][number];

/** The departments, the lead first, each with its own clock, and below each those it sent the matter on to. */
export function Dispatches({ answer: { dispatches, ticket, names } }: { answer: CaseAnswer }) {
  const t = useT();
  if (dispatches.length === 0) return null;
  const ids = new Set(dispatches.map((d) => d.id));
  // A department below sees its own dispatch, not its parent's.
  const top = dispatches
    .filter((d) => d.parentId === null || !ids.has(d.parentId))
    .toSorted((a, b) => b.round - a.round || Number(a.role === 'assist') - Number(b.role === 'assist'));
  return (
    <section aria-label={t('case.dispatches')}>
      <h3>{t('case.dispatches')}</h3>
      <ul className="dispatches">
        {top.map((d) => (
          <DispatchLine key={d.id} dispatch={d} all={dispatches} round={ticket.round} names={names} />
        ))}
      </ul>
    </section>
  );
}

type LineProps = { dispatch: Dispatch; all: readonly Dispatch[]; round: number; names: CaseAnswer['names'] };

function DispatchLine({ dispatch: d, all, round, names }: LineProps) {
  const t = useT();
  const term = useTerm();
  const departmentName = useDepartmentName();
  const offset = useCatalog((s) => s.offsetMinutes);
  const below = all.filter((child) => child.parentId === d.id);
  return (
    <li className={d.round === round ? '' : 'is-past'}>
      <span className="dispatch-role">
        {d.parentId === null ? term(dispatchRoleTerms, d.role) : t('dispatch.below')}
      </span>
      <b>{departmentName(d.departmentId)}</b>
      <DispatchTag status={d.status} />
      {d.designated && d.parentId === null ? <b className="flag">{t('dispatch.designated')}</b> : null}
      <ClockBadge clock={dispatchClock(d)} />
      <span className="muted">
        {t('dispatch.sent', { time: dayAndClock(d.sentAt, offset) })}
        {d.clerkId ? ` · ${t('dispatch.clerk', { name: names[d.clerkId] ?? '' })}` : ''}
        {d.note ? ` · ${d.note}` : ''}
      </span>
      {below.length > 0 ? (
        <ul className="dispatches">
          {below.map((child) => (
            <DispatchLine key={child.id} dispatch={child} all={all} round={round} names={names} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
