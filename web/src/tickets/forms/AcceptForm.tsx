import { Input } from 'antd';
import { useState } from 'react';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { Beside } from './Beside.tsx';
import { orNothing, type VerbFormProps } from './verbForm.ts';

const minLength = 5;

/** The words for the citizen may be mended here; the internal account stays as the department wrote it. */
export function AcceptForm({ formRef, action, answer, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const given = answer.replies.findLast((r) => r.dispatchId === action.target)?.publicReply ?? '';
  const [publicReply, setPublicReply] = useState(given);
  const [note, setNote] = useState('');
  const short = publicReply.trim().length < minLength;
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        if (!short) onSubmit({ ...(publicReply === given ? {} : { publicReply }), note: orNothing(note) });
      }}
    >
      <Beside answer={answer} dispatchId={action.target} />
      <Field
        label={t('form.publicReplyEditable')}
        required
        error={short ? t('form.atLeast', { n: minLength }) : undefined}
      >
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={8000}
            value={publicReply}
            onChange={(e) => setPublicReply(e.target.value)}
          />
        )}
      </Field>
      <Field label={t('form.reviewNote')}>
        {(wiring) => <Input {...wiring} maxLength={2000} value={note} onChange={(e) => setNote(e.target.value)} />}
      </Field>
      {buttons}
    </form>
  );
}
