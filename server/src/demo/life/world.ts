import { findCase } from '@hotline/db/cases/cases';
import type { Actor, Role } from '@hotline/shared/people/actor';
import { openActions } from '@hotline/shared/ticket/lifecycle';
import type { Case } from '@hotline/shared/ticket/model/case';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import type { Hotline } from '../../app/hotline.ts';
import { act } from '../../tickets/act.ts';
import type { Chance } from '../chance.ts';
import { centrePath, departmentPaths } from '../found.ts';
import type { Matter } from '../matters.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** What somebody will do at some time: a step about one case, by one department where it is a department's. */
export type Errand = { step: StepName; id: string; code: string; matter: Matter };
export type StepName =
  | 'call'
  | 'answer'
  | 'send'
  | 'work'
  | 'urge'
  | 'decideReturn'
  | 'decideExtension'
  | 'reply'
  | 'approve'
  | 'review'
  | 'callBack'
  | 'decideRework'
  | 'supervise'
  | 'answerOrder';
export type Step = (w: World, errand: Errand) => Promise<void>;

export type World = {
  readonly hotline: Hotline;
  readonly chance: Chance;
  /** Milliseconds of the city's clock. */
  readonly clock: () => number;
  /** So many milliseconds from now; what would come after the end of the history does not happen. */
  readonly plan: (inMs: number, errand: Errand) => void;
};

export const caseOf = (w: World, id: string) => findCase(w.hotline.store.reader, id);

/** Acts if the verb is open to this person now; people of a real city also find that somebody was quicker. */
export async function tryTo(
  w: World,
  actor: Actor,
  ticketId: string,
  verb: VerbName,
  input: (c: Case) => Record<string, unknown>,
): Promise<boolean> {
  const c = await caseOf(w, ticketId);
  if (!c) return false;
  const filled = input(c);
  const aims = ['dispatchId', 'appealId', 'requestId', 'orderId'].map((name) => filled[name]);
  const moment = w.hotline.catalog.moment(c.ticket.centreId, w.hotline.now(), actor);
  const open = openActions(c, moment).find(
    (o) => o.name === verb && o.disabledReason === null && (o.target === null || aims.includes(o.target)),
  );
  if (!open) return false;
  await act(w.hotline, { actor, ticketId, verb, version: open.version, input: filled });
  return true;
}

const known = new Map<string, Actor>();
/** One of the demo people: a role of the centre, a department's clerk by its code, or its head (`urban.head`). */
export function person(username: string): Actor {
  const actor = known.get(username) ?? actorNamed(username);
  known.set(username, actor);
  return actor;
}
function actorNamed(username: string): Actor {
  const [code = '', head] = username.split('.');
  const path = departmentPaths.get(code);
  const asHead = head ? [{ role: 'departmentHead' as const, path: path ?? '' }] : [];
  const role = username === 'callback' ? 'callbackAgent' : (username as Role);
  const grants = path ? [{ role: 'handler' as const, path }, ...asHead] : [{ role, path: centrePath }];
  return { type: 'person', id: `p-${username}`, name: username, grants };
}
