import { findCase } from '@hotline/db/cases/cases';
import { eventsOf } from '@hotline/db/cases/events';
import { personByUsername } from '@hotline/db/people/people';
import { sweep } from '@hotline/server/jobs/alarms';
import { actorOf } from '@hotline/server/sessions/actor';
import { act } from '@hotline/server/tickets/act';
import { logAppeal } from '@hotline/server/tickets/log';
import type { CaseAnswer } from '@hotline/shared/api/tickets';
import { dissatisfactionReasons } from '@hotline/shared/catalog/reasons';
import type { Actor } from '@hotline/shared/people/actor';
import { Refusal } from '@hotline/shared/refusal';
import { type OpenAction, openActions } from '@hotline/shared/ticket/lifecycle';
import type { NewAppeal } from '@hotline/shared/ticket/log';
import type { Case } from '@hotline/shared/ticket/model/case';
import { satisfactions } from '@hotline/shared/ticket/model/children';
import { kinds } from '@hotline/shared/ticket/model/ticket';
import type { VerbName } from '@hotline/shared/ticket/verbs/index';
import { addMs } from '@hotline/shared/time/instant';
import fc from 'fast-check';
import type { TestHotline } from './hotline.ts';

/** What happens next. Small numbers pick who, which and how much, modulo what there is. */
export type Op = { readonly what: number; readonly who: number; readonly which: number; readonly extra: number };

const small = fc.nat({ max: 999 });
export const anOp: fc.Arbitrary<Op> = fc.record({ what: small, who: small, which: small, extra: small });

/** Everybody of the centre who acts, departments that approve replies and some that do not, parents and sub-units. */
export const cast = [
  ...['agent', 'dispatcher', 'reviewer', 'callback', 'supervisor'],
  ...['watergroup', 'watergroup.head', 'urban', 'urban.head', 'gas', 'traffic', 'traffic.head', 'water', 'water.head'],
];
export const departmentIds = ['watergroup', 'urban', 'gas', 'traffic', 'water', 'water-01', 'urban-01'];
const categoryIds = ['c0205', 'c0206', 'c0101', null];
const regionCodes = ['350102', '350103001', null];
/** The way of a matter to its end, returned, extended and shelved on occasion. */
const main: readonly VerbName[] = [
  ...(['dispatch', 'designate', 'sign', 'reply', 'approveReply', 'acceptReply', 'recordCallback', 'rework'] as const),
  ...(['requestReturn', 'approveReturn', 'requestExtension', 'grantExtension', 'subDispatch'] as const),
  ...(['requestShelving', 'approveShelving', 'askQuestion', 'askCitizen', 'sendBackReply', 'excuse'] as const),
];

export type History = Awaited<ReturnType<typeof openHistory>>;

/**
 * Random days in the life of a hotline: every change goes through the verbs, by people who may do them; the clock moves by
 * 1 to 40 steps. `lively`: people work on the newest few tickets and mostly bring them forward, so that many come to an end.
 */
export async function openHistory(h: TestHotline, stepMs = 3_600_000, lively = false) {
  const actors = new Map<string, Actor>();
  for (const username of lively ? [...cast, 'manager'] : cast) {
    const person = await personByUsername(h.store.reader, username);
    if (!person) throw new Error(`nobody called ${username}`);
    actors.set(username, actorOf(person));
  }
  const tickets: string[] = [];
  const agent = actors.get('agent') as Actor;
  const log = async (op: Op, joinTicketId?: string) => {
    const centreId = [...h.hotline.catalog.directory().centres.keys()][0] ?? '';
    const logged = await logAppeal(h.hotline, { actor: agent, centreId, input: appealOf(op, joinTicketId) });
    if (!tickets.includes(logged.case.ticket.id)) tickets.push(logged.case.ticket.id);
    return logged;
  };
  /** What anybody of the cast may do now to this case. */
  const open = (c: Case): { actor: Actor; action: OpenAction }[] => {
    return [...actors.values()].flatMap((actor) =>
      openActions(c, h.hotline.catalog.moment(c.ticket.centreId, h.clock.now, actor))
        .filter((a) => a.disabledReason === null)
        .map((action) => ({ actor, action })),
    );
  };
  const perform = async (op: Op) => {
    const id = pick(lively ? tickets.slice(-6) : tickets, op.which);
    if (id === undefined || op.what % 100 < (lively ? 8 : 12)) return void (await log(op));
    if (op.what % 100 < (lively ? 10 : 16)) return void (await log(op, id));
    if (op.what % 100 < (lively ? 22 : 30)) {
      h.clock.now = addMs(h.clock.now, (1 + (op.extra % 40)) * stepMs);
      return void (await sweep(h.hotline));
    }
    const c = await findCase(h.store.reader, id);
    const may = c ? open(c) : [];
    const forward = lively && op.extra % 5 > 0 ? may.filter(({ action }) => main.includes(action.name)) : [];
    const chosen = pick(forward.length > 0 ? forward : may, op.who + op.what);
    if (!c || !chosen) return;
    const { actor, action } = chosen;
    const other = await findCase(h.store.reader, pick(tickets, op.extra) ?? '');
    const about =
      op.extra % 2 === 0 ? { dispatchId: pick(c.dispatches, op.which)?.id } : { appealId: c.appeals[0]?.id };
    const said = inputOf(action, op, h.clock.now, { own: c, other });
    const input = { ...said, ...(action.name === 'excuse' ? about : {}) };
    await act(h.hotline, { actor, ticketId: id, verb: action.name, version: action.version, input });
    const made = action.name === 'split' ? (await eventsOf(h.store.reader, id)).at(-1)?.linkedTicketId : null;
    if (made) tickets.push(made);
  };
  return {
    tickets,
    actors,
    log,
    open,
    /** One thing happens, or is refused in words; anything else is thrown. */
    play: (op: Op) => perform(op).catch(onlyRefusals),
    case: (id: string) => findCase(h.store.reader, id),
  };
}

