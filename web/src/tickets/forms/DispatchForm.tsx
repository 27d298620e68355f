import { Input, Select } from 'antd';
import { useState } from 'react';
import { useKeptForm } from '../../drafts/keptForm.ts';
import { DispatchHelp } from '../../routing/DispatchHelp.tsx';
import { useCatalog } from '../../stores/catalog.ts';
import { useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';
import { Field } from '../../ui/Field.tsx';
import { found, PickSelect } from '../../ui/PickSelect.tsx';
import { ReturnHistory } from '../ReturnHistory.tsx';
import { orNothing, type VerbFormProps } from './verbForm.ts';

const assistsAtMost = 10;
type Sending = { leadId: string | null; assistIds: string[]; note: string };
type Props = VerbFormProps & {
  /** The decision needs its grounds, asked for in these words. */
  grounds?: TextKey;
  isLeadOnly?: boolean;
};

/** One lead, up to ten assists. Departments are found by name or by their duties; who returned it before, and why, above. */
export function DispatchForm({ formRef, answer, draftKey, onSubmit, buttons, grounds, isLeadOnly = false }: Props) {
  const t = useT();
  const { departments } = useCatalog();
  const [{ leadId, assistIds, note }, set] = useKeptForm<Sending>(draftKey, { leadId: null, assistIds: [], note: '' });
  const [tried, setTried] = useState(false);
  const options = [...departments.values()].map((d) => ({
    value: d.id,
    label: d.duties ? `${d.shortName} — ${d.duties}` : d.name,
    name: d.shortName,
  }));
  const lead = (id: string | null) => set({ leadId: id, assistIds: assistIds.filter((other) => other !== id) });
  const duties = leadId ? departments.get(leadId)?.duties : null;
  const short = grounds !== undefined && note.trim().length < 2;
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (leadId && !short) onSubmit({ leadId, ...(isLeadOnly ? {} : { assistIds }), note: orNothing(note) });
      }}
    >
      <ReturnHistory answer={answer} />
      <DispatchHelp ticketId={answer.ticket.id} leadId={leadId} onTake={lead} />
      <div className="form-row">
        <Field
          label={t('form.lead')}
          required
          hint={duties}
          error={tried && !leadId ? t('form.chooseLead') : undefined}
        >
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={leadId}
              options={options}
              optionLabelProp="name"
              placeholder={t('form.departmentSearch')}
              onChange={lead}
            />
          )}
        </Field>
        {isLeadOnly ? null : (
          <Field label={t('form.assists')}>
            {(wiring) => (
              <Select
                {...wiring}
                className="wide"
                mode="multiple"
                maxCount={assistsAtMost}
                optionLabelProp="name"
                showSearch={{ filterOption: found }}
                value={assistIds}
                options={options.filter((o) => o.value !== leadId)}
                onChange={(ids: string[]) => set({ assistIds: ids })}
              />
            )}
          </Field>
        )}
      </div>
      <Field
        label={t(grounds ?? 'form.dispatchNote')}
        required={grounds !== undefined}
        error={tried && short ? t('form.atLeast', { n: 2 }) : undefined}
      >
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={2000}
            value={note}
            onChange={(e) => set({ note: e.target.value })}
          />
        )}
      </Field>
      {buttons}
    </form>
  );
}
