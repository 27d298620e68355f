import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { appealStatusTerms, channelTerms, identityTerms } from '@hotline/shared/catalog/terms';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { Cited } from '../../knowledge/Cited.tsx';
import { useT, useTerm } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';

/** The citizen's own words, one block for each appeal on the ticket. */
export function Appeals({ answer: { appeals, replies, citations } }: { answer: CaseAnswer }) {
  const t = useT();
  // All of them went over to another ticket.
  if (appeals.length === 0) return null;
  return (
    <section aria-label={t('case.appeals')}>
      <h3>{t('case.appeals')}</h3>
      {appeals.map((a) => (
        <Appeal
          key={a.id}
          appeal={a}
          citations={citations.filter((c) => c.appealId === a.id)}
          isOneOfMany={appeals.length > 1}
          isToldBelow={replies.some((r) => r.publicReply === a.answer)}
        />
      ))}
    </section>
  );
}

type Props = {
  appeal: CaseAnswer['appeals'][number];
  citations: CaseAnswer['citations'];
  isOneOfMany: boolean;
  isToldBelow: boolean;
};

function Appeal({ appeal: a, citations, isOneOfMany, isToldBelow }: Props) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const number = a.phone ?? (a.unreadPhone === null ? null : t('phone.unreadable', { written: a.unreadPhone }));
  const citizen = [a.citizenName, number, a.identity === 'named' ? null : term(identityTerms, a.identity)];
  return (
    <article className="appeal">
      {isOneOfMany ? (
        <p>
          <span className="number">{a.number}</span> {term(appealStatusTerms, a.status)}
        </p>
      ) : null}
      <p className="words">{a.content}</p>
      <dl className="facts">
        <Fact label={t('case.citizen')} value={citizen.filter(Boolean).join(' · ')} />
        <Fact label={t('case.address')} value={a.address} />
        <Fact label={t('case.received')} value={dayAndClock(a.receivedAt, offset)} />
        <Fact
          label={t('case.lateEntry')}
          value={
            a.lateEnteredAt &&
            t('case.lateEntryOf', { time: dayAndClock(a.lateEnteredAt, offset), why: a.lateEntryReason ?? '' })
          }
        />
        <Fact label={t('case.channel')} value={term(channelTerms, a.channel)} />
        {a.againstDepartmentId ? (
          <Fact label={t('form.against')} value={departmentName(a.againstDepartmentId)} />
        ) : null}
      </dl>
      {a.answer && !isToldBelow ? (
        <p className="told words">
          <b>{t('case.told')}</b>
          {a.answer}
        </p>
      ) : null}
      <Cited citations={citations} />
    </article>
  );
}

function Fact({ label, value }: { label: string; value: string | null }) {
  return value ? (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  ) : null;
}
