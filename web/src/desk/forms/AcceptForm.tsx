import { Input } from 'antd';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { Beside } from './Beside.tsx';
import { useTextField } from './useTextField.ts';
import { orNothing, type VerbFormProps } from './verbForm.ts';

/** The words for the citizen may be mended here; the internal account stays as the department wrote it. */
export function AcceptForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const ofNote = useTextField(action.name, 'note');
  const ofReply = useTextField(action.name, 'publicReply');
  const given = answer.replies.findLast((r) => r.dispatchId === action.target)?.publicReply ?? '';
  const [{ publicReply, note }, set] = useKeptForm(draftKey, { publicReply: given, note: '' });
  const [replyFlaw, noteFlaw] = [ofReply.flawOf(publicReply, true), ofNote.flawOf(note)];
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        if (!replyFlaw && !noteFlaw)
          onSubmit({ ...(publicReply === given ? {} : { publicReply }), note: orNothing(note) });
      }}
    >
      <Beside answer={answer} dispatchId={action.target} />
      <Field label={t('form.publicReplyEditable')} required error={replyFlaw}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={ofReply.maxLength}
            value={publicReply}
            onChange={(e) => set({ publicReply: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('form.reviewNote')} error={noteFlaw}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={ofNote.maxLength}
            value={note}
            onChange={(e) => set({ note: e.target.value })}
          />
        )}
      </Field>
      {buttons}
    </form>
  );
}
