import { Input } from 'antd';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { useTextField } from './useTextField.ts';
import type { VerbFormProps } from './verbForm.ts';

/** 更正答复: the answer as it stands, to be mended; the old words stay on record. */
export function CorrectForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { flawOf, maxLength } = useTextField(action.name, 'answer');
  const given = answer.appeals.find((a) => a.id === action.target)?.answer ?? '';
  const [{ text }, set] = useKeptForm(draftKey, { text: given });
  const flaw = flawOf(text);
  const same = text.trim() === given.trim();
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        if (!flaw && !same) onSubmit({ answer: text.trim() });
      }}
    >
      <Field
        label={t('form.corrected')}
        required
        hint={same ? t('form.nothingChanged') : t('form.correctedHint')}
        error={flaw}
      >
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoFocus
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={maxLength}
            value={text}
            onChange={(e) => set({ text: e.target.value })}
          />
        )}
      </Field>
      {buttons}
    </form>
  );
}
