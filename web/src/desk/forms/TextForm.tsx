import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useT } from '../../text/translate.ts';
import type { TextKey } from '../../text/zh.ts';
import { Field } from '../../ui/Field.tsx';
import { type TextName, useTextField } from './useTextField.ts';
import { orNothing, type VerbFormProps } from './verbForm.ts';

type Props = VerbFormProps & {
  /** The one text the verb takes: its name in the contract and its words. */
  name: TextName;
  label: TextKey;
  /** Asked for by the verb's rule though its schema lets it be left out. */
  required?: boolean;
  children?: ReactNode;
};

/** The form of a verb that takes one text, as long as its schema says. */
export function TextForm({
  formRef,
  draftKey,
  onSubmit,
  buttons,
  name,
  label,
  required: byRule = false,
  action,
  children,
}: Props) {
  const t = useT();
  const [{ text }, set] = useKeptForm(draftKey, { text: '' });
  const [tried, setTried] = useState(false);
  const field = useTextField(action.name, name);
  const required = byRule || field.required;
  const flaw = field.flawOf(text, required);
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!flaw) onSubmit({ [name]: orNothing(text) });
      }}
    >
      {children}
      <Field label={t(label)} required={required} error={tried ? flaw : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={field.maxLength}
            value={text}
            onChange={(e) => set({ text: e.target.value })}
          />
        )}
      </Field>
      {buttons}
    </form>
  );
}
