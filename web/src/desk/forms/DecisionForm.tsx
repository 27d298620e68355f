import { RequestText } from '../case/Requests.tsx';
import { TextForm } from './TextForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

/** A decision beside the words it is about. A refusal's schema asks for its reason, an approval may go without. */
export function DecisionForm(props: VerbFormProps) {
  const request = props.answer.requests.find((r) => r.id === props.action.target);
  return (
    <TextForm {...props} name="decision" label="form.decision">
      {request ? <RequestText request={request} answer={props.answer} /> : null}
    </TextForm>
  );
}
