import { TextForm } from './TextForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

export const CloseForm = (props: VerbFormProps) => <TextForm {...props} name="note" label="form.closeNote" />;
