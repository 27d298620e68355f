import { ticketStatusTerms } from '@hotline/shared/catalog/terms';
import { Link } from 'react-router';
import { usePerson } from '../../data/session.ts';
import { paths } from '../../paths.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { desksOf } from '../desks.ts';
import { linkOf } from './links.ts';
import type { Timeline } from './openCase.ts';

/** Where the ticket went, what came into it, what it came from: a merge or a split is never a dead end. */
export function Linked({ events }: { events: Timeline }) {
  const t = useT();
  const term = useTerm();
  const own = desksOf(usePerson());
  const desk = own.includes('all') ? 'all' : (own[0] ?? 'all');
  const links = events.flatMap((e) => (e.linked ? [{ seq: e.seq, ...e.linked, how: linkOf(e) }] : []));
  if (links.length === 0) return null;
  return (
    <ul className="linked" aria-label={t('case.linked')}>
      {links.map(({ seq, id, number, title, status, how }) => (
        <li key={seq}>
          {t(`linked.${how}`)} <Link to={paths.ticket(desk, id)}>{number}</Link> {title}
          <span className="muted"> · {term(ticketStatusTerms, status)}</span>
        </li>
      ))}
    </ul>
  );
}
