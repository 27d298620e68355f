import { useDepartmentName } from '../../data/catalog.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import type { Offer } from './offers.ts';
import type { SuggestedLead } from './useSuggestedLeads.ts';

type Props = {
  offers: readonly Offer[];
  suggested: ReadonlyMap<string, SuggestedLead>;
  /** Unticked by the person. */
  left: ReadonlySet<string>;
  onLeave: (ticketId: string, isLeft: boolean) => void;
};

/** Each ticket, where it would go and why; those without a suggestion are said, and do not go. */
export function SuggestedRows({ offers, suggested, left, onLeave }: Props) {
  const t = useT();
  const lang = useSettings((s) => s.lang);
  const name = useDepartmentName();
  const told = [...suggested.values()];
  const staying = told.filter((s) => s.state !== 'suggested').length;
  return (
    <>
      <p className="batch-told" role="status">
        {suggested.size < offers.length
          ? t('batch.readingSuggestions', { n: suggested.size, all: offers.length })
          : staying > 0
            ? t('batch.staying', { n: staying })
            : t('batch.allSuggested', { n: offers.length })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it */}
      <section className="batch-rows" aria-label={t('batch.rows')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{t('batch.ticket')}</th>
              <th>{t('suggest.lead')}</th>
              <th className="batch-share">{t('batch.share')}</th>
              <th>{t('batch.why')}</th>
            </tr>
          </thead>
          <tbody>
            {offers.map(({ ticketId, number, title }) => {
              const lead = suggested.get(ticketId);
              const isGoing = lead?.state === 'suggested';
              return (
                <tr key={ticketId} className={isGoing && !left.has(ticketId) ? '' : 'is-staying'}>
                  <td>
                    <label>
                      <input
                        type="checkbox"
                        disabled={!isGoing}
                        checked={isGoing && !left.has(ticketId)}
                        onChange={(e) => onLeave(ticketId, !e.target.checked)}
                      />
                      <span>
                        <span className="muted">{number}</span> {title}
                      </span>
                    </label>
                  </td>
                  {isGoing ? (
                    <>
                      <td>
                        <b>{name(lead.leadId)}</b>
                      </td>
                      <td className="batch-share">
                        {t('suggest.share', { share: Math.floor(lead.probability * 100) })}
                      </td>
                      <td className="muted">
                        {lead.reasons.map((r) => (lang === 'zh' ? r.text : r.textEn)).join(t('list.then'))}
                      </td>
                    </>
                  ) : (
                    <td colSpan={3} className="muted">
                      {lead ? t(`batch.stays.${lead.state}`) : ''}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}
