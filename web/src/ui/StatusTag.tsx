import { dispatchStatusTerms, outcomeTerms, ticketStatusTerms } from '@hotline/shared/catalog/terms';
import type { Tone } from '@hotline/shared/ticket/clocks/clockWords';
import type { DispatchStatus } from '@hotline/shared/ticket/model/dispatch';
import type { Outcome, TicketStatus } from '@hotline/shared/ticket/model/ticket';
import { useTerm } from '../text/translate.ts';

const ticketTones: Record<TicketStatus, Tone> = {
  awaitingDispatch: 'normal',
  awaitingCitizen: 'paused',
  handling: 'normal',
  awaitingReview: 'normal',
  awaitingCallback: 'normal',
  shelved: 'paused',
  closed: 'done',
};
const dispatchTones: Record<DispatchStatus, Tone> = {
  awaitingSigning: 'normal',
  handling: 'normal',
  awaitingApproval: 'normal',
  replied: 'done',
  accepted: 'done',
  returned: 'paused',
  released: 'paused',
};

export function StatusTag({ status, outcome = null }: { status: TicketStatus; outcome?: Outcome | null }) {
  const term = useTerm();
  const result = outcome ? ` · ${term(outcomeTerms, outcome)}` : '';
  return (
    <span className={`tag tone-${ticketTones[status]}`}>
      {term(ticketStatusTerms, status)}
      {result}
    </span>
  );
}

export function DispatchTag({ status }: { status: DispatchStatus }) {
  const term = useTerm();
  return <span className={`tag tone-${dispatchTones[status]}`}>{term(dispatchStatusTerms, status)}</span>;
}
