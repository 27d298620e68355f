import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { appealStatusTerms, channelTerms, identityTerms } from '@hotline/shared/catalog/terms';
import { useCatalog, useDepartmentName } from '../stores/catalog.ts';
import { useT, useTerm } from '../text/translate.ts';
import { dayAndClock } from '../ui/localTime.ts';

/** The citizen's own words, one block for each appeal on the ticket. */
export function Appeals({ appeals }: Pick<CaseAnswer, 'appeals'>) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  return (
    <section aria-label={t('case.appeals')}>
      <h3>{t('case.appeals')}</h3>
      {appeals.map((a) => (
        <article key={a.id} className="appeal">
          <p className="muted">
            {appeals.length > 1 ? <span className="number">{a.number} </span> : null}
            {[
              dayAndClock(a.receivedAt, offset),
              term(channelTerms, a.channel),
              a.citizenName,
              a.phone,
              a.identity === 'named' ? null : term(identityTerms, a.identity),
              a.address,
              a.againstDepartmentId ? t('case.against', { name: departmentName(a.againstDepartmentId) }) : null,
              appeals.length > 1 ? term(appealStatusTerms, a.status) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="words">{a.content}</p>
          {a.answer ? (
            <p className="told">
              <b>{t('case.told')}</b> {a.answer}
            </p>
          ) : null}
        </article>
      ))}
    </section>
  );
}
