import { Beside } from './Beside.tsx';
import { TextForm } from './TextForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

export const ApproveForm = (props: VerbFormProps) => (
  <TextForm {...props} name="note" label="form.reviewNote">
    <Beside answer={props.answer} dispatchId={props.action.target} />
  </TextForm>
);
