import { expect, test } from 'vitest';
import { bySystem } from '../people/permissions.ts';
import { type VerbName, verbNames, verbs } from './actions/index.ts';
import { type Case, lead } from './case.ts';
import { type OpenAction, openActions, takeAction } from './lifecycle.ts';
import { type TicketStatus, ticketStatuses } from './ticket.ts';
import { answer, cast, dispatched, does, joined, logged, moment, monday, type Who } from './town.test-support.ts';

const letters: Record<TicketStatus, string> = {
  awaitingDispatch: 'D',
  awaitingCitizen: 'C',
  handling: 'H',
  shelved: 'S',
  awaitingReview: 'R',
  awaitingCallback: 'B',
  closed: 'X',
};
const later = '2026-11-03T02:00:00.000Z';
/** After every due, and after every pause has run out. */
const late = '2026-12-01T02:00:00.000Z';

test('the life cycle on one screen: which verb, about what, in which status, to which, and who', () => {
  const seen = Object.fromEntries(verbNames.map((name) => [name, { who: new Set<string>(), to: new Set<string>() }]));
  for (const { c, at } of scenes()) {
    for (const who of Object.keys(cast) as Who[]) {
      for (const action of openActions(cast[who], c, moment(at))) {
        if (action.disabledReason !== null) continue;
        const { case: after } = takeAction(c, action.name, action.version, inputOf(action, c), cast[who], twoOf(at));
        seen[action.name]?.who.add(roleOf(who));
        if (after.ticket.status === c.ticket.status) continue;
        seen[action.name]?.to.add(`${letters[c.ticket.status]}→${letters[after.ticket.status]}`);
      }
    }
  }
  const rows = verbNames.map((name) => {
    const verb = verbs[name];
    const from: readonly string[] = verb.from;
    const cells = ticketStatuses.map((status) => (from.includes(status) ? letters[status] : '·')).join('');
    const to = [...(seen[name]?.to ?? [])].sort().join(' ');
    const who = [...(seen[name]?.who ?? [])].join(' ') || (verb.by === bySystem ? 'clock' : 'nobody');
    const about = verb.about + ('other' in verb ? '+1' : '');
    const row = `${name.padEnd(16)} ${verb.term.padEnd(7, '　')} ${about.padEnd(9)} ${cells} ${to.padEnd(11)} ${who}`;
    return `${row}${verb.additive ? ' (additive)' : ''}`;
  });
  expect(`\n${rows.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    dispatch         派单　　　　　 ticket    D······ D→H         agent dispatcher
    designate        指定承办　　　 ticket    D······ D→H         dispatcher supervisor
    answer           直接答复　　　 appeal    DC····· C→X D→X     agent dispatcher
    decline          不予受理　　　 appeal    DC····· C→X D→X     agent dispatcher
    handOff          移送　　　　　 appeal    DC····· C→X D→X     agent dispatcher
    askCitizen       请市民补充　　 appeal    D·H···· D→C         agent dispatcher
    markInvalid      认定无效　　　 appeal    DC····· C→X D→X     agent dispatcher
    supplement       市民补充　　　 appeal    DCHSR·· C→D         agent dispatcher callbackAgent citizen (additive)
    sign             签收　　　　　 dispatch  D·HSR··             handler head
    reply            答复　　　　　 dispatch  D·H·R·· H→R         handler head
    approveReply     审核通过　　　 dispatch  D·H·R·· H→R         head
    rejectReply      审核退回　　　 dispatch  D·H·R··             head
    progress         阶段性答复　　 dispatch  D·HSR··             handler head (additive)
    subDispatch      转派下级　　　 dispatch  D·H····             handler head
    requestReturn    申请退单　　　 dispatch  D·H····             handler head
    requestExtension 申请延期　　　 dispatch  D·H····             handler head
    requestShelving  申请挂账　　　 dispatch  ··H····             handler head
    askQuestion      请市民补充　　 dispatch  D·H····             handler head
    recall           收回　　　　　 dispatch  D·H·R··             handler head
    cancelRequest    撤回申请　　　 request   D·HSR··             handler head
    acceptReply      采纳答复　　　 dispatch  D·H·R·· R→B         handler head reviewer
    sendBackReply    退回修改　　　 dispatch  D·H·R·· R→H         handler head reviewer
    approveReturn    同意退单　　　 request   D·H·R·· H→D         dispatcher supervisor handler head
    refuseReturn     不同意退单　　 request   D·HSR··             dispatcher supervisor handler head
    grantExtension   同意延期　　　 request   D·H·R··             reviewer supervisor handler head
    denyExtension    不同意延期　　 request   D·HSR··             reviewer supervisor handler head
    approveShelving  同意挂账　　　 request   ··H···· H→S         manager
    refuseShelving   不同意挂账　　 request   ··H····             manager
    rework           重办　　　　　 ticket    ····RB· B→H R→H     reviewer supervisor
    refuseRework     不予重办　　　 ticket    ····R·· R→X         reviewer supervisor
    recordCallback   回访　　　　　 appeal    ·····BX B→R X→R     callbackAgent citizen
    close            办结　　　　　 ticket    ·····B· B→X         reviewer supervisor clock
    correctAnswer    更正答复　　　 appeal    ·····BX             reviewer
    redispatch       改派　　　　　 ticket    ··H····             dispatcher supervisor
    addAssist        增加协办　　　 ticket    ··H····             dispatcher supervisor
    releaseAssist    解除协办　　　 dispatch  D·H·R··             dispatcher supervisor
    merge            并单　　　　　 ticket+1  DCHS··· C→X D→X H→X S→X agent dispatcher
    split            拆单　　　　　 ticket+1  D·H····             agent dispatcher
    endShelving      解除挂账　　　 ticket    ···S··· S→H         supervisor manager clock
    amend            修改　　　　　 ticket    DCH····             agent dispatcher
    urge             催办　　　　　 ticket    DCHSR··             agent dispatcher reviewer callbackAgent supervisor citizen (additive)
    supervise        督办　　　　　 ticket    D·HSRB·             supervisor manager (additive)
    answerOrder      答复督办　　　 order     D·HSRB·             handler head (additive)
    endSupervision   解除督办　　　 order     D·HSRBX             supervisor manager (additive)
    revokeCard       撤牌　　　　　 card      D·HSRBX             supervisor (additive)
    excuse           考核剔除　　　 ticket    D·HSRBX             supervisor (additive)
    claim            认领　　　　　 ticket    DCH·RB·             agent dispatcher reviewer callbackAgent supervisor handler head (additive)
    assign           分配　　　　　 ticket    DCH·RB·             dispatcher supervisor manager (additive)
    publish          公开　　　　　 ticket    ·····BX             reviewer (additive)
    unpublish        撤销公开　　　 ticket    D·H·RBX             reviewer supervisor (additive)
    withdraw         撤诉　　　　　 appeal    DCHSR·· C→X D→X H→X R→X S→X agent dispatcher reviewer citizen
    reopen           撤销办结　　　 ticket    ······X X→B X→D     reviewer supervisor
    archive          归档　　　　　 ticket    ······X             reviewer supervisor clock
    autoSign         系统签收　　　 dispatch  DCHSR··             clock
    yellowCard       黄牌预警　　　 dispatch  DCHSR··             clock (additive)
    redCard          红牌超期　　　 dispatch  DCHSR··             clock (additive)
    endQuestion      补充期满　　　 ticket    DCHSR··             clock
    applyCalendar    日历更正　　　 ticket    DCHSR··             clock (additive)
    "
  `);
});

