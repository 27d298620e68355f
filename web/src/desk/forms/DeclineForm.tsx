import { declineReasons } from '@hotline/shared/catalog/reasons';
import { Input } from 'antd';
import { useState } from 'react';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { useTextField } from './useTextField.ts';
import type { VerbFormProps } from './verbForm.ts';

type Declining = { reasonCode: string | null; told: string };

/** The reason brings the words for the citizen along; they can be mended. */
export function DeclineForm({ formRef, action, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { flawOf, maxLength } = useTextField(action.name, 'answer');
  const lang = useSettings((s) => s.lang);
  const [{ reasonCode, told }, set] = useKeptForm<Declining>(draftKey, { reasonCode: null, told: '' });
  const [tried, setTried] = useState(false);
  const pick = (code: string | null) => {
    const before = declineReasons.find((r) => r.code === reasonCode)?.told ?? '';
    const suggested = declineReasons.find((r) => r.code === code)?.told ?? '';
    set({ reasonCode: code, ...(told === before ? { told: suggested } : {}) });
  };
  const flaw = flawOf(told);
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reasonCode && !flaw) onSubmit({ reasonCode, answer: told.trim() });
      }}
    >
      <Field label={t('form.declineReason')} required error={tried && !reasonCode ? t('form.choose') : undefined}>
        {(wiring) => (
          <PickSelect
            {...wiring}
            value={reasonCode}
            options={declineReasons.map((r) => ({ value: r.code, label: r[lang] }))}
            onChange={pick}
          />
        )}
      </Field>
      <Field label={t('form.told')} required error={tried ? flaw : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={maxLength}
            value={told}
            onChange={(e) => set({ told: e.target.value })}
          />
        )}
      </Field>
      {buttons}
    </form>
  );
}
