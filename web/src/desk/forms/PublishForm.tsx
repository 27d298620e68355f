import { Input } from 'antd';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { useTextField } from './useTextField.ts';
import type { VerbFormProps } from './verbForm.ts';

/** 公开: words of its own, begun from the question and the answer; the originals stay as they are. */
export function PublishForm({
  formRef,
  action,
  answer: { ticket, appeals },
  draftKey,
  onSubmit,
  buttons,
}: VerbFormProps) {
  const t = useT();
  const ofTitle = useTextField(action.name, 'title');
  const ofText = useTextField(action.name, 'text');
  const answered = appeals.find((a) => a.answer !== null);
  const begun = [answered?.content, answered?.answer].filter(Boolean).join('\n\n');
  const [{ title, text }, set] = useKeptForm(draftKey, {
    title: ticket.publishedTitle ?? ticket.title,
    text: ticket.publishedText ?? begun,
  });
  const [titleFlaw, textFlaw] = [ofTitle.flawOf(title), ofText.flawOf(text)];
  const wished = appeals.some((a) => a.wishesToPublish !== null);
  const hidden = appeals.some((a) => a.identity !== 'named');
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        if (!titleFlaw && !textFlaw) onSubmit({ title: title.trim(), text: text.trim() });
      }}
    >
      <p className={wished && !hidden ? 'muted' : 'awaited'}>
        {hidden ? t('publish.hidden') : t(wished ? 'publish.wished' : 'publish.notWished')} {t('publish.check')}
      </p>
      <Field label={t('publish.title')} required error={titleFlaw}>
        {(wiring) => (
          <Input
            {...wiring}
            autoFocus
            maxLength={ofTitle.maxLength}
            value={title}
            onChange={(e) => set({ title: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('publish.text')} required error={textFlaw}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 4, maxRows: 12 }}
            maxLength={ofText.maxLength}
            value={text}
            onChange={(e) => set({ text: e.target.value })}
          />
        )}
      </Field>
      {buttons}
    </form>
  );
}
