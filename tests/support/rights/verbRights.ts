import type { VerbName, verbs } from '@hotline/shared/ticket/verbs/index';
import type { Person } from './people.ts';

/** A request, an order or a card must be there first: their verbs are told in the stories of the life cycle. */
export type VerbAboutCase = {
  [N in VerbName]: (typeof verbs)[N]['about'] extends 'request' | 'order' | 'card' ? never : N;
}[VerbName];

const clerks: readonly Person[] = ['traffic', 'traffic.head'];
/** Written out from the definition of the life cycle, not read from the verbs; null = the clock's own. */
export const verbRights: Record<VerbAboutCase, readonly Person[] | null> = {
  designate: ['dispatcher', 'supervisor'],
  markInvalid: ['agent', 'dispatcher'],
  handOff: ['agent', 'dispatcher'],
  askCitizen: ['agent', 'dispatcher'],
  supplement: ['agent', 'dispatcher', 'callback'],
  progress: clerks,
  subDispatch: clerks,
  requestReturn: clerks,
  requestExtension: clerks,
  requestShelving: clerks,
  askQuestion: clerks,
  // Nobody: the dispatch at hand is a lead's, with nothing below it.
  recall: [],
  releaseAssist: [],
  rework: ['reviewer', 'supervisor'],
  refuseRework: ['reviewer', 'supervisor'],
  correctAnswer: ['reviewer'],
  redispatch: ['dispatcher', 'supervisor'],
  addAssist: ['dispatcher', 'supervisor'],
  endShelving: ['supervisor', 'manager'],
  supervise: ['supervisor', 'manager'],
  excuse: ['supervisor'],
  claim: ['agent', 'dispatcher', 'reviewer', 'callback', 'supervisor', ...clerks],
  assign: ['dispatcher', 'supervisor', 'manager', ...clerks],
  publish: ['reviewer'],
  unpublish: ['reviewer', 'supervisor'],
  reopen: ['reviewer', 'supervisor'],
  archive: ['reviewer', 'supervisor'],
  endQuestion: null,
  dispatch: ['agent', 'dispatcher'],
  answer: ['agent', 'dispatcher'],
  decline: ['agent', 'dispatcher'],
  sign: clerks,
  reply: clerks,
  approveReply: ['traffic.head'],
  rejectReply: ['traffic.head'],
  acceptReply: ['reviewer'],
  sendBackReply: ['reviewer'],
  merge: ['agent', 'dispatcher'],
  split: ['agent', 'dispatcher'],
  recordCallback: ['callback'],
  close: ['reviewer', 'supervisor'],
  amend: ['agent', 'dispatcher'],
  urge: ['agent', 'dispatcher', 'reviewer', 'supervisor', 'callback'],
  withdraw: ['agent', 'dispatcher', 'reviewer'],
  autoSign: null,
  yellowCard: null,
  redCard: null,
  applyCalendar: null,
  settleClocks: null,
};
