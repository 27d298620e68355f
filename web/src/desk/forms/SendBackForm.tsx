import { sendBackReasons } from '@hotline/shared/catalog/reasons';
import { Input } from 'antd';
import { useState } from 'react';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { Beside } from './Beside.tsx';
import { useTextField } from './useTextField.ts';
import type { VerbFormProps } from './verbForm.ts';

type SendingBack = { reasonCode: string | null; note: string };

export function SendBackForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { flawOf, maxLength } = useTextField(action.name, 'note');
  const lang = useSettings((s) => s.lang);
  const [{ reasonCode, note }, set] = useKeptForm<SendingBack>(draftKey, { reasonCode: null, note: '' });
  const [tried, setTried] = useState(false);
  const flaw = flawOf(note);
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!flaw) onSubmit({ note: note.trim(), ...(reasonCode ? { reasonCode } : {}) });
      }}
    >
      <Beside answer={answer} dispatchId={action.target} />
      <Field label={t('form.sendBackReason')}>
        {(wiring) => (
          <PickSelect
            {...wiring}
            value={reasonCode}
            options={sendBackReasons.map((r) => ({ value: r.code, label: r[lang] }))}
            onChange={(code) => set({ reasonCode: code })}
          />
        )}
      </Field>
      <Field label={t('form.sendBackNote')} required error={tried ? flaw : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoFocus
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
