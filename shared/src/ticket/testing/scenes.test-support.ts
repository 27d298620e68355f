import type { OpenAction } from '../lifecycle.ts';
import { type Case, lead } from '../model/case.ts';
import { counts } from '../model/dispatch.ts';
import { handsOut, heldBy } from '../steps/owning.ts';
import type { Moment, Verb } from '../verb.ts';
import { type VerbName, verbs } from '../verbs/index.ts';
import { answer, cast, dispatched, does, joined, logged, moment, monday, type Who } from './town.test-support.ts';

const later = '2026-11-03T02:00:00.000Z';
/** After every due, and after every pause has run out. */
const late = '2026-12-01T02:00:00.000Z';
export const moments = [monday, later, late] as const;

/** What a verb finds besides: a second ticket, a number for a new one, the rights of whom its input names. */
export function momentFor(at: string, { personId }: Record<string, unknown>): Moment {
  const person = typeof personId === 'string' ? cast[personId as Who] : undefined;
  other ??= dispatched(logged(7));
  return moment(at, { other, fresh, ...(person ? { person } : {}) });
}
const fresh = { ticketId: 't9', number: '26110200099' };
let other: Case | undefined;

/** Cases in every status and with everything that can be pending, made by the verbs themselves. */
export function scenes(): Record<string, Case> {
  const first = logged();
  const sent = dispatched(first, 'water', ['gas']);
  const [d1 = '', d2 = ''] = sent.dispatches.map((d) => d.id);
  const signed = does(does(sent, 'water', 'sign', { dispatchId: d1 }), 'gas', 'sign', { dispatchId: d2 });
  const reason = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
  const toReturn = { ...reason, reasonCode: 'notOurDuty' };
  const toShelve = { ...reason, reasonCode: 'funds' };
  const asks = (verb: VerbName, more: object = {}) =>
    does(signed, 'water', verb, { dispatchId: d1, ...reason, ...codeOf(verb), ...more });
  const reviewAt = '2026-11-09T02:00:00.000Z';
  const shelving = asks('requestShelving', { ...toShelve, reviewAt });
  const question = does(signed, 'water', 'askQuestion', { dispatchId: d1, reason: '需要市民补充具体位置。' });
  const put = does(question, 'agent', 'askCitizen', { appealId: 'a1', question: '请补充具体位置。' });
  const passedOn = does(signed, 'water', 'subDispatch', { dispatchId: d1, departmentId: 'east' });
  const child = passedOn.dispatches.at(-1)?.id ?? '';
  const childSigned = does(passedOn, 'east', 'sign', { dispatchId: child });
  const childReplied = does(childSigned, 'east', 'reply', { dispatchId: child, ...answer });
  const childAsks = does(childSigned, 'east', 'requestReturn', { dispatchId: child, ...toReturn });
  const childLater = does(childSigned, 'east', 'requestExtension', { dispatchId: child, days: 1, ...reason });
  const plain = dispatched(first, 'gas');
  const assistReplied = does(signed, 'gas', 'reply', { dispatchId: d2, ...answer });
  const submitted = does(assistReplied, 'water', 'reply', { dispatchId: d1, ...answer });
  const replied = does(submitted, 'head', 'approveReply', { dispatchId: d1 });
  const accepted = does(replied, 'reviewer', 'acceptReply', { dispatchId: d1 });
  const called = { appealId: 'a1', reached: 'reached', solved: 'no', satisfaction: 'dissatisfied' };
  const unhappy = does(accepted, 'callbackAgent', 'recordCallback', { ...called, reasonCode: 'notSolved' });
  const closed = does(accepted, 'callbackAgent', 'recordCallback', {
    ...called,
    solved: 'yes',
    satisfaction: 'satisfied',
  });
  const published = does(closed, 'reviewer', 'publish', { title: '夜间施工', text: '已责令停工。' });
  const back = (c: Case, who: Who) => {
    const asked = does(c, who, 'requestReturn', { dispatchId: lead(c)?.id, ...toReturn });
    return does(asked, 'dispatcher', 'approveReturn', { requestId: asked.requests.at(-1)?.id });
  };
  const once = back(sent, 'water');
  const twice = back(does(once, 'dispatcher', 'dispatch', { leadId: 'roads', assistIds: [] }), 'roads');
  const ordered = does(signed, 'supervisor', 'supervise', { level: 'city', demand: '请尽快办结。', days: 1 });
  const carded = does(signed, 'clock', 'redCard', { dispatchId: d1 }, late);
  return {
    logged: first,
    joined: joined(first, 2) ?? first,
    'citizen asked': does(first, 'agent', 'askCitizen', { appealId: 'a1', question: '在哪里？' }),
    sent,
    signed,
    'return asked': asks('requestReturn', toReturn),
    'extension asked': asks('requestExtension', { days: 3 }),
    'shelving asked': shelving,
    shelved: does(shelving, 'manager', 'approveShelving', { requestId: shelving.requests[0]?.id }),
    'question asked': question,
    'question put': put,
    'sent on': passedOn,
    'child asks to return': childAsks,
    'child asks for time': childLater,
    'child replied': childReplied,
    'one department': does(plain, 'gas', 'sign', { dispatchId: d1 }),
    'answered on the line': does(first, 'agent', 'answer', { appealId: 'a1', answer: '您好，已说明。' }),
    'assist replied': assistReplied,
    'before the head': submitted,
    replied,
    accepted,
    dissatisfied: unhappy,
    closed,
    published,
    'returned once': once,
    'returned twice': twice,
    supervised: ordered,
    'with a red card': carded,
    ...more({ first, sent, signed, asks, accepted, unhappy, closed, ordered, carded, childReplied, replied, twice }),
  };
}

