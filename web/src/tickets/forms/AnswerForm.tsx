import { TextForm } from './TextForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

export const AnswerForm = (props: VerbFormProps) => (
  <TextForm {...props} name="answer" label="form.answer" required maxLength={8000} />
);
