import { Select } from 'antd';
import { useCatalog } from '../../data/catalog.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { found, PickSelect } from '../../ui/PickSelect.tsx';

type Sending = { leadId: string | null; assistIds: string[] };
type Props = Sending & {
  isLeadOnly?: boolean;
  /** Sending was tried: what is missing is said. */
  isTried: boolean;
  onChange: (sending: Sending) => void;
};
const assistsAtMost = 10;

/** One lead, up to ten assists; departments are found by name or by their duties. */
export function LeadAndAssists({ leadId, assistIds, isLeadOnly = false, isTried, onChange }: Props) {
  const t = useT();
  const { departments } = useCatalog();
  const options = [...departments.values()].map((d) => ({
    value: d.id,
    label: d.duties ? `${d.shortName} — ${d.duties}` : d.name,
    name: d.shortName,
  }));
  return (
    <div className="form-row">
      <Field
        label={t('form.lead')}
        required
        hint={leadId ? departments.get(leadId)?.duties : null}
        error={isTried && !leadId ? t('form.chooseLead') : undefined}
      >
        {(wiring) => (
          <PickSelect
            {...wiring}
            value={leadId}
            options={options}
            optionLabelProp="name"
            placeholder={t('form.departmentSearch')}
            onChange={(id) => onChange({ leadId: id, assistIds: withoutLead(assistIds, id) })}
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
              onChange={(ids: string[]) => onChange({ leadId, assistIds: ids })}
            />
          )}
        </Field>
      )}
    </div>
  );
}

export const withoutLead = (assistIds: readonly string[], leadId: string | null): string[] =>
  assistIds.filter((id) => id !== leadId);
