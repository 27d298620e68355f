import type { CaseAnswer } from '@hotline/shared/api/tickets';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';

/** The moves a case stands still for. Everything else may be done, but nobody waits for it. */
const awaited: ReadonlySet<VerbName> = new Set<VerbName>([
  'dispatch',
  'designate',
  'askCitizen',
  'supplement',
  'sign',
  'reply',
  'approveReply',
  'rejectReply',
  'approveReturn',
  'refuseReturn',
  'refuseQuestion',
  'grantExtension',
  'denyExtension',
  'approveShelving',
  'refuseShelving',
  'acceptReply',
  'sendBackReply',
  'rework',
  'refuseRework',
  'recordCallback',
  'answerOrder',
]);
/** Seldom wanted at any desk: kept out of the way, one step further. */
const rare: ReadonlySet<VerbName> = new Set<VerbName>([
  'supplement',
  'claim',
  'assign',
  'markInvalid',
  'handOff',
  'withdraw',
  'reopen',
  'unpublish',
  'archive',
  'close',
  'revokeCard',
  'excuse',
]);

/** Done beside the work: nothing is finished by them, so whoever did one stays and sees what came of it. */
const beside: ReadonlySet<VerbName> = new Set<VerbName>([
  'amend',
  'correctAnswer',
  'publish',
  'unpublish',
  'urge',
  'claim',
  'assign',
  'progress',
  'addAssist',
  'releaseAssist',
  'supervise',
  'excuse',
  'revokeCard',
]);

/** Whether the next ticket of the queue is what its doer wants to see now. */
export const goesOn = (verb: VerbName) => !beside.has(verb);

export const isAwaited = (action: OpenAction, { ticket, requests }: CaseAnswer) =>
  action.disabledReason === null &&
  awaited.has(action.name) &&
  // A citizen may be asked at any time; it is waited for where a department put the question.
  (action.name !== 'askCitizen' ||
    requests.some((r) => r.type === 'question' && r.status === 'open' && r.dispatchId !== null)) &&
  // An answer may always be reworked; it is waited for where a citizen was not satisfied.
  (action.name !== 'rework' || requests.some((r) => r.type === 'rework' && r.status === 'open')) &&
  // A supplement is taken at any time, but waited for only after a question.
  (action.name !== 'supplement' ||
    ticket.status === 'awaitingCitizen' ||
    requests.some((r) => r.type === 'question' && r.status === 'open'));

/** What is waited for first, then what can be done; seldom or not yet possible moves behind «更多». */
export function arranged(answer: CaseAnswer): { main: OpenAction[]; more: OpenAction[] } {
  const actions = answer.openActions as OpenAction[];
  const waits = actions.filter((a) => isAwaited(a, answer));
  const can = actions.filter((a) => a.disabledReason === null && !waits.includes(a));
  const main = [...waits, ...can.filter((a) => !rare.has(a.name))];
  const more = [...can.filter((a) => rare.has(a.name)), ...actions.filter((a) => a.disabledReason !== null)];
  return { main, more };
}
