import { useEffect, useRef } from 'react';
import type { VerbFormProps } from './verbForm.ts';

/** Nothing to fill in: choosing the verb is doing it. The button is for trying again after a refusal. */
export function SignForm({ formRef, onSubmit, buttons }: VerbFormProps) {
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    onSubmit({});
  });
  return (
    <form
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({});
      }}
    >
      {buttons}
    </form>
  );
}
