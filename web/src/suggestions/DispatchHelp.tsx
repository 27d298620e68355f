import { useDepartmentName } from '../data/catalog.ts';
import { useRead } from '../data/useRead.ts';
import { useT } from '../text/translate.ts';
import { SuggestionChips } from './SuggestionChips.tsx';
import './routing.css';

type Props = { ticketId: string; leadId: string | null; onTake: (departmentId: string) => void };

/** Whom to send it to, with reasons, and who settled ones like it. */
export function DispatchHelp({ ticketId, leadId, onTake }: Props) {
  const t = useT();
  const name = useDepartmentName();
  // Help that does not come is no reason to disturb whoever dispatches.
  const { value: routing } = useRead('ticketRouting', { params: { id: ticketId } });
  if (!routing) return null;
  return (
    <div className="dispatch-help">
      <SuggestionChips
        title={t('suggest.lead')}
        items={routing.departments}
        labelOf={name}
        chosen={leadId}
        onTake={onTake}
      />
      {routing.past.length > 0 ? (
        <section className="past-routing" aria-label={t('suggest.past')}>
          <h3>{t('suggest.past')}</h3>
          <ul>
            {routing.past.map((p) => (
              <li key={p.ticketId}>
                <b>{name(p.departmentId)}</b> {p.title} <span className="muted">{p.acceptedOn}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
