import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { extensionReasons, returnReasons, shelvingReasons } from '@hotline/shared/catalog/reasons';
import { requestStatusTerms, requestTypeTerms } from '@hotline/shared/catalog/terms';
import { dueWords } from '@hotline/shared/time/localText';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';

const reasons = [...returnReasons, ...extensionReasons, ...shelvingReasons];
type Request = CaseAnswer['requests'][number];

/** Who asked for what and why, and what was decided; how many returns are left before somebody is designated. */
export function Requests({ answer }: { answer: CaseAnswer }) {
  const t = useT();
  if (answer.requests.length === 0) return null;
  // What is left of them matters to whoever has it to send or to decide, not once somebody holds it for good.
  const returned =
    answer.requests.some((r) => r.type === 'return') &&
    (answer.ticket.status === 'awaitingDispatch' || answer.quota.returns > 0);
  return (
    <section aria-label={t('case.requests')}>
      <h3>{t('case.requests')}</h3>
      {returned ? (
        <p className={answer.quota.returns === 0 ? 'awaited' : 'muted'}>
          {answer.quota.returns === 0 ? t('quota.onlyDesignate') : t('quota.returns', { n: answer.quota.returns })}
        </p>
      ) : null}
      {answer.requests.toReversed().map((r) => (
        <RequestText key={r.id} request={r} answer={answer} />
      ))}
    </section>
  );
}

/** One request: the words of the department, its quota while it is open, the decision afterwards. */
export function RequestText({
  request: r,
  answer,
}: {
  request: Request;
  answer: Pick<CaseAnswer, 'dispatches' | 'quota'>;
}) {
  const t = useT();
  const term = useTerm();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const departmentName = useDepartmentName();
  const dispatch = answer.dispatches.find((d) => d.id === r.dispatchId);
  const reason = reasons.find((x) => x.code === r.reasonCode);
  const left = answer.quota.extensions.find((x) => x.dispatchId === r.dispatchId);
  const facts = [
    term(requestTypeTerms, r.type),
    dispatch ? departmentName(dispatch.departmentId) : null,
    t('request.asked', { time: dayAndClock(r.askedAt, offset) }),
    r.days ? t('request.days', { n: r.days }) : null,
    r.reviewAt ? t('request.reviewAt', { due: dueWords(r.reviewAt, offset, lang) }) : null,
    r.suggestedDepartmentId ? t('request.suggested', { name: departmentName(r.suggestedDepartmentId) }) : null,
    term(requestStatusTerms, r.status),
  ];
  return (
    <article className="reply">
      <p className="muted">{facts.filter(Boolean).join(' · ')}</p>
      <p className="words">{[reason?.[lang], r.reason].filter(Boolean).join(lang === 'zh' ? '：' : ': ')}</p>
      {r.status === 'open' && r.type === 'extension' && left ? (
        <p className="muted">{t('quota.extension', { times: left.times, days: left.days })}</p>
      ) : null}
      {r.decidedAt ? (
        <p>
          {t('request.decided', { time: dayAndClock(r.decidedAt, offset) })}
          {r.grantedDays ? ` ${t('request.granted', { n: r.grantedDays })}` : ''} {r.decision}
        </p>
      ) : null}
    </article>
  );
}
