import { Input, Select } from 'antd';
import { useState } from 'react';
import { useKeptForm } from '../../drafts/keptForm.ts';
import { useCatalog } from '../../stores/catalog.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { found, PickSelect } from '../../ui/PickSelect.tsx';
import { orNothing, type VerbFormProps } from './verbForm.ts';

const assistsAtMost = 10;
type Sending = { leadId: string | null; assistIds: string[]; note: string };

/** One lead, up to ten assists. Departments are found by name or by their duties. */
export function DispatchForm({ formRef, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { departments } = useCatalog();
  const [{ leadId, assistIds, note }, set] = useKeptForm<Sending>(draftKey, { leadId: null, assistIds: [], note: '' });
  const [tried, setTried] = useState(false);
  const options = [...departments.values()].map((d) => ({
    value: d.id,
    label: d.duties ? `${d.shortName} — ${d.duties}` : d.name,
    name: d.shortName,
  }));
  const duties = leadId ? departments.get(leadId)?.duties : null;
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (leadId) onSubmit({ leadId, assistIds, note: orNothing(note) });
      }}
    >
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
              placeholder={t('form.departmentSearch')}
              onChange={(id) => set({ leadId: id, assistIds: assistIds.filter((other) => other !== id) })}
            />
          )}
        </Field>
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
      </div>
      <Field label={t('form.dispatchNote')}>
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
