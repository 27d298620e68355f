import { type ReactNode, useId } from 'react';
import { useT } from '../text/translate.ts';

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-required'?: boolean; status?: 'error' };
type Props = {
  label: string;
  required?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  children: (wiring: Wiring) => ReactNode;
};

/** A label bound to its control, with the hint and the error read out together with it. */
export function Field({ label, required = false, hint, error, className = '', children }: Props) {
  const t = useT();
  const id = useId();
  const told = error ?? hint;
  const wiring: Wiring = {
    id,
    ...(told ? { 'aria-describedby': `${id}-told` } : {}),
    ...(required ? { 'aria-required': true } : {}),
  };
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>
        {label}
        {required ? <span className="required">{t('form.required')}</span> : null}
      </label>
      {children(error ? { ...wiring, status: 'error' } : wiring)}
      {told ? (
        <div id={`${id}-told`} className={error ? 'field-error' : 'field-hint'}>
          {told}
        </div>
      ) : null}
    </div>
  );
}