/** One person stands for each role; a clerk above the turn is the parent who judges. */
const roleOf = (who: Who) => (['water', 'east', 'gas', 'roads'].includes(who) ? 'handler' : who);

const twoOf = (at: string) =>
  moment(at, { other: dispatched(logged(2)), fresh: { ticketId: 't9', number: '26110200099' } });

/** Cases in every status and with everything that can be pending, made by the verbs themselves. */
function scenes(): { c: Case; at: string }[] {
  const first = logged();
  const sent = dispatched(first, 'water', ['gas']);
  const [d1 = '', d2 = ''] = sent.dispatches.map((d) => d.id);
  const signed = does(does(sent, 'water', 'sign', { dispatchId: d1 }), 'gas', 'sign', { dispatchId: d2 });
  const reason = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
  const asks = (verb: VerbName, more: object = {}) =>
    does(signed, 'water', verb, { dispatchId: d1, ...reason, ...more });
  const reviewAt = '2026-11-09T02:00:00.000Z';
  const shelving = asks('requestShelving', { reviewAt });
  const question = does(signed, 'water', 'askQuestion', { dispatchId: d1, reason: '需要市民补充具体位置。' });
  const put = does(question, 'agent', 'askCitizen', { appealId: 'a1', question: '请补充具体位置。' });
  const passedOn = does(signed, 'water', 'subDispatch', { dispatchId: d1, departmentId: 'east' });
  const child = passedOn.dispatches.at(-1)?.id ?? '';
  const childSigned = does(passedOn, 'east', 'sign', { dispatchId: child });
  const childReplied = does(childSigned, 'east', 'reply', { dispatchId: child, ...answer });
  const childAsks = does(childSigned, 'east', 'requestReturn', { dispatchId: child, ...reason });
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
    const asked = does(c, who, 'requestReturn', { dispatchId: lead(c)?.id, ...reason });
    return does(asked, 'dispatcher', 'approveReturn', { requestId: asked.requests.at(-1)?.id });
  };
  const once = back(sent, 'water');
  const twice = back(does(once, 'dispatcher', 'dispatch', { leadId: 'roads', assistIds: [] }), 'roads');
  const ordered = does(signed, 'supervisor', 'supervise', { level: 'city', demand: '请尽快办结。', days: 1 });
  const carded = does(signed, 'clock', 'redCard', { dispatchId: d1 }, late);
  return [
    ...[first, joined(first, 2) ?? first, does(first, 'agent', 'askCitizen', { appealId: 'a1', question: '在哪里？' })],
    ...[sent, signed, asks('requestReturn'), asks('requestExtension', { days: 3 }), shelving, question, put],
    ...[does(shelving, 'manager', 'approveShelving', { requestId: shelving.requests[0]?.id })],
    ...[does(plain, 'gas', 'sign', { dispatchId: d1 }), childAsks, childLater],
    ...[does(first, 'agent', 'answer', { appealId: 'a1', answer: '您好，已说明。' })],
    ...[passedOn, childReplied, assistReplied, submitted, replied, accepted, unhappy, closed, published],
    ...[once, twice, ordered, carded],
  ].flatMap((c) => [
    { c, at: monday },
    { c, at: later },
    { c, at: late },
  ]);
}

