import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { useDepartmentName } from '../data/catalog.ts';
import { useSettings } from '../data/settings.ts';
import { useRead } from '../data/useRead.ts';
import { useT } from '../text/translate.ts';
import './routing.css';

/** Before the form is opened: whom the ticket would probably go to, and why. Nothing to whoever does not send it. */
export function LikelyLead({ answer }: { answer: CaseAnswer }) {
  const sends = answer.openActions.some((a) => a.name === 'dispatch' && a.disabledReason === null);
  return sends ? <Told ticketId={answer.ticket.id} version={answer.ticket.version} /> : null;
}

function Told({ ticketId, version }: { ticketId: string; version: number }) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const name = useDepartmentName();
  const { value } = useRead('ticketRouting', { params: { id: ticketId } }, { since: version });
  const [first] = value?.departments ?? [];
  if (!first) return null;
  const reasons = first.reasons.map((r) => (lang === 'zh' ? r.text : r.textEn)).filter(Boolean);
  return (
    <p className="likely-lead">
      {t('suggest.lead')} <b>{name(first.id)}</b> {t('suggest.share', { share: Math.floor(first.probability * 100) })}
      <span className="muted"> {reasons.join(lang === 'zh' ? '；' : '; ')}</span>
    </p>
  );
}
