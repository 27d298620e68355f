import { TextForm } from './TextForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

export const WithdrawForm = (props: VerbFormProps) => (
  <TextForm {...props} name="reason" label="form.withdrawReason" required />
);
