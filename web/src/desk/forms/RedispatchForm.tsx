import { DispatchForm } from './DispatchForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

/** 改派: another lead, and why. */
export const RedispatchForm = (props: VerbFormProps) => (
  <DispatchForm {...props} grounds="form.redispatchNote" isLeadOnly />
);
