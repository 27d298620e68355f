import { fitting } from '@hotline/shared/knowledge/articleIndex';
import { lead } from '@hotline/shared/ticket/model/case';
import { logAppeal } from '../../tickets/log.ts';
import { centre } from '../city/city.ts';
import { responsible } from '../city/responsible.ts';
import { caseOf, hour, minute, person, type Step, tryTo } from './world.ts';

/** A citizen calls; what is answered on the line goes no further. */
export const call: Step = async (w, { matter }) => {
  const { hotline, chance } = w;
  const { case: c } = await logAppeal(hotline, {
    actor: person('agent'),
    centreId: centre.code,
    input: matter.input,
  });
  const errand = { id: c.ticket.id, code: '', matter };
  if (matter.input.kind === 'inquiry' && chance.happens(0.6)) {
    w.plan(chance.between(2, 8) * minute, { ...errand, step: 'answer' });
    return;
  }
  w.plan(chance.between(15, 240) * minute, { ...errand, step: 'send' });
};

export const answer: Step = async (w, { id, matter }) => {
  const { citable } = await w.hotline.shelves(centre.code);
  const [fit] = fitting(citable, matter.input.content, []);
  const cites = fit ? [{ articleId: fit.article.id, version: fit.article.version }] : [];
  const told = fit?.article.content.answer ?? matter.publicReply;
  await tryTo(w, person('agent'), id, 'answer', (c) => ({ appealId: c.appeals[0]?.id, answer: told, cites }));
};

/** The dispatcher sends by the duties of the departments; now and then to one that will not have it. */
export const send: Step = async (w, errand) => {
  const { chance } = w;
  const { id, matter } = errand;
  const tried = (await caseOf(w, id))?.dispatches.map((d) => d.departmentId) ?? [];
  const right = responsible[matter.input.categoryId?.slice(0, 5) ?? ''] ?? 'urban';
  const mistaken = tried.length === 0 && right !== 'urban' && chance.happens(0.04);
  const leadId = mistaken || tried.includes(right) ? (tried.includes('urban') ? 'govservice' : 'urban') : right;
  const assistIds = !mistaken && chance.happens(0.18) && matter.districtCode !== leadId ? [matter.districtCode] : [];
  const sent = await tryTo(w, person('dispatcher'), id, 'dispatch', () => ({ leadId, assistIds }));
  if (!sent) return;
  for (const code of [leadId, ...assistIds]) {
    const slow = chance.happens(0.06) ? chance.between(26, 50) * hour : chance.between(20, 600) * minute;
    // What is urgent is telephoned through, and signed for within the half hour, mostly.
    const isUrgent = matter.input.urgency !== undefined && matter.input.urgency !== 'normal';
    w.plan(isUrgent ? chance.between(3, 32) * minute : slow, { ...errand, step: 'work', code });
  }
  if (chance.happens(0.012)) w.plan(chance.between(10, 40) * hour, { ...errand, step: 'supervise', code: leadId });
};

export const urge: Step = async (w, { id }) => {
  await tryTo(w, person('agent'), id, 'urge', () => ({ note: '市民再次来电询问办理进展。' }));
};

/** What is not the department's goes to another; what is, stays. */
export const decideReturn: Step = async (w, errand) => {
  const c = await caseOf(w, errand.id);
  const request = c?.requests.find((r) => r.type === 'return' && r.status === 'open');
  if (!c || !request) return;
  const right = responsible[errand.matter.input.categoryId?.slice(0, 5) ?? ''];
  const justified = right !== errand.code;
  await tryTo(w, person('dispatcher'), errand.id, justified ? 'approveReturn' : 'refuseReturn', () => ({
    requestId: request.id,
    decision: justified ? '情况属实，改派责任单位。' : '按三定方案属你单位职责，请按时办理。',
  }));
  if (justified) w.plan(w.chance.between(10, 90) * minute, { ...errand, step: 'send', code: '' });
};

