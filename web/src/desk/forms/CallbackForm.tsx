import { dissatisfactionReasons } from '@hotline/shared/catalog/reasons';
import { satisfactionTerms } from '@hotline/shared/catalog/terms';
import type { Callback } from '@hotline/shared/ticket/model/children';
import { Input } from 'antd';
import { useState } from 'react';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useSettings } from '../../data/settings.ts';
import { reachedTerms, yesNoTerms } from '../../text/replyTerms.ts';
import { useOptions, useT } from '../../text/translate.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { Reveal } from '../case/Reveal.tsx';
import { useTextField } from './useTextField.ts';
import { orNothing, type VerbFormProps } from './verbForm.ts';

type YesNo = 'yes' | 'no';
type Heard = {
  reached: NonNullable<Callback['reached']> | null;
  contacted: YesNo | null;
  solved: YesNo | null;
  satisfaction: Callback['satisfaction'] | null;
  reasonCode: string | null;
  note: string;
};
const nothingHeard: Heard = {
  reached: null,
  contacted: null,
  solved: null,
  satisfaction: null,
  reasonCode: null,
  note: '',
};

/** Was the citizen reached, was he contacted, is it solved, is he satisfied. Not reached: only a note is asked. */
export function CallbackForm({ formRef, action, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { flawOf, maxLength } = useTextField(action.name, 'note');
  const options = useOptions();
  const lang = useSettings((s) => s.lang);
  const [heard, set] = useKeptForm<Heard>(draftKey, nothingHeard);
  const { reached, contacted, solved, satisfaction, reasonCode, note } = heard;
  const [tried, setTried] = useState(false);
  const flaw = flawOf(note);
  const spoken = reached === 'reached';
  const missing = (value: unknown) => (tried && value === null ? t('form.choose') : undefined);
  const complete = reached !== null && (!spoken || (solved !== null && satisfaction !== null));
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!complete || flaw) return;
        const told = spoken
          ? { contacted, solved, satisfaction, reasonCode: satisfaction === 'dissatisfied' ? reasonCode : null }
          : {};
        onSubmit({ reached, ...told, note: orNothing(note) ?? null });
      }}
    >
      {action.target ? <Reveal appealId={action.target} purpose={t('reveal.callback')} /> : null}
      <div className="form-row">
        <Choice
          label={t('form.reached')}
          required
          value={reached}
          options={options(reachedTerms)}
          onChange={(value) => set({ reached: value })}
          error={missing(reached)}
        />
        {spoken ? (
          <>
            <Choice
              label={t('form.contacted')}
              value={contacted}
              options={options(yesNoTerms)}
              onChange={(value) => set({ contacted: value })}
            />
            <Choice
              label={t('form.isSolved')}
              required
              value={solved}
              options={options(yesNoTerms)}
              onChange={(value) => set({ solved: value })}
              error={missing(solved)}
            />
            <Choice
              label={t('form.satisfaction')}
              required
              value={satisfaction}
              options={[...options(satisfactionTerms), { value: 'none', label: t('callback.noOpinion') }]}
              onChange={(value) => set({ satisfaction: value })}
              error={missing(satisfaction)}
            />
          </>
        ) : null}
      </div>
      {spoken && satisfaction === 'dissatisfied' ? (
        <Field label={t('form.dissatisfied')}>
          {(wiring) => (
            <PickSelect
              {...wiring}
              value={reasonCode}
              options={dissatisfactionReasons.map((r) => ({ value: r.code, label: r[lang] }))}
              onChange={(code) => set({ reasonCode: code })}
            />
          )}
        </Field>
      ) : null}
      <Field label={t('form.callbackNote')} error={tried ? flaw : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 1, maxRows: 5 }}
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
