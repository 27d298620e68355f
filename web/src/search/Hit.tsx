import type { Answer } from '@hotline/shared/api/client';
import { kindTerms } from '@hotline/shared/catalog/terms';
import { shownClock } from '@hotline/shared/ticket/clocks/shownClock';
import { Link } from 'react-router';
import { useCatalog, useDepartmentName } from '../data/catalog.ts';
import { usePerson } from '../data/session.ts';
import { useOwnDepartments } from '../desk/case/ownDepartments.ts';
import { desksOf } from '../desk/desks.ts';
import { paths } from '../paths.ts';
import { useT, useTerm } from '../text/translate.ts';
import { ClockBadge } from '../ui/ClockBadge.tsx';
import { dayAndClock } from '../ui/localTime.ts';
import { StatusTag } from '../ui/StatusTag.tsx';

type Found = Answer<'search'>['items'][number];

/** One ticket with the places where the words stand. */
export function Hit({ hit: { ticket, places }, q }: { hit: Found; q: string }) {
  const t = useT();
  const term = useTerm();
  const name = useDepartmentName();
  const offset = useCatalog((s) => s.offsetMinutes);
  const regions = useCatalog((s) => s.regionLabels);
  const own = desksOf(usePerson());
  const desk = own.includes('all') ? 'all' : (own[0] ?? 'all');
  const leads = [...new Set(ticket.dispatches.filter((x) => x.role === 'lead').map((x) => name(x.departmentId)))];
  const about = [
    term(kindTerms, ticket.kind),
    ticket.regionCode ? (regions.get(ticket.regionCode) ?? ticket.regionCode) : null,
    leads.join('、') || null,
    dayAndClock(ticket.receivedAt, offset),
  ];
  return (
    <li className="hit">
      <div className="hit-head">
        <Link className="hit-link" to={paths.ticket(desk, ticket.id, { q })}>
          <span className="number">{ticket.number}</span> {ticket.title}
        </Link>
        {ticket.lateEnteredAt ? <b className="flag">{t('row.lateEntered')}</b> : null}
        <StatusTag status={ticket.status} outcome={ticket.outcome} />
        <ClockBadge clock={shownClock(ticket, desk, useOwnDepartments())} />
      </div>
      {places
        .filter((p) => p.part !== 'title')
        .map(({ part, text, marks }) => (
          <p key={`${part}${text}`} className="hit-place">
            <span className="muted">{t(`find.part.${part}`)}</span> <Marked text={text} marks={marks} />
          </p>
        ))}
      <div className="muted">{about.filter(Boolean).join(' · ')}</div>
    </li>
  );
}

function Marked({ text, marks }: { text: string; marks: Found['places'][number]['marks'] }) {
  let at = 0;
  return (
    <>
      {marks.map(([from, to]) => {
        const plain = text.slice(at, from);
        at = to;
        return (
          <span key={from}>
            {plain}
            <mark>{text.slice(from, to)}</mark>
          </span>
        );
      })}
      {text.slice(at)}
    </>
  );
}
