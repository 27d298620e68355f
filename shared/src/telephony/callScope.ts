import { type Actor, holds, type Role, within } from '../people/actor.ts';
import { callersBack, callHearers, callWatchers, recordingListeners } from '../people/roles.ts';
import { type Call, isMissed } from './call.ts';

/**
 * Which calls a person may see, as a value with two renderers that are proved equal: `seesCall` here, WHERE in
 * db/src/calls.ts. Everybody sees what was put to them; `missed` see what their centres have to call back; `all` watch
 * the queue. A department sees no call.
 */
export type CallScope = {
  readonly personId: string;
  readonly all: readonly string[];
  readonly missed: readonly string[];
};

export function callScopeOf(actor: Actor): CallScope {
  if (actor.type !== 'person') return { personId: '', all: [], missed: [] };
  const paths = (roles: readonly Role[]) =>
    [...new Set(actor.grants.filter((g) => roles.includes(g.role)).map((g) => g.path))].sort();
  return { personId: actor.id, all: paths(callWatchers), missed: paths(callHearers) };
}

export function seesCall(
  scope: CallScope,
  call: Pick<Call, 'centrePath' | 'addressed' | 'direction' | 'outcome'>,
): boolean {
  if (call.addressed.includes(scope.personId)) return true;
  if (scope.all.some((path) => within(call.centrePath, path))) return true;
  return isMissed(call) && scope.missed.some((path) => within(call.centrePath, path));
}

/** Whether the stream of calls is anything to this person at all. */
export const hearsCalls = (scope: CallScope): boolean => scope.all.length > 0 || scope.missed.length > 0;

/** A recording is for whoever answers for quality, and for the agent whose voice it is. */
export const mayListen = (actor: Actor, call: Pick<Call, 'centrePath' | 'agentId'>): boolean =>
  holds(actor, recordingListeners, call.centrePath) || (actor.type === 'person' && call.agentId === actor.id);

/** Whoever may take a missed call on and ring the citizen back. */
export const mayCallBack = (actor: Actor, call: Pick<Call, 'centrePath'>): boolean =>
  holds(actor, callersBack, call.centrePath);
