import type { Case } from '../model/case.ts';
import { answer, dispatched, does, joined, logged, monday, type Who } from './town.test-support.ts';

const later = '2026-11-03T02:00:00.000Z';
const reason = { reasonCode: 'complex', reason: '需会同多个单位现场核查。' };
const dispatch = (c: Case, id: string) => ({
  dispatchId: c.dispatches.findLast((d) => d.departmentId === id)?.id ?? '',
});
const signs = (c: Case, who: Who, at = monday) => does(c, who, 'sign', dispatch(c, who), at);
const replies = (c: Case, who: Who, at = monday) => does(c, who, 'reply', { ...dispatch(c, who), ...answer }, at);

/** Cases with several citizens, several departments and several things pending at once, beside those of the scenes. */
export function crowd(): Record<string, Case> {
  const two = also(logged(), 2, { kind: 'inquiry', service: 'consumer', channel: 'web' });
  const three = also(two, 3, { citizen: { identity: 'anonymous' } });
  const sent = dispatched(three, 'water', ['gas', 'roads']);
  const signed = signs(signs(sent, 'water'), 'gas');
  const passedOn = does(signed, 'water', 'subDispatch', { ...dispatch(signed, 'water'), departmentId: 'east' });
  const below = signs(passedOn, 'east');
  const wanted = does(below, 'east', 'requestExtension', { ...dispatch(below, 'east'), days: 1, ...reason });
  const asked = does(wanted, 'gas', 'askQuestion', { ...dispatch(wanted, 'gas'), reason: '需要市民补充具体位置。' });
  const both = does(asked, 'water', 'requestReturn', {
    ...dispatch(asked, 'water'),
    ...reason,
    reasonCode: 'notOurDuty',
  });
  const put = does(both, 'agent', 'askCitizen', { appealId: 'a2', question: '请补充具体位置。' }, later);
  const shelving = does(signed, 'water', 'requestShelving', {
    ...dispatch(signed, 'water'),
    ...reason,
    reasonCode: 'funds',
    reviewAt: '2026-11-09T02:00:00.000Z',
  });
  const shelved = does(shelving, 'manager', 'approveShelving', { requestId: shelving.requests[0]?.id });
  const plain = signs(dispatched(three, 'roads', ['gas']), 'roads');
  const reported = replies(signs(plain, 'gas'), 'gas');
  const submitted = replies(reported, 'roads');
  const accepted = does(submitted, 'reviewer', 'acceptReply', dispatch(submitted, 'roads'));
  const angry = { reached: 'reached', solved: 'no', satisfaction: 'dissatisfied', reasonCode: 'notSolved' };
  const unhappy = does(accepted, 'callbackAgent', 'recordCallback', { appealId: 'a1', ...angry, note: '仍在施工。' });
  const again = does(unhappy, 'reviewer', 'rework', { note: '请重新核实。' }, later);
  const inHand = signs(again, 'roads', later);
  const closed = does(accepted, 'supervisor', 'close', { note: '已多次联系。' }, later);
  const late = '2026-11-20T02:00:00.000Z';
  const carded = does(
    does(signed, 'clock', 'redCard', dispatch(signed, 'gas'), late),
    'clock',
    'yellowCard',
    dispatch(signed, 'water'),
    '2026-11-16T02:00:00.000Z',
  );
  return {
    'two citizens': two,
    'three citizens': three,
    'three sent': sent,
    'three at work': signed,
    'a child asks, an assist asks, the lead asks': both,
    'the second citizen asked': put,
    'three shelved': shelved,
    'an assist has replied': reported,
    'three before the reviewer': submitted,
    'three answered': accepted,
    'one of three dissatisfied': unhappy,
    'three in a second round': inHand,
    'three closed': closed,
    'two cards': carded,
    'lead returned, child and assist go on': returned(both),
  };
}

const returned = (c: Case): Case =>
  does(c, 'dispatcher', 'approveReturn', { requestId: c.requests.findLast((r) => r.type === 'return')?.id });

function also(c: Case, n: number, said: Parameters<typeof logged>[1]): Case {
  const more = joined(c, n, said);
  if (!more) throw new Error('could not join');
  return more;
}
