import { type Actor, type Role, system } from '../../people/actor.ts';
import type { Department, Directory } from '../../people/directory.ts';
import { compileCalendar } from '../../time/calendar/calendar.ts';
import { stateCouncilCalendar } from '../../time/calendar/stateCouncilCalendar.ts';
import type { Instant } from '../../time/instant.ts';
import { defaultRules } from '../../time/rules/defaultRules.ts';
import type { LogEntry } from '../citizenSteps.ts';
import { joinAppeal } from '../join.ts';
import { changedFields, type Taken, takeAction } from '../lifecycle.ts';
import { type NewAppeal, newCase } from '../log.ts';
import type { Case } from '../model/case.ts';
import type { Moment } from '../verb.ts';
import type { VerbName } from '../verbs/index.ts';

/** Monday 2 November 2026, 10:00 in Fuzhou: no holiday within weeks. A complaint is due after 10 working days. */
export const monday: Instant = '2026-11-02T02:00:00.000Z';

const department = (id: string, parentId: string | null = null, requiresApproval = false): Department => ({
  id,
  centreId: 'town',
  parentId,
  path: parentId ? `t.${parentId}.${id}.` : `t.${id}.`,
  name: id,
  shortName: id,
  requiresApproval,
  retiredAt: null,
});
export const directory: Directory = {
  centres: new Map([
    ['town', { id: 'town', path: 't.', name: 'Town', regionCode: '350100', utcOffsetMinutes: 480, areaCode: '0591' }],
  ]),
  departments: new Map(
    [
      department('water', null, true),
      department('east', 'water'),
      department('west', 'water'),
      department('gas'),
      department('roads'),
      { ...department('office', 'gas'), retiredAt: '2026-01-01T00:00:00.000Z' },
      { ...department('elsewhere'), centreId: 'city', path: 'c.elsewhere.' },
    ].map((d) => [d.id, d]),
  ),
  categoryPaths: new Map([['noise', ['living', 'noise']]]),
  regionCodes: new Set(['350100', '350102', '350104']),
};
const calendar = compileCalendar(stateCouncilCalendar('town'));
const rules = { id: 'town', version: 1, rules: defaultRules(['living']) };

/** The clock's own moment, unless somebody else acts. */
export const moment = (at: Instant = monday, more: Partial<Moment> = {}): Moment => ({
  actor: system,
  at,
  calendar,
  rules,
  directory,
  ...more,
});

const person = (id: string, path: string, ...roles: Role[]): Actor => ({
  type: 'person',
  id,
  name: id,
  grants: roles.map((role) => ({ role, path })),
});
const ofCentre = [
  'agent',
  'dispatcher',
  'reviewer',
  'callbackAgent',
  'supervisor',
  'manager',
  'administrator',
  'auditor',
] as const;

/** One person for each role at the centre; a clerk in each department, heads at the water board. */
export const cast = {
  ...(Object.fromEntries(ofCentre.map((role) => [role, person(role, 't.', role)])) as Record<
    (typeof ofCentre)[number],
    Actor
  >),
  water: person('water', 't.water.', 'handler'),
  head: person('head', 't.water.', 'departmentHead'),
  east: person('east', 't.water.east.', 'handler'),
  gas: person('gas', 't.gas.', 'handler'),
  roads: person('roads', 't.roads.', 'handler'),
  citizen: { type: 'citizen', id: 'citizen:a1', appealId: 'a1' } as Actor,
  clock: system,
};
export type Who = keyof typeof cast;

/** Whose work it is: the centre's, a department's, the citizen's or the clock's. */
export function sideOf(who: Who): string {
  const actor = cast[who];
  return actor.type === 'person' ? (actor.grants[0]?.path ?? '') : actor.type;
}

const appeal: NewAppeal = {
  channel: 'phone',
  kind: 'complaint',
  content: '市民反映小区旁工地凌晨施工，噪声扰民。',
  citizen: { name: '陈女士', phone: '+8613900000077' },
};
const given = (n: number, at: Instant) => ({
  appealId: `a${n}`,
  ticketId: `t${n}`,
  number: `2611020000${n}`,
  queryCode: 'ABCDEFGH',
  centreId: 'town',
  citizenId: null,
  phone: '+8613900000077',
  receivedAt: at,
  externalNumber: null,
});

/** Ticket `t<n>` with its appeal `a<n>`. */
export const logged = (n = 1, said: Partial<NewAppeal> = {}, at: Instant = monday): Case =>
  begun(newCase({ ...appeal, ...said }, given(n, at), moment(at, { actor: cast.agent })), n, at);

function begun(c: Case, n: number, at: Instant): Case {
  histories.set(c, [entryOf('log', cast.agent, at, { fields: changedFields(null, c), childId: `a${n}` })]);
  return c;
}

export function joined(c: Case, n: number, said: Partial<NewAppeal> = {}, at: Instant = monday): Case | null {
  const taken = joinAppeal(c, { ...appeal, ...said }, given(n, at), moment(at, { actor: cast.agent }));
  if (!taken) return null;
  histories.set(taken.case, [...historyOf(c), entryOf('log', cast.agent, at, taken)]);
  return taken.case;
}

/** The case after somebody did it, having seen the newest version. @throws Refusal */
export function does(
  c: Case,
  who: Who,
  verb: VerbName,
  input: Record<string, unknown> = {},
  at: Instant = monday,
  more: Partial<Moment> = {},
): Case {
  const dispatch = c.dispatches.find((d) => d.id === input['dispatchId']);
  const person = cast[input['personId'] as Who];
  const m = moment(at, { actor: cast[who], ...(person ? { person } : {}), ...more });
  const taken = takeAction(c, verb, dispatch?.version ?? c.ticket.version, input, m);
  histories.set(taken.case, [...historyOf(c), entryOf(verb, cast[who], at, taken)]);
  return taken.case;
}

/** The log of a case that came about here, oldest first. */
export const historyOf = (c: Case): readonly LogEntry[] => histories.get(c) ?? [];
const histories = new WeakMap<Case, readonly LogEntry[]>();

export const entryOf = (
  verb: string,
  actor: Actor,
  at: Instant,
  { fields, childId }: Pick<Taken, 'fields' | 'childId'>,
): LogEntry => ({ verb, actorType: actor.type, actorId: actor.id, effectiveAt: at, fields, childId });

/** Why it is refused; null when it is not. */
export function why(...attempt: Parameters<typeof does>): string | null {
  try {
    does(...attempt);
    return null;
  } catch (error) {
    return (error as { details?: { why?: string } }).details?.why ?? String(error);
  }
}

export const dispatched = (c: Case, leadId = 'water', assistIds: string[] = []): Case =>
  does(c, 'dispatcher', 'dispatch', { leadId, assistIds });

export const answer = {
  contactedBy: 'phone',
  actuality: 'confirmed',
  solved: 'solved',
  handling: '已责令停工。',
  publicReply: '您好，工地夜间施工已责令停止。',
};
