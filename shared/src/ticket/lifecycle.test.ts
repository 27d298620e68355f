import { expect, test } from 'vitest';
import { bySystem } from '../people/permissions.ts';
import { verbNames, verbs } from './actions/index.ts';
import { ticketStatuses } from './ticket.ts';

const letters: Record<(typeof ticketStatuses)[number], string> = {
  awaitingDispatch: 'D',
  awaitingCitizen: 'C',
  handling: 'H',
  shelved: 'S',
  awaitingReview: 'R',
  awaitingCallback: 'B',
  closed: 'X',
};

test('the life cycle on one screen: which verb, about what, in which status', () => {
  const rows = verbNames.map((name) => {
    const verb = verbs[name];
    const from: readonly string[] = verb.from;
    const cells = ticketStatuses.map((status) => (from.includes(status) ? letters[status] : '·')).join('');
    const marks = [verb.additive ? 'additive' : '', verb.by === bySystem ? 'clock' : ''].filter(Boolean).join(' ');
    return `${name.padEnd(15)} ${verb.about.padEnd(8)} ${cells} ${verb.term} ${marks}`.trimEnd();
  });
  expect(`\n${rows.join('\n')}\n`).toMatchInlineSnapshot(`
    "
    dispatch        ticket   D······ 派单
    answer          appeal   DC····· 直接答复
    decline         appeal   DC····· 不予受理
    sign            dispatch ··H·R·· 签收
    reply           dispatch ··H·R·· 答复
    approveReply    dispatch ··H·R·· 审核通过
    rejectReply     dispatch ··H·R·· 审核退回
    acceptReply     dispatch ····R·· 采纳答复
    sendBackReply   dispatch ····R·· 退回修改
    recordCallback  appeal   ·····B· 回访
    close           ticket   ·····B· 办结
    amend           ticket   DCH···· 修改
    urge            ticket   DCHSR·· 催办 additive
    withdraw        appeal   DCHSR·· 撤诉
    autoSign        dispatch ··HSR·· 系统签收 clock
    yellowCard      dispatch ··HSR·· 黄牌预警 additive clock
    redCard         dispatch ··HSR·· 红牌超期 additive clock
    "
  `);
});
