import { clockDue } from '@hotline/shared/ticket/clocks/clockWords';
import { Input } from 'antd';
import { useState } from 'react';
import { useCatalog } from '../../data/catalog.ts';
import { useKeptForm } from '../../data/drafts/keptForm.ts';
import { useSettings } from '../../data/settings.ts';
import { useT } from '../../text/translate.ts';
import { Field } from '../../ui/Field.tsx';
import { useTextField } from './useTextField.ts';
import { orNothing, type VerbFormProps } from './verbForm.ts';

/** 拆单: which citizens' appeals leave; what becomes of them and of those that stay is said before it is done. */
export function SplitForm({ formRef, action, answer, draftKey, onSubmit, buttons }: VerbFormProps) {
  const t = useT();
  const { flawOf, maxLength } = useTextField(action.name, 'title');
  const lang = useSettings((s) => s.lang);
  const offset = useCatalog((s) => s.offsetMinutes);
  const [{ appealIds, title }, set] = useKeptForm<{ appealIds: string[]; title: string }>(draftKey, {
    appealIds: [],
    title: '',
  });
  const [tried, setTried] = useState(false);
  const open = answer.appeals.filter((a) => a.status === 'open');
  const chosen = open.filter((a) => appealIds.includes(a.id));
  const all = chosen.length === open.length;
  const error = chosen.length === 0 ? t('split.choose') : all ? t('split.notAll') : undefined;
  const flaw = flawOf(title);
  const toggle = (id: string) =>
    set({ appealIds: appealIds.includes(id) ? appealIds.filter((x) => x !== id) : [...appealIds, id] });
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!error && !flaw) onSubmit({ appealIds: chosen.map((a) => a.id), title: orNothing(title) });
      }}
    >
      <fieldset className="field pick-list" aria-describedby={(tried || all) && error ? 'split-error' : undefined}>
        <legend>
          {t('split.which')}
          <span className="required">{t('form.required')}</span>
        </legend>
        {open.map((a, i) => (
          <label key={a.id} className={appealIds.includes(a.id) ? 'is-picked' : ''}>
            <input
              type="checkbox"
              // biome-ignore lint/a11y/noAutofocus: the form was just opened to be filled in
              autoFocus={i === 0}
              checked={appealIds.includes(a.id)}
              onChange={() => toggle(a.id)}
            />
            <span>
              <b className="number">{a.number}</b>{' '}
              <span className="muted">
                {[a.citizenName, a.phone].filter(Boolean).join(' · ')}{' '}
                {t('case.promised', { due: clockDue(a.promiseClock, offset, lang) })}
              </span>
              <span className="words">{a.content}</span>
            </span>
          </label>
        ))}
        {(tried || all) && error ? (
          <div id="split-error" className="field-error">
            {error}
          </div>
        ) : null}
      </fieldset>
      <Field label={t('split.title')} hint={t('split.titleHint')} error={flaw}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={maxLength}
            placeholder={chosen[0]?.title}
            value={title}
            onChange={(e) => set({ title: e.target.value })}
          />
        )}
      </Field>
      {chosen.length > 0 && !all ? (
        <p className="muted">{t('split.outcome', { n: chosen.length, rest: open.length - chosen.length })}</p>
      ) : null}
      {buttons}
    </form>
  );
}
