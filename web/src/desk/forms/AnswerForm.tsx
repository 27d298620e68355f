import { Input } from 'antd';
import { useState } from 'react';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { CitesLine } from '../../knowledge/CitesLine.tsx';
import { aboutAppeal, type Cites, withArticle } from '../../knowledge/citing.ts';
import { type Fitting, FittingArticles } from '../../knowledge/FittingArticles.tsx';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { useTextField } from './useTextField.ts';
import type { VerbFormProps } from './verbForm.ts';

type Draft = { text: string; cites: Cites };

/** 直接答复: the words told, with the articles that answer the matter at hand. */
export function AnswerForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { flawOf, maxLength } = useTextField(action.name, 'answer');
  const [{ text, cites }, set] = useKeptForm<Draft>(draftKey, { text: '', cites: [] });
  const [tried, setTried] = useState(false);
  const flaw = flawOf(text);
  const cite = (article: Fitting) => {
    const next = withArticle({ words: text, cites }, article);
    set({ text: next.words, cites: next.cites });
  };
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!flaw) onSubmit({ answer: text.trim(), ...(cites.length > 0 ? { cites } : {}) });
      }}
    >
      <FittingArticles about={aboutAppeal(answer, action.target)} cited={cites} onCite={cite} />
      <Field label={t('form.answer')} required error={tried ? flaw : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={maxLength}
            value={text}
            onChange={(e) => set({ text: e.target.value })}
          />
        )}
      </Field>
      <CitesLine cites={cites} onUncite={() => set({ cites: [] })} />
      {buttons}
    </form>
  );
}
