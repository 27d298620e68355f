import { acceptReply } from './acceptReply.ts';
import { addAssist } from './addAssist.ts';
import { amend } from './amend.ts';
import { answer } from './answer.ts';
import { answerOrder } from './answerOrder.ts';
import { applyCalendar } from './applyCalendar.ts';
import { approveReply } from './approveReply.ts';
import { approveReturn } from './approveReturn.ts';
import { approveShelving } from './approveShelving.ts';
import { archive } from './archive.ts';
import { askCitizen } from './askCitizen.ts';
import { askQuestion } from './askQuestion.ts';
import { assign } from './assign.ts';
import { autoSign } from './autoSign.ts';
import { cancelRequest } from './cancelRequest.ts';
import { claim } from './claim.ts';
import { close } from './close.ts';
import { correctAnswer } from './correctAnswer.ts';
import { decline } from './decline.ts';
import { denyExtension } from './denyExtension.ts';
import { designate } from './designate.ts';
import { dispatch } from './dispatch.ts';
import { endQuestion } from './endQuestion.ts';
import { endShelving } from './endShelving.ts';
import { endSupervision } from './endSupervision.ts';
import { excuse } from './excuse.ts';
import { grantExtension } from './grantExtension.ts';
import { handOff } from './handOff.ts';
import { markInvalid } from './markInvalid.ts';
import { merge } from './merge.ts';
import { progress } from './progress.ts';
import { publish } from './publish.ts';
import { recall } from './recall.ts';
import { recordCallback } from './recordCallback.ts';
import { redCard } from './redCard.ts';
import { redispatch } from './redispatch.ts';
import { refuseQuestion } from './refuseQuestion.ts';
import { refuseReturn } from './refuseReturn.ts';
import { refuseRework } from './refuseRework.ts';
import { refuseShelving } from './refuseShelving.ts';
import { rejectReply } from './rejectReply.ts';
import { releaseAssist } from './releaseAssist.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { requestExtension } from './requestExtension.ts';
import { requestReturn } from './requestReturn.ts';
import { requestShelving } from './requestShelving.ts';
import { revokeCard } from './revokeCard.ts';
import { rework } from './rework.ts';
import { sendBackReply } from './sendBackReply.ts';
import { settleClocks } from './settleClocks.ts';
import { sign } from './sign.ts';
import { split } from './split.ts';
import { subDispatch } from './subDispatch.ts';
import { supervise } from './supervise.ts';
import { supplement } from './supplement.ts';
import { unpublish } from './unpublish.ts';
import { urge } from './urge.ts';
import { withdraw } from './withdraw.ts';
import { yellowCard } from './yellowCard.ts';

/** Every move a case can make, in the order buttons are shown. The key is route, permission, event and message. */
export const verbs = {
  dispatch,
  designate,
  answer,
  decline,
  handOff,
  askCitizen,
  markInvalid,
  supplement,
  sign,
  reply,
  approveReply,
  rejectReply,
  progress,
  subDispatch,
  requestReturn,
  requestExtension,
  requestShelving,
  askQuestion,
  recall,
  cancelRequest,
  acceptReply,
  sendBackReply,
  settleClocks,
  approveReturn,
  refuseReturn,
  refuseQuestion,
  grantExtension,
  denyExtension,
  approveShelving,
  refuseShelving,
  rework,
  refuseRework,
  recordCallback,
  close,
  correctAnswer,
  redispatch,
  addAssist,
  releaseAssist,
  merge,
  split,
  endShelving,
  amend,
  claim,
  assign,
  urge,
  supervise,
  answerOrder,
  endSupervision,
  revokeCard,
  excuse,
  publish,
  unpublish,
  withdraw,
  reopen,
  archive,
  autoSign,
  yellowCard,
  redCard,
  endQuestion,
  applyCalendar,
};
export type VerbName = keyof typeof verbs;
export const verbNames = Object.keys(verbs) as VerbName[];
