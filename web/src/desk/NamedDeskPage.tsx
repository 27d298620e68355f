import { useParams } from 'react-router';
import { deskOf } from '../ownPages.ts';
import type { PageName } from '../pages.ts';
import { DeskPage } from './DeskPage.tsx';

/** A desk at its address, with the ticket the address names. */
export function NamedDeskPage({ name }: { name: PageName }) {
  const { id } = useParams();
  const desk = deskOf(name);
  return desk && <DeskPage desk={desk} ticketId={id ?? null} />;
}