type Made = Record<'first' | 'sent' | 'signed' | 'accepted' | 'unhappy' | 'closed', Case> &
  Record<'ordered' | 'carded' | 'childReplied' | 'replied' | 'twice', Case> & {
    asks: (verb: VerbName, more?: object) => Case;
  };

/** What lies behind a decision, at the edges, and aside. */
function more({
  first,
  sent,
  signed,
  asks,
  accepted,
  unhappy,
  closed,
  ordered,
  carded,
  childReplied,
  replied,
  twice,
}: Made) {
  const decided = (c: Case, who: Who, verb: VerbName, at = monday) =>
    does(c, who, verb, { requestId: c.requests.at(-1)?.id, decision: '按规定处理。' }, at);
  const child = childReplied.dispatches.at(-1)?.id ?? '';
  const urgent = does(dispatched(logged(1, { urgency: 'urgent' }), 'gas'), 'gas', 'sign', { dispatchId: 't1-d1' });
  const efficiency = logged(1, { service: 'efficiencyComplaint', againstDepartmentId: 'roads' });
  const anonymous = dispatched(logged(1, { citizen: { identity: 'anonymous' } }), 'gas');
  const unreached = { appealId: 'a1', reached: 'unreachable' };
  const triedOnce = does(accepted, 'callbackAgent', 'recordCallback', unreached);
  const shelved = decided(
    asks('requestShelving', { reviewAt: '2026-11-09T02:00:00.000Z' }),
    'manager',
    'approveShelving',
  );
  const joinedLater = joined(sent, 2) ?? sent;
  return {
    'second round': does(unhappy, 'reviewer', 'rework', { note: '请重新核实。' }, later),
    'rework refused': does(unhappy, 'reviewer', 'refuseRework', { decision: '超出政策范围。' }, later),
    'extension granted': decided(asks('requestExtension', { days: 3 }), 'reviewer', 'grantExtension'),
    'extension denied': decided(asks('requestExtension', { days: 3 }), 'reviewer', 'denyExtension'),
    'return refused': decided(asks('requestReturn'), 'dispatcher', 'refuseReturn'),
    'joined after dispatch': does(joinedLater, 'water', 'sign', { dispatchId: 't1-d1' }),
    'order answered': does(ordered, 'water', 'answerOrder', { orderId: ordered.orders[0]?.id, answer: '已办理。' }),
    'with a yellow card': does(signed, 'clock', 'yellowCard', { dispatchId: 't1-d1' }, late),
    'card revoked': does(
      carded,
      'supervisor',
      'revokeCard',
      { cardId: carded.cards[0]?.id, reason: '系统故障。' },
      late,
    ),
    'shelving ended': does(shelved, 'supervisor', 'endShelving', {}, later),
    'child accepted': does(childReplied, 'water', 'acceptReply', { dispatchId: child }),
    'sent back': does(replied, 'reviewer', 'sendBackReply', { dispatchId: 't1-d1', note: '未答到点上。' }, late),
    'tried once': triedOnce,
    'tried twice': does(triedOnce, 'callbackAgent', 'recordCallback', unreached),
    corrected: does(closed, 'reviewer', 'correctAnswer', { appealId: 'a1', answer: '您好，更正如下。' }),
    archived: does(closed, 'supervisor', 'archive', {}),
    withdrawn: does(signed, 'citizen', 'withdraw', { appealId: 'a1' }),
    'withdrawn by one of two': does(joinedLater, 'citizen', 'withdraw', { appealId: 'a1' }),
    reopened: does(closed, 'reviewer', 'reopen', { reason: '误办结。' }),
    excused: does(signed, 'supervisor', 'excuse', { dispatchId: 't1-d1', reason: '系统故障。' }),
    claimed: does(first, 'agent', 'claim', {}),
    designated: does(twice, 'dispatcher', 'designate', { leadId: 'roads', assistIds: [], note: '按职责指定。' }),
    urgent,
    'complaint about an office': dispatched(efficiency, 'gas'),
    anonymous: does(anonymous, 'gas', 'sign', { dispatchId: 't1-d1' }),
  };
}

