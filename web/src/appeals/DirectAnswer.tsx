import { Button, Input } from 'antd';
import { useTextField } from '../desk/forms/useTextField.ts';
import { CitesLine } from '../knowledge/CitesLine.tsx';
import type { Cites } from '../knowledge/citing.ts';
import { useT } from '../text/translate.ts';
import { Field } from '../ui/Field.tsx';

type Props = {
  busy: boolean;
  /** Kept with the draft of the appeal. */
  answer: string;
  cites: Cites;
  onUncite: () => void;
  onChange: (answer: string) => void;
  onAnswer: (answer: string) => void;
  onCancel: () => void;
};

/** The words told on the line; the appeal is logged and closed with them. */
export function DirectAnswer({ busy, answer, cites, onUncite, onChange, onAnswer, onCancel }: Props) {
  const t = useT();
  const { flawOf, maxLength } = useTextField('answer', 'answer');
  return (
    <section className="direct-answer" aria-label={t('log.answer')}>
      <Field label={t('form.answer')} required error={flawOf(answer, false)}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={maxLength}
            value={answer}
            onChange={(e) => onChange(e.target.value)}
          />
        )}
      </Field>
      <CitesLine cites={cites} onUncite={onUncite} />
      <div className="form-buttons">
        <Button
          type="primary"
          loading={busy}
          disabled={flawOf(answer) !== undefined}
          onClick={() => onAnswer(answer.trim())}
        >
          {t('log.answerConfirm')}
        </Button>
        <Button onClick={onCancel}>{t('actions.cancel')}</Button>
      </div>
    </section>
  );
}
