import { type Case, lead } from '@hotline/shared/ticket/model/case';
import { isOpen } from '@hotline/shared/ticket/model/dispatch';
import { responsible } from '../city/responsible.ts';
import { caseOf, day, hour, minute, person, type Step, tryTo } from './world.ts';

/** A department signs, and asks for what it needs: to be rid of what is not its own, or for more time. */
export const work: Step = async (w, errand) => {
  const { chance } = w;
  const { id, code, matter } = errand;
  const c = await caseOf(w, id);
  const dispatch = c && dispatchOf(c, code);
  if (!c || !dispatch) return;
  const clerk = person(code);
  if (dispatch.role === 'lead' && dispatch.round === 1 && wantsToReturn(w.chance.next(), code, matter)) {
    const asked = await tryTo(w, clerk, id, 'requestReturn', () => ({
      dispatchId: dispatch.id,
      reasonCode: 'notOurDuty',
      reason: '经核实，该事项的管理职责不在本单位，请按职责分工改派。',
    }));
    if (asked) w.plan(chance.between(20, 300) * minute, { ...errand, step: 'decideReturn' });
  }
  await tryTo(w, clerk, id, 'sign', () => ({ dispatchId: dispatch.id }));
  if (chance.happens(0.08)) w.plan(chance.between(5, 30) * hour, { ...errand, step: 'urge' });
  const left = Date.parse(dispatch.dueAt) - w.clock();
  if (dispatch.role === 'lead' && left > 2 * day && chance.happens(0.06)) {
    const asked = await tryTo(w, clerk, id, 'requestExtension', () => ({
      dispatchId: dispatch.id,
      days: chance.between(2, 5),
      reasonCode: 'works',
      reason: '需安排专业队伍进场施工，已告知诉求人预计完成时间。',
    }));
    if (asked) w.plan(chance.between(2, 20) * hour, { ...errand, step: 'decideExtension' });
  }
  const late = chance.happens(0.035);
  w.plan(late ? left + chance.between(2, 30) * hour : left * (0.1 + 0.75 * chance.next()), {
    ...errand,
    step: 'reply',
  });
};

/** The lead waits for its assists: it looks again in a while, and has theirs finished first. */
export const reply: Step = async (w, errand) => {
  const { chance } = w;
  const { id, code, matter } = errand;
  const c = await caseOf(w, id);
  const dispatch = c && dispatchOf(c, code);
  if (!c || !dispatch) return;
  const assist = c.dispatches.find((d) => d.role === 'assist' && isOpen(d));
  if (lead(c)?.id === dispatch.id && assist) {
    w.plan(chance.between(3, 8) * hour, errand);
    await reply(w, { ...errand, code: assist.departmentId });
    return;
  }
  const solved = chance.happens(0.82) ? 'solved' : chance.happens(0.6) ? 'explained' : 'partly';
  await tryTo(w, person(code), id, 'reply', () => ({
    dispatchId: dispatch.id,
    contactedBy: 'phone',
    contactedAt: new Date(w.clock() - chance.between(20, 200) * minute).toISOString(),
    actuality: 'confirmed',
    solved,
    ...(solved === 'partly' ? { unsolvedReason: '涉及多个单位，已列入计划分步推进。' } : {}),
    handling: matter.handling,
    publicReply: matter.publicReply,
  }));
  w.plan(chance.between(20, 240) * minute, { ...errand, step: 'approve' });
};

/** The department's head approves where one must; then the lead's reply is before the centre. */
export const approve: Step = async (w, errand) => {
  const { id, code } = errand;
  const dispatch = (await caseOf(w, id))?.dispatches.findLast((d) => d.departmentId === code);
  if (!dispatch) return;
  await tryTo(w, person(`${code}.head`), id, 'approveReply', () => ({ dispatchId: dispatch.id }));
  if (dispatch.role === 'lead') w.plan(w.chance.between(30, 400) * minute, { ...errand, step: 'review' });
};

const dispatchOf = (c: Case, code: string) => c.dispatches.find((d) => d.departmentId === code && isOpen(d));

/** Mostly what was really sent to the wrong place; sometimes a department just tries. */
const wantsToReturn = (roll: number, code: string, matter: { input: { categoryId?: string | null } }) =>
  roll < (responsible[matter.input.categoryId?.slice(0, 5) ?? ''] === code ? 0.015 : 0.85);
