import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { kindTerms, ticketStatusTerms, urgencyTerms } from '@hotline/shared/catalog/terms';
import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import type { ReactNode } from 'react';
import { useCatalog, useDepartmentName } from '../../../data/catalog.ts';
import { useSettings } from '../../../data/settings.ts';
import { useT, useTerm } from '../../../text/translate.ts';
import { DispatchTag } from '../../../ui/StatusTag.tsx';
import { useOutcome } from './mergeOutcome.ts';

/** Two tickets side by side, in the words of their citizens; what differs is marked, and what will happen is below. */
export function MergeCompare({ one, other }: { one: CaseAnswer; other: CaseAnswer }) {
  const t = useT();
  const outcome = useOutcome(one, other);
  const both = [one, other] as const;
  const rows = useRows().filter((row) => !row.isRare || both.some((c) => row.text?.(c) !== none));
  return (
    <section className="compare" aria-label={t('merge.compare')}>
      <div className="wide-table">
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('merge.absorbed', { number: one.ticket.number })}</th>
              <th scope="col">{t('merge.kept', { number: other.ticket.number })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cell, text }) => {
              const differs = text !== undefined && text(one) !== text(other);
              return (
                <tr key={label} className={differs ? 'differs' : ''}>
                  <th scope="row">
                    {label}
                    {differs ? <span className="flag">{t('merge.differs')}</span> : null}
                  </th>
                  {both.map((c) => (
                    <td key={c.ticket.id}>{cell(c)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <h4>{t('merge.outcome')}</h4>
      <ul>
        {outcome.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

const none = '—';

type Row = {
  label: string;
  /** Left out where neither has anything to say. */
  isRare?: true;
  cell: (c: CaseAnswer) => ReactNode;
  /** Compared where a difference matters. */
  text?: (c: CaseAnswer) => string;
};

function useRows(): readonly Row[] {
  const t = useT();
  const term = useTerm();
  const lang = useSettings((s) => s.lang);
  const { offsetMinutes, categoryLabels, regionPlaces } = useCatalog();
  const departmentName = useDepartmentName();
  const plain = (label: string, text: (c: CaseAnswer) => string): Row => ({ label, cell: text, text });
  const against = (c: CaseAnswer) =>
    [...new Set(c.appeals.flatMap((a) => a.againstDepartmentId ?? []))].map(departmentName).join('、') || none;
  return [
    {
      label: t('case.appeals'),
      cell: ({ appeals }) =>
        appeals.map((a) => (
          <div key={a.id} className="quoted">
            <p className="words">{a.content}</p>
            <p className="muted">
              {[a.number, a.citizenName, a.phone].filter(Boolean).join(' · ')}
              <br />
              {t('case.promised', { due: clockDue(a.promiseClock, offsetMinutes, lang) })}
            </p>
          </div>
        )),
    },
    plain(t('merge.place'), ({ ticket, appeals }) => {
      const region = ticket.regionCode ? (regionPlaces.get(ticket.regionCode) ?? ticket.regionCode) : '';
      return [region, appeals[0]?.address].filter(Boolean).join(' ') || none;
    }),
    plain(t('merge.kind'), ({ ticket }) =>
      [
        term(kindTerms, ticket.kind),
        ticket.categoryId ? categoryLabels.get(ticket.categoryId) : null,
        ticket.urgency === 'normal' ? null : term(urgencyTerms, ticket.urgency),
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    { ...plain(t('form.against'), against), isRare: true },
    {
      label: t('case.dispatches'),
      cell: ({ ticket, dispatches }) => {
        const running = dispatches.filter((d) => d.endedAt === null);
        if (running.length === 0) return term(ticketStatusTerms, ticket.status);
        return running.map((d) => (
          <p key={d.id}>
            {departmentName(d.departmentId)} <DispatchTag status={d.status} />
          </p>
        ));
      },
    },
  ];
}