export const decideExtension: Step = async (w, { id }) => {
  const c = await caseOf(w, id);
  const request = c?.requests.find((r) => r.type === 'extension' && r.status === 'open');
  if (!request) return;
  const granted = w.chance.happens(0.85);
  await tryTo(w, person('reviewer'), id, granted ? 'grantExtension' : 'denyExtension', () => ({
    requestId: request.id,
    decision: granted ? '同意，请向诉求人说明。' : '理由不充分，请在原时限内办结。',
  }));
};

/** The reviewer accepts, or sends back what does not say enough. */
export const review: Step = async (w, errand) => {
  const c = await caseOf(w, errand.id);
  const dispatch = c && lead(c);
  if (dispatch?.status !== 'replied') return;
  if (w.chance.happens(0.06)) {
    await tryTo(w, person('reviewer'), errand.id, 'sendBackReply', () => ({
      dispatchId: dispatch.id,
      note: '答复未说明完成时间，请补充后再报。',
    }));
    w.plan(w.chance.between(2, 12) * hour, { ...errand, step: 'reply', code: dispatch.departmentId });
    return;
  }
  await tryTo(w, person('reviewer'), errand.id, 'acceptReply', () => ({ dispatchId: dispatch.id }));
  w.plan(w.chance.between(4, 50) * hour, { ...errand, step: 'callBack' });
};

export const callBack: Step = async (w, errand) => {
  const { chance } = w;
  const c = await caseOf(w, errand.id);
  for (const appeal of c?.appeals.filter((a) => a.status === 'answered') ?? []) {
    const reached = chance.happens(0.9);
    const happy = chance.happens(0.86);
    await tryTo(w, person('callback'), errand.id, 'recordCallback', () => ({
      appealId: appeal.id,
      reached: reached ? 'reached' : 'unreachable',
      ...(reached ? opinion(happy, chance.happens(0.7), chance.happens(0.35)) : {}),
    }));
    if (!reached) w.plan(chance.between(5, 30) * hour, { ...errand, step: 'callBack' });
  }
  w.plan(chance.between(1, 20) * hour, { ...errand, step: 'decideRework' });
};

const opinion = (happy: boolean, fully: boolean, unsolved: boolean) => ({
  contacted: 'yes',
  solved: happy ? 'yes' : 'no',
  satisfaction: happy ? (fully ? 'satisfied' : 'fairlySatisfied') : 'dissatisfied',
  ...(happy ? {} : unsolved ? { reasonCode: 'notSolved', note: '市民反映问题尚未彻底解决。' } : {}),
});

export const decideRework: Step = async (w, errand) => {
  const asked = (await caseOf(w, errand.id))?.requests.find((r) => r.type === 'rework' && r.status === 'open');
  if (!asked) return;
  const done = await tryTo(w, person('reviewer'), errand.id, 'rework', () => ({
    note: '请到现场核实，解决后当面向诉求人反馈。',
  }));
  const code = (await caseOf(w, errand.id))?.dispatches.at(-1)?.departmentId;
  if (done && code) w.plan(w.chance.between(1, 10) * hour, { ...errand, step: 'work', code });
};

export const supervise: Step = async (w, errand) => {
  await tryTo(w, person('supervisor'), errand.id, 'supervise', () => ({
    level: 'centre',
    demand: '群众反映强烈，请主要负责人牵头，查明原因并限期解决。',
    days: 3,
  }));
  w.plan(w.chance.between(10, 60) * hour, { ...errand, step: 'answerOrder' });
};

export const answerOrder: Step = async (w, { id, code }) => {
  const order = (await caseOf(w, id))?.orders.find((o) => o.answeredAt === null && o.endedAt === null);
  if (!order) return;
  await tryTo(w, person(code), id, 'answerOrder', () => ({
    orderId: order.id,
    answer: '已由分管领导现场督办，明确责任人和完成时间，进展情况随时报送。',
  }));
  await tryTo(w, person('supervisor'), id, 'endSupervision', () => ({ orderId: order.id }));
};
