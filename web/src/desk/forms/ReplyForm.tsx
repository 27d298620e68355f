import { actualityTerms, solvedTerms } from '@hotline/shared/catalog/terms';
import { asksWhyUnsolved } from '@hotline/shared/ticket/steps/replyNeeds';
import { Input } from 'antd';
import { useState } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { CitesLine } from '../../knowledge/CitesLine.tsx';
import { aboutAppeal, withArticle } from '../../knowledge/citing.ts';
import { FittingArticles } from '../../knowledge/FittingArticles.tsx';
import { contactTerms } from '../../text/replyTerms.ts';
import { useOptions, useT } from '../../text/translate.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import {
  asksHowContacted,
  gapsIn,
  inputOf,
  isText,
  type ReplyDraft,
  type ReplyGap,
  replyToMend,
} from './replyInput.ts';
import { useTextField } from './useTextField.ts';
import type { VerbFormProps } from './verbForm.ts';

/** The department's reply: how the citizen was reached, what is true, what was done, and the words for the citizen. */
export function ReplyForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const options = useOptions();
  const offset = useCatalog((s) => s.offsetMinutes);
  const [draft, set] = useKeptForm<ReplyDraft>(draftKey, replyToMend(answer, action.target, offset));
  const [tried, setTried] = useState(false);
  const contact = asksHowContacted(answer, action.target);
  const long = {
    handling: useTextField(action.name, 'handling'),
    publicReply: useTextField(action.name, 'publicReply'),
  };
  const ofReason = useTextField(action.name, 'unsolvedReason');
  const flaws = {
    handling: long.handling.flawOf(draft.handling),
    publicReply: long.publicReply.flawOf(draft.publicReply),
    unsolvedReason: ofReason.flawOf(draft.unsolvedReason, true),
  };
  const gaps = gapsIn(draft, contact, flaws);
  const errorOf = (name: ReplyGap) =>
    tried && gaps.includes(name) ? (isText(name) ? flaws[name] : t(`gap.${name}`)) : undefined;
  const area = (name: 'handling' | 'publicReply', label: string, hint: string) => (
    <Field label={label} required hint={hint} error={errorOf(name)}>
      {(wiring) => (
        <Input.TextArea
          {...wiring}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={long[name].maxLength}
          value={draft[name]}
          onChange={(e) => set({ [name]: e.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (gaps.length === 0) onSubmit(inputOf(draft, offset));
      }}
    >
      {contact ? (
        <div className="form-row">
          <Choice
            label={t('form.contactedBy')}
            required
            value={draft.contactedBy}
            options={options(contactTerms)}
            onChange={(contactedBy) => set({ contactedBy })}
            error={errorOf('contactedBy')}
          />
          <Field label={t('form.contactedAt')}>
            {(wiring) => (
              <input
                id={wiring.id}
                className="native"
                type="datetime-local"
                value={draft.contactedAt}
                onChange={(e) => set({ contactedAt: e.target.value })}
              />
            )}
          </Field>
        </div>
      ) : null}
      <div className="form-row">
        <Choice
          label={t('form.actuality')}
          required
          value={draft.actuality}
          options={options(actualityTerms)}
          onChange={(actuality) => set({ actuality })}
          error={errorOf('actuality')}
        />
        <Choice
          label={t('form.solved')}
          required
          value={draft.solved}
          options={options(solvedTerms)}
          onChange={(solved) => set({ solved })}
          error={errorOf('solved')}
        />
      </div>
      {asksWhyUnsolved(draft.solved) ? (
        <Field label={t('form.unsolvedReason')} required error={errorOf('unsolvedReason')}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={ofReason.maxLength}
              value={draft.unsolvedReason}
              onChange={(e) => set({ unsolvedReason: e.target.value })}
            />
          )}
        </Field>
      ) : null}
      <div className="form-row">
        {area('handling', t('form.handling'), t('form.handlingHint'))}
        {area('publicReply', t('form.publicReply'), t('form.publicReplyHint'))}
      </div>
      <FittingArticles
        about={aboutAppeal(answer, null)}
        cited={draft.cites}
        onCite={(article) => {
          const { words, cites } = withArticle({ words: draft.publicReply, cites: draft.cites }, article);
          set({ publicReply: words, cites });
        }}
      />
      <CitesLine cites={draft.cites} onUncite={() => set({ cites: [] })} />
      {buttons}
    </form>
  );
}
