import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../text/translate.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { LeadAndAssists } from '../forms/LeadAndAssists.tsx';
import { useTextField } from '../forms/useTextField.ts';
import { orNothing } from '../forms/verbForm.ts';
import { actionsOf } from './actions.ts';
import { BatchDialog } from './BatchDialog.tsx';
import type { Offer } from './offers.ts';
import { startBatch } from './runBatch.ts';
import { SuggestedRows } from './SuggestedRows.tsx';
import { useSuggestedLeads } from './useSuggestedLeads.ts';

type Props = { offers: readonly Offer[]; onClose: () => void };

/** All to one lead, or each to its own first suggestion; a row without one stays where it is. */
export function BatchDispatch({ offers, onClose }: Props) {
  const t = useT();
  const { flawOf, maxLength } = useTextField('dispatch', 'note');
  const [to, setTo] = useState<'suggested' | 'one'>('suggested');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [{ leadId, assistIds }, setSending] = useState<{ leadId: string | null; assistIds: string[] }>({
    leadId: null,
    assistIds: [],
  });
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const suggested = useSuggestedLeads(offers);
  const leadOf = ({ ticketId }: Offer) => {
    const told = suggested.get(ticketId);
    return told?.state === 'suggested' && !left.has(ticketId) ? told.leadId : null;
  };
  const isReading = to === 'suggested' && suggested.size < offers.length;
  const ready = to === 'one' ? offers.length : isReading ? 0 : offers.filter((o) => leadOf(o) !== null).length;
  const flaw = flawOf(note, false);
  const confirm = () => {
    setTried(true);
    if (flaw || ready === 0 || (to === 'one' && !leadId)) return;
    const words = { note: orNothing(note) };
    const inputOf = (offer: Offer) => {
      const lead = leadOf(offer);
      return to === 'one' ? { leadId, assistIds, ...words } : lead ? { leadId: lead, assistIds: [], ...words } : null;
    };
    startBatch('dispatch', actionsOf('dispatch', offers, inputOf));
    onClose();
  };
  const leave = (id: string, isLeft: boolean) =>
    setLeft((before) => new Set(isLeft ? [...before, id] : [...before].filter((other) => other !== id)));
  return (
    <BatchDialog verb="dispatch" n={offers.length} ready={ready} width={940} onConfirm={confirm} onClose={onClose}>
      <Choice
        label={t('batch.to')}
        value={to}
        onChange={setTo}
        options={[
          { value: 'suggested', label: t('batch.toSuggested') },
          { value: 'one', label: t('batch.toOne') },
        ]}
      />
      {to === 'suggested' ? (
        <SuggestedRows offers={offers} suggested={suggested} left={left} onLeave={leave} />
      ) : (
        <LeadAndAssists leadId={leadId} assistIds={assistIds} isTried={tried} onChange={setSending} />
      )}
      <Field label={t('batch.note')} error={flaw}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={maxLength}
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        )}
      </Field>
    </BatchDialog>
  );
}
