import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import { Input } from 'antd';
import { useState } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { useTextField } from './useTextField.ts';
import { orNothing, type VerbFormProps } from './verbForm.ts';

/** 转派下级: only units of one's own that do not have it already; they are due before oneself. */
export function SubDispatchForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { flawOf, maxLength } = useTextField(action.name, 'note');
  const lang = useSettings((s) => s.lang);
  const { departments, offsetMinutes } = useCatalog();
  const [{ departmentId, note }, set] = useKeptForm<{ departmentId: string | null; note: string }>(draftKey, {
    departmentId: null,
    note: '',
  });
  const [tried, setTried] = useState(false);
  const flaw = flawOf(note);
  const dispatch = answer.dispatches.find((d) => d.id === action.target);
  const holds = answer.dispatches.filter((d) => d.parentId === action.target && d.endedAt === null);
  const options = [...departments.values()]
    .filter((d) => dispatch && isBelow(departments, d.id, dispatch.departmentId))
    .filter((d) => !holds.some((child) => child.departmentId === d.id))
    .map((d) => ({ value: d.id, label: d.duties ? `${d.shortName} — ${d.duties}` : d.name }));
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (departmentId && !flaw) onSubmit({ departmentId, note: orNothing(note) });
      }}
    >
      <Field
        label={t('form.unitBelow')}
        required
        hint={
          dispatch ? t('form.unitBelowHint', { due: clockDue(dispatch.replyClock, offsetMinutes, lang) }) : undefined
        }
        error={tried && !departmentId ? t('form.choose') : undefined}
      >
        {(wiring) => (
          <PickSelect
            {...wiring}
            value={departmentId}
            options={options}
            placeholder={t('form.departmentSearch')}
            onChange={(id) => set({ departmentId: id })}
          />
        )}
      </Field>
      <Field label={t('form.subNote')} error={tried ? flaw : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 2, maxRows: 6 }}
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

function isBelow(departments: ReadonlyMap<string, { parentId: string | null }>, id: string, above: string): boolean {
  const parent = departments.get(id)?.parentId;
  return parent === above || (parent ? isBelow(departments, parent, above) : false);
}
