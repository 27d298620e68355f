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
    designate       ticket   D······ 指定承办
    answer          appeal   DC····· 直接答复
    decline         appeal   DC····· 不予受理
    handOff         appeal   DC····· 移送
    askCitizen      appeal   D·H···· 请市民补充
    markInvalid     appeal   DC····· 认定无效
    supplement      appeal   DCHSR·· 市民补充 additive
    sign            dispatch D·HSR·· 签收
    reply           dispatch D·H·R·· 答复
    approveReply    dispatch D·H·R·· 审核通过
    rejectReply     dispatch D·H·R·· 审核退回
    progress        dispatch D·HSR·· 阶段性答复 additive
    subDispatch     dispatch D·H···· 转派下级
    requestReturn   dispatch D·H···· 申请退单
    requestExtension dispatch D·H···· 申请延期
    requestShelving dispatch ··H···· 申请挂账
    askQuestion     dispatch D·H···· 请市民补充
    recall          dispatch D·H·R·· 收回
    cancelRequest   request  D·HSR·· 撤回申请
    acceptReply     dispatch D·H·R·· 采纳答复
    sendBackReply   dispatch D·H·R·· 退回修改
    approveReturn   request  D·H·R·· 同意退单
    refuseReturn    request  D·HSR·· 不同意退单
    grantExtension  request  D·H·R·· 同意延期
    denyExtension   request  D·HSR·· 不同意延期
    approveShelving request  ··H···· 同意挂账
    refuseShelving  request  ··H···· 不同意挂账
    rework          ticket   ····RB· 重办
    refuseRework    ticket   ····R·· 不予重办
    recordCallback  appeal   ·····BX 回访
    close           ticket   ·····B· 办结
    correctAnswer   appeal   ·····BX 更正答复
    redispatch      ticket   ··H···· 改派
    addAssist       ticket   ··H···· 增加协办
    releaseAssist   dispatch D·H·R·· 解除协办
    merge           ticket   DCHS··· 并单
    split           ticket   D·H···· 拆单
    endShelving     ticket   ···S··· 解除挂账
    amend           ticket   DCH···· 修改
    urge            ticket   DCHSR·· 催办 additive
    supervise       ticket   D·HSRB· 督办 additive
    answerOrder     order    D·HSRB· 答复督办 additive
    endSupervision  order    D·HSRBX 解除督办 additive
    revokeCard      card     D·HSRBX 撤牌 additive
    excuse          ticket   D·HSRBX 考核剔除 additive
    claim           ticket   DCH·RB· 认领 additive
    assign          ticket   DCH·RB· 分配 additive
    publish         ticket   ·····BX 公开 additive
    unpublish       ticket   D·H·RBX 撤销公开 additive
    withdraw        appeal   DCHSR·· 撤诉
    reopen          ticket   ······X 撤销办结
    archive         ticket   ······X 归档
    autoSign        dispatch DCHSR·· 系统签收 clock
    yellowCard      dispatch DCHSR·· 黄牌预警 additive clock
    redCard         dispatch DCHSR·· 红牌超期 additive clock
    endQuestion     ticket   DCHSR·· 补充期满 clock
    applyCalendar   ticket   DCHSR·· 日历更正 additive clock
    "
  `);
});
