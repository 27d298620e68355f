import { Sheets } from '../../ui/Sheets.tsx';
import { useOpenCase } from './openCase.ts';
import { usePrintedTickets } from './printTickets.ts';
import { TicketSheet } from './TicketSheet.tsx';

/** What a desk prints: the tickets that were selected for it, else the one that is open; without either, the page itself. */
export function TicketSheets() {
  const { tickets } = usePrintedTickets();
  const { answer, events } = useOpenCase();
  const printed = tickets.length > 0 ? tickets : answer ? [{ answer, events }] : [];
  return printed.length === 0 ? null : (
    <Sheets>
      {printed.map((one) => (
        <TicketSheet key={one.answer.ticket.id} answer={one.answer} events={one.events} />
      ))}
    </Sheets>
  );
}
