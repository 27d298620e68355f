import { RequestText } from '../case/Requests.tsx';
import { TextForm } from './TextForm.tsx';
import type { VerbFormProps } from './verbForm.ts';

/** A refusal needs its reason, an approval may go without. */
export const ApproveRequestForm = (props: VerbFormProps) => <DecisionForm {...props} required={false} />;
export const RefuseRequestForm = (props: VerbFormProps) => <DecisionForm {...props} required />;

/** A decision beside the words it is about. */
function DecisionForm({ required, ...props }: VerbFormProps & { required: boolean }) {
  const request = props.answer.requests.find((r) => r.id === props.action.target);
  return (
    <TextForm {...props} name="decision" label="form.decision" required={required} maxLength={2000}>
      {request ? <RequestText request={request} answer={props.answer} /> : null}
    </TextForm>
  );
}
