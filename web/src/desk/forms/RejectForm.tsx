import { TextForm } from './TextForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

export const RejectForm = (props: VerbFormProps) => <TextForm {...props} name="note" label="form.rejectNote" />;
