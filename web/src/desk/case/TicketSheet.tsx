import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { kindTerms, urgencyTerms } from '@hotline/shared/catalog/terms';
import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import { useCatalog } from '../../data/catalog.ts';
import { usePerson } from '../../data/session.ts';
import { useSettings } from '../../data/settings.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { dayAndClock } from '../../ui/localTime.ts';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { useNow } from '../../ui/useNow.ts';
import { Appeals } from './Appeals.tsx';
import { Callbacks } from './Callbacks.tsx';
import { Dispatches } from './Dispatches.tsx';
import { Notes } from './Notes.tsx';
import type { Timeline as Events } from './openCase.ts';
import { Replies } from './Replies.tsx';
import { Requests } from './Requests.tsx';
import { Supervision } from './Supervision.tsx';
import { Timeline } from './Timeline.tsx';

type Props = { answer: CaseAnswer; events: Events };

/** 工单办理单: a ticket on paper. What is listed here is printed, in this order, and nothing else. */
export function TicketSheet({ answer, events }: Props) {
  return (
    <article className="sheet">
      <SheetHead />
      <SheetFacts answer={answer} />
      <Appeals answer={answer} />
      <Notes answer={answer} />
      <Dispatches answer={answer} />
      <Requests answer={answer} />
      <Supervision answer={answer} />
      <Replies answer={answer} />
      <Callbacks answer={answer} />
      <Timeline events={events} answer={answer} />
      <SheetBoxes />
    </article>
  );
}

/** Whose sheet it is, who printed it and when. */
function SheetHead() {
  const t = useT();
  const { name } = usePerson();
  const { centreName, offsetMinutes } = useCatalog();
  const time = dayAndClock(new Date(useNow()).toISOString(), offsetMinutes);
  return (
    <div className="sheet-head">
      <p className="print-title">
        {centreName}
        {t('case.sheet')}
      </p>
      <p>{t('case.printed', { name, time })}</p>
    </div>
  );
}

function SheetFacts({ answer: { ticket, appeals } }: { answer: CaseAnswer }) {
  const t = useT();
  const term = useTerm();
  const lang = useSettings((s) => s.lang);
  const { offsetMinutes, categoryLabels, regionPlaces } = useCatalog();
  const facts = [
    term(kindTerms, ticket.kind),
    ticket.categoryId ? categoryLabels.get(ticket.categoryId) : null,
    ticket.regionCode ? regionPlaces.get(ticket.regionCode) : null,
    ticket.urgency === 'normal' ? null : term(urgencyTerms, ticket.urgency),
    appeals.some((a) => a.lateEnteredAt) ? t('row.lateEntered') : null,
    ticket.round > 1 ? t('case.round', { n: ticket.round }) : null,
    ticket.promiseClock ? t('case.promised', { due: clockDue(ticket.promiseClock, offsetMinutes, lang) }) : null,
  ];
  return (
    <header>
      <p>
        <span className="number">{ticket.number}</span> <StatusTag status={ticket.status} outcome={ticket.outcome} />
      </p>
      <h2>{ticket.title}</h2>
      <p>{facts.filter(Boolean).join(' · ')}</p>
    </header>
  );
}

/** Boxes to be filled in by hand. */
function SheetBoxes() {
  const t = useT();
  return (
    <table className="print-boxes">
      <tbody>
        {(['case.instruction', 'case.signature', 'case.result'] as const).map((label) => (
          <tr key={label}>
            <th scope="row">{t(label)}</th>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
