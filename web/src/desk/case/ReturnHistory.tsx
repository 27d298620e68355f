import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { returnReasons } from '@hotline/shared/catalog/reasons';
import { requestStatusTerms } from '@hotline/shared/catalog/terms';
import { useCatalog, useDepartmentName } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';

/** Who gave the ticket back, on which grounds, whom they name instead, and what was decided: what an arbitration rests on. */
export function ReturnHistory({ answer }: { answer: CaseAnswer }) {
  const t = useT();
  const term = useTerm();
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const departments = useCatalog((s) => s.departments);
  const departmentName = useDepartmentName();
  const returns = answer.requests.filter((r) => r.type === 'return');
  if (returns.length === 0) return null;
  return (
    <section className="returns" aria-label={t('returns.title')}>
      <h4>
        {t('returns.title')}
        <span className="muted">
          {' '}
          {answer.quota.returns === 0 ? t('quota.onlyDesignate') : t('quota.returns', { n: answer.quota.returns })}
        </span>
      </h4>
      <div className="wide-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('returns.unit')}</th>
              <th scope="col">{t('returns.grounds')}</th>
              <th scope="col">{t('returns.suggested')}</th>
              <th scope="col">{t('returns.decided')}</th>
            </tr>
          </thead>
          <tbody>
            {returns.map((r) => {
              const dispatch = answer.dispatches.find((d) => d.id === r.dispatchId);
              const reason = returnReasons.find((x) => x.code === r.reasonCode)?.[lang];
              const duties = dispatch ? departments.get(dispatch.departmentId)?.duties : null;
              return (
                <tr key={r.id}>
                  <th scope="row">
                    {dispatch ? departmentName(dispatch.departmentId) : ''}
                    {duties ? <small className="muted">{duties}</small> : null}
                  </th>
                  <td>
                    {reason ? <b>{reason}</b> : null} {r.reason}
                    <small className="muted">{dayAndClock(r.askedAt, offset)}</small>
                  </td>
                  <td>{r.suggestedDepartmentId ? departmentName(r.suggestedDepartmentId) : '—'}</td>
                  <td>
                    {term(requestStatusTerms, r.status)} {r.decision}
                    {r.decidedAt ? <small className="muted">{dayAndClock(r.decidedAt, offset)}</small> : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
