import { TextForm } from './TextForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

export const UrgeForm = (props: VerbFormProps) => <TextForm {...props} name="note" label="form.urgeNote" />;
