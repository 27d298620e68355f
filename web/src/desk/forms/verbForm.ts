import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import type { ReactNode, RefObject } from 'react';

/** What every verb's form is given; it hands over the verb's input without the target it is about. */
export type VerbFormProps = {
  formRef: RefObject<HTMLFormElement | null>;
  action: OpenAction;
  answer: CaseAnswer;
  /** What is typed is kept under this name until the verb is done. */
  draftKey: string;
  onSubmit: (fields: Record<string, unknown>) => void;
  buttons: ReactNode;
};

/** An empty text is no answer: the contract asks for the field to be left out. */
export const orNothing = (text: string): string | undefined => text.trim() || undefined;
