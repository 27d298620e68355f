import { cloneElement, isValidElement, type ReactNode, useId } from 'react';
import { useT } from '../text/translate.ts';
import { useTextFlaw } from './useTextFlaw.ts';

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-required'?: boolean; status?: 'error' };
type Props = {
  label: string;
  /** For those who do not see it; whoever does sees what it is from its place. */
  isLabelHidden?: boolean;
  required?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  children: (wiring: Wiring) => ReactNode;
};

/** A label bound to its control, with the hint and the error read out together with it. */
export function Field({
  label,
  isLabelHidden = false,
  required = false,
  hint,
  error,
  className = '',
  children,
}: Props) {
  const t = useT();
  const flawOf = useTextFlaw();
  const id = useId();
  // The control itself would cut what is pasted; here it stays whole until the person has shortened it.
  const limit = limitOf(children({ id }));
  const isLong = limit && [...limit.value].length > limit.maxLength;
  const wrong = (isLong ? flawOf({ maxLength: limit.maxLength }, limit.value, false) : undefined) ?? error;
  const told = wrong ?? hint;
  const wiring: Wiring = {
    id,
    ...(told ? { 'aria-describedby': `${id}-told` } : {}),
    ...(required ? { 'aria-required': true } : {}),
  };
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
        {required ? <span className="required">{t('form.required')}</span> : null}
      </label>
      {withoutLimit(children(wrong ? { ...wiring, status: 'error' } : wiring))}
      {told ? (
        <div id={`${id}-told`} className={wrong ? 'field-error' : 'field-hint'}>
          {told}
        </div>
      ) : null}
    </div>
  );
}

type Limited = { maxLength?: number | undefined; value?: unknown };

const limitOf = (control: ReactNode): { value: string; maxLength: number } | null => {
  if (!isValidElement<Limited>(control)) return null;
  const { maxLength, value } = control.props;
  return maxLength === undefined || typeof value !== 'string' ? null : { value, maxLength };
};

const withoutLimit = (control: ReactNode): ReactNode =>
  isValidElement<Limited>(control) && limitOf(control) ? cloneElement(control, { maxLength: undefined }) : control;
