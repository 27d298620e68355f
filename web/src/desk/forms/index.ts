import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import type { ComponentType } from 'react';
import { AcceptForm } from './AcceptForm.tsx';
import { AmendForm } from './AmendForm.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { ApproveForm } from './ApproveForm.tsx';
import { AssignForm } from './AssignForm.tsx';
import { CallbackForm } from './CallbackForm.tsx';
import { CloseForm } from './CloseForm.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { DeclineForm } from './DeclineForm.tsx';
import { DesignateForm } from './DesignateForm.tsx';
import { DispatchForm } from './DispatchForm.tsx';
import { GrantForm } from './GrantForm.tsx';
import { MergeForm } from './merge/MergeForm.tsx';
import { PublishForm } from './PublishForm.tsx';
import { RedispatchForm } from './RedispatchForm.tsx';
import { RejectForm } from './RejectForm.tsx';
import { ReplyForm } from './ReplyForm.tsx';
import { SendBackForm } from './SendBackForm.tsx';
import { SignForm } from './SignForm.tsx';
import { SplitForm } from './SplitForm.tsx';
import { SubDispatchForm } from './SubDispatchForm.tsx';
import { SchemaForm } from './schema/SchemaForm.tsx';
import { UrgeForm } from './UrgeForm.tsx';
import type { VerbFormProps } from './verbForm.ts';
import { WithdrawForm } from './WithdrawForm.tsx';

/** Verbs with a form of their own; every other verb's is drawn from its input's schema. */
const ownForms: Partial<Record<VerbName, ComponentType<VerbFormProps>>> = {
  assign: AssignForm,
  dispatch: DispatchForm,
  designate: DesignateForm,
  redispatch: RedispatchForm,
  subDispatch: SubDispatchForm,
  merge: MergeForm,
  split: SplitForm,
  correctAnswer: CorrectForm,
  publish: PublishForm,
  answer: AnswerForm,
  decline: DeclineForm,
  sign: SignForm,
  reply: ReplyForm,
  approveReply: ApproveForm,
  rejectReply: RejectForm,
  acceptReply: AcceptForm,
  sendBackReply: SendBackForm,
  recordCallback: CallbackForm,
  close: CloseForm,
  amend: AmendForm,
  urge: UrgeForm,
  withdraw: WithdrawForm,
  approveReturn: DecisionForm,
  refuseReturn: DecisionForm,
  refuseQuestion: DecisionForm,
  grantExtension: GrantForm,
  denyExtension: DecisionForm,
  approveShelving: DecisionForm,
  refuseShelving: DecisionForm,
};

export const formOf = (verb: VerbName): ComponentType<VerbFormProps> => ownForms[verb] ?? SchemaForm;
