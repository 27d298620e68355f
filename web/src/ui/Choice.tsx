import { useId } from 'react';
import { useT } from '../text/translate.ts';

type Props<V extends string> = {
  label: string;
  value: V | null;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  required?: boolean;
  error?: string | undefined;
};

/** One of a few, all in sight: native radios, so arrow keys and screen readers work as everywhere. */
export function Choice<V extends string>({ label, value, options, onChange, required = false, error }: Props<V>) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className="field choice" aria-describedby={error ? `${name}-told` : undefined}>
      <legend>
        {label}
        {required ? <span className="required">{t('form.required')}</span> : null}
      </legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option">
            <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
      {error ? (
        <div id={`${name}-told`} className="field-error">
          {error}
        </div>
      ) : null}
    </fieldset>
  );
}
