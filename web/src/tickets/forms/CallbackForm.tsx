import { dissatisfactionReasons } from '@hotline/shared/catalog/reasons';
import { satisfactionTerms } from '@hotline/shared/catalog/terms';
import type { Callback } from '@hotline/shared/ticket/children';
import { Input } from 'antd';
import { useState } from 'react';
import { useSettings } from '../../stores/settings.ts';
import { reachedTerms, yesNoTerms } from '../../text/replyTerms.ts';
import { useOptions, useT } from '../../text/translate.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { PickSelect } from '../../ui/PickSelect.tsx';
import { Reveal } from '../Reveal.tsx';
import { orNothing, type VerbFormProps } from './verbForm.ts';

type YesNo = 'yes' | 'no';

/** Was the citizen reached, was he contacted, is it solved, is he satisfied. Not reached: only a note is asked. */
export function CallbackForm({ formRef, action, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const options = useOptions();
  const lang = useSettings((s) => s.lang);
  const [reached, setReached] = useState<NonNullable<Callback['reached']> | null>(null);
  const [contacted, setContacted] = useState<YesNo | null>(null);
  const [solved, setSolved] = useState<YesNo | null>(null);
  const [satisfaction, setSatisfaction] = useState<Callback['satisfaction'] | null>(null);
  const [reasonCode, setReasonCode] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const spoken = reached === 'reached';
  const missing = (value: unknown) => (tried && value === null ? t('form.choose') : undefined);
  const complete = reached !== null && (!spoken || (solved !== null && satisfaction !== null));
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!complete) return;
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
          onChange={setReached}
          error={missing(reached)}
        />
        {spoken ? (
          <>
            <Choice
              label={t('form.contacted')}
              value={contacted}
              options={options(yesNoTerms)}
              onChange={setContacted}
            />
            <Choice
              label={t('form.isSolved')}
              required
              value={solved}
              options={options(yesNoTerms)}
              onChange={setSolved}
              error={missing(solved)}
            />
            <Choice
              label={t('form.satisfaction')}
              required
              value={satisfaction}
              options={[...options(satisfactionTerms), { value: 'none', label: t('callback.noOpinion') }]}
              onChange={setSatisfaction}
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
              onChange={setReasonCode}
            />
          )}
        </Field>
      ) : null}
      <Field label={t('form.callbackNote')}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={2000}
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        )}
      </Field>
      {buttons}
    </form>
  );
}