export const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % (list.length || 1)];

export const onlyRefusals = (error: unknown): void => {
  if (!(error instanceof Refusal)) throw error;
};

export const appealOf = ({ who, extra }: Op, joinTicketId?: string): NewAppeal => ({
  channel: extra % 5 === 0 ? 'web' : 'phone',
  ...(extra % 3 === 0 ? { service: 'consumer' } : {}),
  regionCode: pick(regionCodes, who) ?? null,
  kind: pick(kinds, extra) ?? 'help',
  urgency: extra % 11 === 0 ? 'critical' : extra % 7 === 0 ? 'urgent' : 'normal',
  content: `市民来电反映，五一北路 ${who} 号路面冒水，请尽快处理。`,
  categoryId: pick(categoryIds, who) ?? null,
  citizen: who % 4 === 0 ? { identity: 'anonymous' } : { name: '陈建国', phone: `1990000${1000 + (who % 9000)}` },
  ...(joinTicketId ? { joinTicketId } : {}),
});

/** An input this verb takes, varied by the numbers. */
export function inputOf(
  action: Pick<OpenAction, 'name' | 'target'>,
  op: Op,
  now: string,
  about: {
    readonly other?: Pick<CaseAnswer, 'ticket'> | null;
    readonly own?: { readonly appeals: readonly { readonly id: string }[] };
  } = {},
): Record<string, unknown> {
  const target = action.target ?? '';
  const inputs: Record<VerbName, () => Record<string, unknown>> = {
    dispatch: () => {
      const leadId = pick(departmentIds, op.extra) ?? 'urban';
      const other = pick(departmentIds, op.who);
      return { leadId, assistIds: op.which % 3 === 0 && other !== leadId ? [other] : [] };
    },
    answer: () => ({ appealId: target, answer: '您好，已当场向您说明。' }),
    decline: () => ({ appealId: target, reasonCode: 'inProceedings', answer: '您好，此事请向法院提出。' }),
    sign: () => ({ dispatchId: target }),
    reply: () => ({
      dispatchId: target,
      contactedBy: 'phone',
      contactedAt: now,
      actuality: 'confirmed',
      solved: op.extra % 4 === 0 ? 'unsolved' : 'solved',
      unsolvedReason: op.extra % 4 === 0 ? '需跨年度安排。' : null,
      handling: '已派人到场处理完毕。',
      publicReply: '您好，您反映的问题已处理完毕。',
      ...(op.who % 2 === 0 ? { recoveredLossFen: 100 * op.extra } : {}),
    }),
    approveReply: () => ({ dispatchId: target }),
    rejectReply: () => ({ dispatchId: target, note: '请补充照片。' }),
    acceptReply: () => ({ dispatchId: target }),
    sendBackReply: () => ({ dispatchId: target, note: '未答到点上。' }),
    recordCallback: () => ({
      appealId: target,
      reached: op.extra % 2 === 0 ? 'unreachable' : 'reached',
      contacted: 'yes',
      solved: op.extra % 3 === 0 ? 'yes' : 'no',
      satisfaction: pick(satisfactions, op.who) ?? 'none',
      ...(op.who % 8 === 2 ? { reasonCode: pick(dissatisfactionReasons, op.extra)?.code } : {}),
    }),
    close: () => ({}),
    amend: () =>
      pick<Record<string, unknown>>(
        [
          { urgency: 'urgent' },
          { categoryId: pick(categoryIds, op.who) },
          { kind: pick(kinds, op.who) },
          { againstDepartmentId: pick([...departmentIds, null], op.who) },
        ],
        op.extra,
      ) ?? {},
    merge: () => ({ into: about.other?.ticket.id ?? 'nothing', intoVersion: about.other?.ticket.version ?? 1 }),
    split: () => ({ appealIds: [pick(about.own?.appeals ?? [], op.extra)?.id ?? 'nothing'] }),
    urge: () => ({}),
    withdraw: () => ({ appealId: target, reason: '市民来电撤诉。' }),
    designate: () => ({ leadId: pick(departmentIds, op.extra) ?? 'urban', assistIds: [], note: '按职责指定承办。' }),
    markInvalid: () => ({ appealId: target, reasonCode: 'misdialled' }),
    handOff: () => ({ appealId: target, reasonCode: 'police', answer: '您好，请拨打 110。' }),
    askCitizen: () => ({ appealId: target, question: '请补充具体门牌号。' }),
    supplement: () => ({ appealId: target, text: '在 88 号门口。' }),
    requestReturn: () => ({ dispatchId: target, reasonCode: 'notOurDuty', reason: '不属于本单位职责范围。' }),
    approveReturn: () => ({ requestId: target }),
    refuseQuestion: () => ({ requestId: target, decision: '地址在诉求中已写明，请据此办理。' }),
    refuseReturn: () => ({ requestId: target, decision: '属于你单位职责。' }),
    subDispatch: () => ({ dispatchId: target, departmentId: pick(departmentIds, op.extra) ?? 'urban' }),
    recall: () => ({ dispatchId: target }),
    askQuestion: () => ({ dispatchId: target, reason: '需要市民补充具体位置。' }),
    requestExtension: () => ({
      dispatchId: target,
      days: 1 + (op.extra % 9),
      reasonCode: 'complex',
      reason: '需会同多个单位核查。',
    }),
    grantExtension: () => ({ requestId: target }),
    denyExtension: () => ({ requestId: target, decision: '请按期办理。' }),
    requestShelving: () => ({
      dispatchId: target,
      reasonCode: 'projectPlanned',
      reason: '已列入计划，需待招标完成。',
      reviewAt: new Date(Date.parse(now) + (1 + (op.extra % 5)) * 86_400_000).toISOString(),
    }),
    approveShelving: () => ({ requestId: target }),
    refuseShelving: () => ({ requestId: target, decision: '不符合挂账条件。' }),
    endShelving: () => ({}),
    cancelRequest: () => ({ requestId: target }),
    progress: () => ({ dispatchId: target, text: '正在办理，预计三日内完成。' }),
    correctAnswer: () => ({ appealId: target, answer: '您好，更正如下：已处理完毕。' }),
    rework: () => ({ note: '请重新核实办理。' }),
    refuseRework: () => ({ decision: '诉求超出政策范围。' }),
    redispatch: () => ({ leadId: pick(departmentIds, op.extra) ?? 'urban', note: '按职责改派。' }),
    addAssist: () => ({ departmentId: pick(departmentIds, op.extra) ?? 'urban' }),
    releaseAssist: () => ({ dispatchId: target }),
    claim: () => ({}),
    assign: () => ({ personId: op.extra % 2 === 0 ? 'p-dispatcher' : null }),
    supervise: () => ({ level: 'centre', demand: '请尽快办结。', days: 2 }),
    answerOrder: () => ({ orderId: target, answer: '已办结。' }),
    endSupervision: () => ({ orderId: target }),
    revokeCard: () => ({ cardId: target, reason: '系统故障所致。' }),
    excuse: () => ({ reason: '不可抗力，附气象证明。' }),
    publish: () => ({ title: '关于路面冒水的答复', text: '已处理完毕。' }),
    unpublish: () => ({}),
    reopen: () => ({ reason: '误办结。' }),
    archive: () => ({}),
    endQuestion: () => ({}),
    autoSign: () => ({ dispatchId: target }),
    yellowCard: () => ({ dispatchId: target }),
    redCard: () => ({ dispatchId: target }),
    applyCalendar: () => ({}),
    settleClocks: () => ({}),
  };
  return inputs[action.name]();
}
