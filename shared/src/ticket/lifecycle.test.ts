import { expect, test } from 'vitest';
import { bySystem } from '../people/permissions.ts';
import { openActions, takeAction, verbNamed } from './lifecycle.ts';
import { type TicketStatus, ticketStatuses } from './model/ticket.ts';
import { inputOf, momentFor, moments, scenes } from './testing/scenes.test-support.ts';
import { cast, moment, type Who } from './testing/town.test-support.ts';
import { verbNames, verbs } from './verbs/index.ts';

const letters: Record<TicketStatus, string> = {
  awaitingDispatch: 'D',
  awaitingCitizen: 'C',
  handling: 'H',
  shelved: 'S',
  awaitingReview: 'R',
  awaitingCallback: 'B',
  closed: 'X',
};

test('the life cycle on one screen: which verb, about what, in which status, to which, and who', {
  timeout: 60_000,
}, () => {
  const seen = Object.fromEntries(verbNames.map((name) => [name, { who: new Set<string>(), to: new Set<string>() }]));
  for (const { c, at } of Object.values(scenes()).flatMap((c) => moments.map((at) => ({ c, at })))) {
    const tried = new Set<string>();
    for (const who of Object.keys(cast) as Who[]) {
      for (const action of openActions(c, moment(at, { actor: cast[who] }))) {
        if (action.disabledReason !== null) continue;
        seen[action.name]?.who.add(roleOf(who));
        // What becomes of the ticket does not depend on which of them it was.
        const key = `${action.name} ${action.target}`;
        if (tried.has(key)) continue;
        tried.add(key);
        const input = inputOf(action, c, who);
        const { case: after } = takeAction(c, action.name, action.version, input, {
          ...momentFor(at, input),
          actor: cast[who],
        });
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
    const about = verb.about + (verbNamed(name).needs?.other ? '+1' : '');
    const row = `${name.padEnd(16)} ${verb.term.padEnd(7, '　')} ${about.padEnd(9)} ${cells} ${to.padEnd(11)} ${who}`;
    return `${row}${verb.additive ? ' (additive)' : ''}`;
  });
  expect(`\n${rows.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    dispatch         派单　　　　　 ticket    DC····· C→H D→H     agent dispatcher
    designate        指定承办　　　 ticket    DC····· D→H         dispatcher supervisor
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
    settleClocks     时限转正　　　 ticket    DCHSRBX             clock (additive)
    approveReturn    同意退单　　　 request   D·H·R·· H→D         dispatcher supervisor handler head
    refuseReturn     不同意退单　　 request   D·HSR··             dispatcher supervisor handler head
    refuseQuestion   不予转问　　　 request   D·HSR··             agent dispatcher
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
    claim            认领　　　　　 ticket    DCH·RB·             agent dispatcher reviewer callbackAgent supervisor handler head (additive)
    assign           分配　　　　　 ticket    DCH·RB·             dispatcher supervisor manager handler head (additive)
    urge             催办　　　　　 ticket    DCHSR··             agent dispatcher reviewer callbackAgent supervisor citizen (additive)
    supervise        督办　　　　　 ticket    D·HSRB·             supervisor manager (additive)
    answerOrder      答复督办　　　 order     D·HSRB·             handler head (additive)
    endSupervision   解除督办　　　 order     D·HSRBX             supervisor manager (additive)
    revokeCard       撤牌　　　　　 card      D·HSRBX             supervisor (additive)
    excuse           考核剔除　　　 ticket    D·HSRBX             supervisor (additive)
    publish          公开　　　　　 ticket    ·····BX             reviewer (additive)
    unpublish        撤销公开　　　 ticket    D·H·RBX             reviewer supervisor (additive)
    withdraw         撤诉　　　　　 appeal    DCHSR·· C→X D→X H→X R→X S→X agent dispatcher reviewer citizen
    reopen           撤销办结　　　 ticket    ······X X→B X→D     reviewer supervisor
    archive          归档　　　　　 ticket    ······X             reviewer supervisor clock
    autoSign         系统签收　　　 dispatch  DCHSR··             clock
    yellowCard       黄牌预警　　　 dispatch  DCHSR··             clock (additive)
    redCard          办理超期红牌　 dispatch  DCHSR··             clock (additive)
    endQuestion      补充期满　　　 ticket    DCHSR··             clock
    applyCalendar    日历更正　　　 ticket    DCHSRB·             clock (additive)
    "
  `);
});

/** One person stands for each role; a clerk above the dispatch is the parent who judges. */
const roleOf = (who: Who) => (['water', 'east', 'gas', 'roads'].includes(who) ? 'handler' : who);
