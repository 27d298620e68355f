import { Input } from 'antd';
import { useState } from 'react';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { DispatchHelp } from '../../suggestions/DispatchHelp.tsx';
import { useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';
import { Field } from '../../ui/Field.tsx';
import { ReturnHistory } from '../case/ReturnHistory.tsx';
import { LeadAndAssists, withoutLead } from './LeadAndAssists.tsx';
import { useTextField } from './useTextField.ts';
import { orNothing, type VerbFormProps } from './verbForm.ts';

type Sending = { leadId: string | null; assistIds: string[]; note: string };
type Props = VerbFormProps & {
  /** Other words than «派单意见» to ask for the note in. */
  grounds?: TextKey;
  isLeadOnly?: boolean;
};

/** One lead, up to ten assists. Departments are found by name or by their duties; who returned it before, and why, above. */
export function DispatchForm({
  formRef,
  action,
  answer,
  draftKey,
  onSubmit,
  buttons,
  grounds,
  isLeadOnly = false,
}: Props) {
  const t = useT();
  const { required, flawOf, maxLength } = useTextField(action.name, 'note');
  const [{ leadId, assistIds, note }, set] = useKeptForm<Sending>(draftKey, { leadId: null, assistIds: [], note: '' });
  const [tried, setTried] = useState(false);
  const lead = (id: string | null) => set({ leadId: id, assistIds: withoutLead(assistIds, id) });
  const flaw = flawOf(note);
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (leadId && !flaw) onSubmit({ leadId, ...(isLeadOnly ? {} : { assistIds }), note: orNothing(note) });
      }}
    >
      <ReturnHistory answer={answer} />
      <DispatchHelp ticketId={answer.ticket.id} leadId={leadId} onTake={lead} />
      <LeadAndAssists
        leadId={leadId}
        assistIds={assistIds}
        isTried={tried}
        isLeadOnly={isLeadOnly}
        onChange={(sending) => set(sending)}
      />
      <Field label={t(grounds ?? 'form.dispatchNote')} required={required} error={tried ? flaw : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={maxLength}
            value={note}
            onChange={(e) => set({ note: e.target.value })}
          />
        )}
      </Field>
      {buttons}
    </form>
  );
}
