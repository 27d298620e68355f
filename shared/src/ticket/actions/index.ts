import { acceptReply } from './acceptReply.ts';
import { amend } from './amend.ts';
import { answer } from './answer.ts';
import { approveReply } from './approveReply.ts';
import { autoSign } from './autoSign.ts';
import { close } from './close.ts';
import { decline } from './decline.ts';
import { dispatch } from './dispatch.ts';
import { recordCallback } from './recordCallback.ts';
import { redCard } from './redCard.ts';
import { rejectReply } from './rejectReply.ts';
import { reply } from './reply.ts';
import { sendBackReply } from './sendBackReply.ts';
import { sign } from './sign.ts';
import { urge } from './urge.ts';
import { withdraw } from './withdraw.ts';
import { yellowCard } from './yellowCard.ts';

/** Every move a case can make, in the order buttons are shown. The key is route, permission, event and message. */
export const verbs = {
  dispatch,
  answer,
  decline,
  sign,
  reply,
  approveReply,
  rejectReply,
  acceptReply,
  sendBackReply,
  recordCallback,
  close,
  amend,
  urge,
  withdraw,
  autoSign,
  yellowCard,
  redCard,
};
export type VerbName = keyof typeof verbs;
export const verbNames = Object.keys(verbs) as VerbName[];
