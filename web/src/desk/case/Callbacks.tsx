import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { satisfactionTerms } from '@hotline/shared/catalog/terms';
import { useCatalog } from '../../data/catalog.ts';
import { reachedTerms, yesNoTerms } from '../../text/replyTerms.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';

export function Callbacks({ answer }: { answer: CaseAnswer }) {
  const t = useT();
  const term = useTerm();
  const offset = useCatalog((s) => s.offsetMinutes);
  // What is only owed has nothing to tell yet.
  const callbacks = answer.callbacks.filter((b) => b.source !== 'system');
  if (callbacks.length === 0) return null;
  return (
    <section aria-label={t('case.callbacks')}>
      <h3>{t('case.callbacks')}</h3>
      {callbacks.map((b) => (
        <p key={b.id}>
          {[
            dayAndClock(b.recordedAt, offset),
            b.source === 'citizen' ? t('callback.byCitizen') : t('callback.attempts', { n: b.attempts }),
            term(reachedTerms, b.reached ?? 'unreachable'),
            b.contacted ? t('callback.contactedIs', { value: term(yesNoTerms, b.contacted) }) : null,
            b.solved ? t('callback.solvedIs', { value: term(yesNoTerms, b.solved) }) : null,
            b.satisfaction === 'none' ? null : term(satisfactionTerms, b.satisfaction),
            b.note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      ))}
    </section>
  );
}