/** An input the verb takes, beside the target it is about. */
function inputOf({ name, about, target }: OpenAction, c: Case): Record<string, unknown> {
  const words = { note: '请核实。', reason: '确有需要，附说明。', decision: '按规定处理。', reasonCode: 'complex' };
  const inputs: Partial<Record<VerbName, Record<string, unknown>>> = {
    dispatch: { leadId: 'roads', assistIds: [] },
    designate: { leadId: 'roads', assistIds: [], note: '按职责指定。' },
    redispatch: { leadId: 'roads', ...words },
    addAssist: { departmentId: 'roads' },
    subDispatch: { departmentId: 'west' },
    amend: { urgency: 'critical' },
    assign: { personId: 'agent' },
    split: { appealIds: ['a2'] },
    merge: { into: 't2', intoVersion: 2 },
    excuse: { ...words, appealId: c.appeals[0]?.id },
    recordCallback: { reached: 'reached', satisfaction: 'dissatisfied', reasonCode: 'notSolved' },
    requestExtension: { ...words, days: 1 },
    requestShelving: { ...words, reviewAt: '2026-12-09T02:00:00.000Z' },
    reply: answer,
    supervise: { level: 'centre', demand: '请尽快办结。', days: 1 },
    askCitizen: { question: '请补充具体位置。' },
  };
  const texts = { text: '正在办理。', answer: '您好，已说明。', title: '夜间施工' };
  const own = inputs[name] ?? { ...words, ...texts };
  return about === 'ticket' ? own : { ...own, [`${about}Id`]: target };
}