/** An input the verb takes, beside the target it is about. */
export function inputOf(
  { name, about, target }: Pick<OpenAction, 'name' | 'about' | 'target'>,
  c: Case,
  who: Who,
): Record<string, unknown> {
  const words = { note: '请核实。', reason: '确有需要，附说明。', decision: '按规定处理。', reasonCode: 'complex' };
  const inputs: Partial<Record<VerbName, Record<string, unknown>>> = {
    dispatch: { leadId: free(c), assistIds: [] },
    designate: { leadId: free(c), assistIds: [], note: '按职责指定。' },
    redispatch: { leadId: free(c), ...words },
    addAssist: { departmentId: free(c) },
    subDispatch: { departmentId: 'west' },
    amend: { urgency: 'critical' },
    assign: { personId: colleagueOf(who, c) },
    split: { appealIds: ['a2'] },
    merge: { into: 't7', intoVersion: 2 },
    excuse: { ...words, appealId: c.appeals[0]?.id },
    recordCallback: { reached: 'reached', satisfaction: 'dissatisfied', reasonCode: 'notSolved' },
    requestExtension: { ...words, days: 1 },
    requestShelving: { ...words, reviewAt: '2026-12-09T02:00:00.000Z' },
    reply: answer,
    supervise: { level: 'centre', demand: '请尽快办结。', days: 1 },
    askCitizen: { question: '请补充具体位置。' },
  };
  const texts = { text: '正在办理。', answer: '您好，已说明。', title: '夜间施工' };
  const own = { ...(inputs[name] ?? { ...words, ...texts }), ...codeOf(name) };
  return about === 'ticket' ? own : { ...own, [`${about}Id`]: target };
}

/** A code from the verb's own list, where it has one and no scene wants another. */
function codeOf(name: VerbName): { reasonCode?: string } {
  const { reasons }: Pick<Verb, 'reasons'> = verbs[name];
  return reasons?.[0] ? { reasonCode: reasons[0].code } : {};
}

/** A department that has no part in the case yet, and is not complained of. */
const free = (c: Case): string =>
  ['roads', 'gas', 'water'].find(
    (id) => !c.dispatches.some((d) => d.departmentId === id && counts(d)) && c.ticket.againstPath !== `t.${id}.`,
  ) ?? 'west';

/** At the centre somebody else; in a department oneself, where nobody has it in hand, and nobody where somebody does. */
function colleagueOf(who: Who, c: Case): string | null {
  if (handsOut(cast[who], c)) return c.ticket.ownerId === 'agent' ? 'dispatcher' : 'agent';
  return heldBy(cast[who], c).some((d) => d.clerkId !== null) ? null : who;
}
