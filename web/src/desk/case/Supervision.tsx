import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { faceOf } from '@hotline/shared/ticket/clocks/clock';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useT } from '../../text/translate.ts';
import { ClockBadge } from '../../ui/ClockBadge.tsx';
import { dayAndClock, dueDayAndClock } from '../../ui/localTime.ts';

/** Supervision orders, warning cards, and what was taken out of the figures: each with who, when and why. */
export function Supervision({ answer: { orders, cards, dispatches, appeals } }: { answer: CaseAnswer }) {
  const t = useT();
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const nameOf = (dispatchId: string | null) => {
    const dispatch = dispatches.find((d) => d.id === dispatchId);
    return dispatch ? departmentName(dispatch.departmentId) : t('order.everybody');
  };
  const excused = [
    ...dispatches.map((d) => ({ ...d, name: departmentName(d.departmentId) })),
    ...appeals.map((a) => ({ ...a, name: a.number })),
  ].filter((x) => x.excusedAt !== null);
  if (orders.length + cards.length + excused.length === 0) return null;
  return (
    <section aria-label={t('case.supervision')}>
      <h3>{t('case.supervision')}</h3>
      {orders.map((o) => (
        <article key={o.id} className="reply">
          <p className="muted">
            {[o.number, t(`order.${o.level}`), nameOf(o.dispatchId), dayAndClock(o.issuedAt, offset)].join(' · ')}{' '}
            {o.endedAt ? t('order.ended') : <ClockBadge clock={faceOf(o.clock)} />}
          </p>
          <p className="words">{o.demand}</p>
          {o.answer ? (
            <p className="words">
              <b>{t('order.answer')}</b> {o.answer}
            </p>
          ) : null}
        </article>
      ))}
      {cards.map((k) => (
        <p key={k.id}>
          <b className={`flag ${k.colour}`}>{t(`card.${k.colour}`)}</b> {nameOf(k.dispatchId)} ·{' '}
          {t('card.raised', { time: dayAndClock(k.raisedAt, offset), due: dueDayAndClock(k.dueAt, offset) })}
          {k.revokedAt
            ? ` · ${t('card.revoked', { time: dayAndClock(k.revokedAt, offset), why: k.reason ?? '' })}`
            : ''}
        </p>
      ))}
      {excused.map((x) => (
        <p key={x.id}>
          {t('excused.of', { name: x.name, time: dayAndClock(x.excusedAt ?? '', offset), why: x.excuse ?? '' })}
        </p>
      ))}
    </section>
  );
}
