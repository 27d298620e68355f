import type { VerbName } from '@hotline/shared/ticket/actions/index';
import type { OpenAction } from '@hotline/shared/ticket/lifecycle';

/** The moves a case stands still for. Everything else may be done, but nobody waits for it. */
const awaited: ReadonlySet<VerbName> = new Set<VerbName>([
  'dispatch',
  'supplement',
  'sign',
  'reply',
  'approveReply',
  'rejectReply',
  'approveReturn',
  'refuseReturn',
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

export const isAwaited = (action: OpenAction) => action.disabledReason === null && awaited.has(action.name);

/** What is waited for first, then what can be done, then what must wait; within each as the server lists them. */
export const inOrder = (actions: readonly OpenAction[]): OpenAction[] => actions.toSorted((a, b) => rank(a) - rank(b));

const rank = (action: OpenAction) => (isAwaited(action) ? 0 : action.disabledReason === null ? 1 : 2);
