import { ticketStatusTerms } from '@hotline/shared/catalog/terms';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../data/api.ts';
import { usePerson } from '../data/session.ts';
import { desksOf } from '../desk/desks.ts';
import { paths } from '../paths.ts';
import { type Translate, useT, useTerm } from '../text/translate.ts';
import { ListBox, type ListEntry, type ListGroup } from '../ui/ListBox.tsx';
import type { Entry } from './entry.ts';
import { foundIn } from './found.ts';
import { recentIds, rememberId } from './recent.ts';
import { useEntries } from './useEntries.ts';
import { overBy, useFoundTickets } from './useFoundTickets.ts';

/** As long as a ticket's number. */
const isNumber = /^\d{11}$/;

/**
 * Find, go to, do: one list for all three. What is known here comes first and stays where it is; tickets the server finds
 * come below it, so that nothing moves under the hand.
 */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const term = useTerm();
  const navigate = useNavigate();
  const entries = useEntries();
  const own = desksOf(usePerson());
  const [typed, setTyped] = useState('');
  const [recent] = useState(recentIds);
  const tickets = useFoundTickets(typed);
  const q = typed.trim();
  const desk = own.includes('all') ? 'all' : (own[0] ?? 'all');
  const done = (act: () => void) => () => {
    onClose();
    act();
  };
  const known = ({ group: _group, alias: _alias, run, ...entry }: Entry): ListEntry => ({
    ...entry,
    onChoose: done(() => {
      // An action belongs to its ticket; what is remembered can be gone to from anywhere.
      if (!entry.id.startsWith('do-')) rememberId(entry.id);
      run();
    }),
  });
  const toTicket = (id: string) => void navigate(paths.ticket(desk, id, { q }));
  /** The ticket of that number, or the page of what was found. */
  const find = async () => {
    const answer = isNumber.test(q) ? await api.call('tickets', { query: { q, limit: 2 } }).catch(() => null) : null;
    const [first, second] = answer?.items ?? [];
    if (first && (!second || first.number === q)) toTicket(first.id);
    else void navigate(paths.search({ q }));
  };
  const groups: ListGroup[] = [
    ...foundIn(entries, typed, recent).map(({ group, entries: found }) => ({
      id: group,
      label: t(`palette.group.${group}`),
      entries: found.map(known),
    })),
    {
      id: 'find',
      label: t('palette.group.find'),
      entries:
        q === '' || overBy(q) > 0
          ? []
          : [
              {
                id: 'find',
                label: t(isNumber.test(q) ? 'palette.openNumber' : 'palette.find', { q }),
                onChoose: done(() => void find()),
              },
              ...(tickets ?? []).map((ticket) => ({
                id: `ticket-${ticket.id}`,
                label: ticket.title,
                hint: ticket.number,
                tail: term(ticketStatusTerms, ticket.status),
                onChoose: done(() => toTicket(ticket.id)),
              })),
            ],
    },
  ];
  return (
    <ListBox
      title={t('palette.title')}
      placeholder={t('palette.placeholder')}
      hint={t('palette.hint')}
      typed={typed}
      onType={setTyped}
      groups={groups}
      note={q === '' ? null : noteOf(q, tickets, t)}
      onClose={onClose}
    />
  );
}

/** What came of looking for tickets, or why nobody looks. */
function noteOf(q: string, tickets: readonly unknown[] | null, t: Translate): string | null {
  const over = overBy(q);
  const length = [...q].length;
  if (over > 0) return t('form.tooLong', { length, most: length - over, over });
  if (tickets === null) return t('palette.searching');
  return tickets.length === 0 ? t('palette.noTickets') : null;
}
