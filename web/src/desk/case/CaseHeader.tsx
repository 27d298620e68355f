import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { kindTerms, urgencyTerms } from '@hotline/shared/catalog/terms';
import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import { clockedCase, shownClock } from '@hotline/shared/ticket/clocks/shownClock';
import { Button } from 'antd';
import { useState } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import type { DeskName } from '../../paths.ts';
import { useT, useTerm } from '../../text/translate.ts';
import { ClockBadge } from '../../ui/ClockBadge.tsx';
import { copyText } from '../../ui/copyText.ts';
import { StatusTag } from '../../ui/StatusTag.tsx';
import { useOwnDepartments } from './ownDepartments.ts';
import { WhoIsHere } from './WhoIsHere.tsx';

/** Number, title, where it stands and by when it was promised; print and share-by-number on the right. */
export function CaseHeader({ answer, desk }: { answer: CaseAnswer; desk: DeskName }) {
  const { ticket, appeals, names } = answer;
  const t = useT();
  const term = useTerm();
  const lang = useSettings((s) => s.lang);
  const { offsetMinutes, categoryLabels, regionPlaces } = useCatalog();
  const row = clockedCase(answer);
  const { promise } = row.clocks;
  const shown = shownClock(row, desk, useOwnDepartments());
  const facts = [
    term(kindTerms, ticket.kind),
    ticket.categoryId ? categoryLabels.get(ticket.categoryId) : null,
    ticket.regionCode ? regionPlaces.get(ticket.regionCode) : null,
    ticket.ownerId ? t('case.owner', { name: names[ticket.ownerId] ?? '' }) : null,
    ticket.round > 1 ? t('case.round', { n: ticket.round }) : null,
  ].filter(Boolean);
  return (
    <header className="case-header">
      <div className="case-number">
        <span className="number">{ticket.number}</span>
        <WhoIsHere ticketId={ticket.id} />
        <CopyNumber key={ticket.number} number={ticket.number} />
        <Button size="small" type="text" onClick={() => window.print()}>
          {t('case.print')}
        </Button>
      </div>
      <h2>{ticket.title}</h2>
      <p className="case-state">
        <StatusTag status={ticket.status} outcome={ticket.outcome} />
        {ticket.urgency === 'normal' ? null : <b className="flag urgent">{term(urgencyTerms, ticket.urgency)}</b>}
        {appeals.some((a) => a.lateEnteredAt) ? <b className="flag">{t('row.lateEntered')}</b> : null}
        {ticket.card ? <b className={`flag ${ticket.card}`}>{t(`card.${ticket.card}`)}</b> : null}
        {ticket.urgeCount > 0 ? <b className="flag">{t('row.urged', { n: ticket.urgeCount })}</b> : null}
        {promise && appeals.length > 0 ? (
          <>
            <span>{t('case.promised', { due: clockDue(promise, offsetMinutes, lang) })}</span>
            <ClockBadge clock={promise} />
            {shown && shown.of !== 'promise' ? <ClockBadge clock={shown} /> : null}
          </>
        ) : null}
      </p>
      <p className="muted">{facts.join(' · ')}</p>
    </header>
  );
}

function CopyNumber({ number }: { number: string }) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const copy = () => void copyText(number).then(setCopied);
  return (
    <Button size="small" type="text" onClick={copy}>
      <span role="status">{t(copied ? 'case.copied' : 'case.copy')}</span>
    </Button>
  );
}
