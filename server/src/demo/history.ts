import { findCase } from '@hotline/db/cases';
import type { Store } from '@hotline/db/open';
import type { Actor } from '@hotline/shared/people/actor';
import type { VerbName } from '@hotline/shared/ticket/actions/index';
import { type Case, lead } from '@hotline/shared/ticket/case';
import { isOpen } from '@hotline/shared/ticket/dispatch';
import { openActions } from '@hotline/shared/ticket/lifecycle';
import { type Hotline, openHotline } from '../hotline.ts';
import { act } from '../tickets/act.ts';
import { logAppeal } from '../tickets/log.ts';
import { sweep } from '../timers/alarms.ts';
import { type Chance, openChance } from './chance.ts';
import { centre, responsible } from './city/city.ts';
import { centrePath, departmentPaths } from './found.ts';
import { type Matter, matters } from './matters.ts';

type Task = { at: number; run: () => Promise<void> };
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Thirty days in the life of the city, in order of time, every change through the same verbs its people use. */
export async function liveThrough(store: Store, now: string, days: number, perDay: number): Promise<number> {
  const chance = openChance(12345);
  const end = Date.parse(now);
  let clock = end - days * day;
  const hotline: Hotline = { ...(await openHotline(store)), now: () => new Date(clock).toISOString() };
  const tasks: Task[] = [];
  const plan = (at: number, run: Task['run']) => {
    if (at < end) tasks.push({ at, run });
  };
  for (let d = 0; d < days; d++) {
    for (let i = 0; i < perDay; i++) {
      const at = end - (days - d) * day + chance.between(0, day);
      plan(at, () => citizenCalls(hotline, chance, plan, () => clock));
    }
  }
  let swept = clock;
  let logged = 0;
  while (tasks.length > 0) {
    let first = 0;
    for (let i = 1; i < tasks.length; i++) if ((tasks[i]?.at ?? 0) < (tasks[first]?.at ?? 0)) first = i;
    const [task] = tasks.splice(first, 1);
    if (!task) break;
    if (task.at - swept > hour) {
      clock = swept = task.at;
      await sweep(hotline);
    }
    clock = task.at;
    await task.run();
    logged += 1;
  }
  clock = end;
  await sweep(hotline);
  await hotline.writer.close();
  return logged;
}

type Plan = (at: number, run: Task['run']) => void;

async function citizenCalls(hotline: Hotline, chance: Chance, plan: Plan, clock: () => number): Promise<void> {
  const matter = matters(chance);
  const agent = person('agent');
  const { case: c } = await logAppeal(hotline, { actor: agent, centreId: centre.code, input: matter.input });
  const id = c.ticket.id;
  const open = c.appeals[0];
  if (matter.input.kind === 'inquiry' && chance.happens(0.6) && open) {
    plan(clock() + chance.between(2, 8) * minute, () =>
      tryTo(hotline, agent, id, 'answer', () => ({ appealId: open.id, answer: matter.publicReply })),
    );
    return;
  }
  plan(clock() + chance.between(5, 180) * minute, () => dispatcherSends(hotline, chance, plan, clock, id, matter));
}

async function dispatcherSends(
  hotline: Hotline,
  chance: Chance,
  plan: Plan,
  clock: () => number,
  id: string,
  matter: Matter,
) {
  const level2 = matter.input.categoryId?.slice(0, 5) ?? '';
  const leadId = responsible[level2] ?? 'urban';
  const other = matter.districtCode;
  const assistIds = chance.happens(0.18) && other !== leadId ? [other] : [];
  await tryTo(hotline, person('dispatcher'), id, 'dispatch', () => ({ leadId, assistIds }));
  for (const code of [leadId, ...assistIds]) {
    const slow = chance.happens(0.06);
    plan(clock() + (slow ? chance.between(26, 50) * hour : chance.between(20, 600) * minute), () =>
      departmentWorks(hotline, chance, plan, clock, id, code, matter),
    );
  }
}

async function departmentWorks(
  hotline: Hotline,
  chance: Chance,
  plan: Plan,
  clock: () => number,
  id: string,
  code: string,
  matter: Matter,
) {
  const clerk = person(code);
  const turn = (c: Case) => c.dispatches.find((d) => d.departmentId === code && isOpen(d));
  await tryTo(hotline, clerk, id, 'sign', (c) => target(turn(c)));
  if (chance.happens(0.08))
    plan(clock() + chance.between(5, 30) * hour, () =>
      tryTo(hotline, person('agent'), id, 'urge', () => ({ note: '市民再次来电询问办理进展。' })),
    );
  const late = chance.happens(0.035);
  const due = (await caseOf(hotline, id))?.dispatches.find((d) => d.departmentId === code)?.dueAt;
  const left = due ? Date.parse(due) - clock() : day;
  const replyAt = clock() + (late ? left + chance.between(2, 30) * hour : left * (0.1 + 0.75 * chance.next()));
  plan(replyAt, () => departmentReplies(hotline, chance, plan, clock, id, code, matter));
}

async function departmentReplies(
  hotline: Hotline,
  chance: Chance,
  plan: Plan,
  clock: () => number,
  id: string,
  code: string,
  matter: Matter,
) {
  const c = await caseOf(hotline, id);
  const turn = c?.dispatches.find((d) => d.departmentId === code && isOpen(d));
  if (!c || !turn) return;
  if (lead(c)?.id === turn.id && c.dispatches.some((d) => d.role === 'assist' && isOpen(d))) {
    // The lead waits for its assists: it looks again in a while.
    plan(clock() + chance.between(3, 8) * hour, () =>
      departmentReplies(hotline, chance, plan, clock, id, code, matter),
    );
    const assist = c.dispatches.find((d) => d.role === 'assist' && isOpen(d));
    if (assist) await departmentReplies(hotline, chance, plan, clock, id, assist.departmentId, matter);
    return;
  }
  const solved = chance.happens(0.82) ? 'solved' : chance.happens(0.6) ? 'explained' : 'partly';
  await tryTo(hotline, person(code), id, 'reply', (now) => ({
    ...target(now.dispatches.find((d) => d.id === turn.id)),
    contactedBy: 'phone',
    contactedAt: new Date(clock() - chance.between(20, 200) * minute).toISOString(),
    actuality: 'confirmed',
    solved,
    ...(solved === 'partly' ? { unsolvedReason: '涉及多个单位，已列入计划分步推进。' } : {}),
    handling: matter.handling,
    publicReply: matter.publicReply,
  }));
  plan(clock() + chance.between(20, 240) * minute, async () => {
    await tryTo(hotline, person(`${code}.head`), id, 'approveReply', (now) =>
      target(now.dispatches.find((d) => d.id === turn.id)),
    );
    if (turn.role === 'lead')
      plan(clock() + chance.between(30, 400) * minute, () => reviewerDecides(hotline, chance, plan, clock, id, matter));
  });
}

async function reviewerDecides(
  hotline: Hotline,
  chance: Chance,
  plan: Plan,
  clock: () => number,
  id: string,
  matter: Matter,
) {
  const c = await caseOf(hotline, id);
  const turn = c && lead(c);
  if (!c || !turn || turn.status !== 'replied') return;
  if (chance.happens(0.06)) {
    await tryTo(hotline, person('reviewer'), id, 'sendBackReply', () => ({
      dispatchId: turn.id,
      note: '答复未说明完成时间，请补充后再报。',
    }));
    plan(clock() + chance.between(2, 12) * hour, () =>
      departmentReplies(hotline, chance, plan, clock, id, turn.departmentId, matter),
    );
    return;
  }
  await tryTo(hotline, person('reviewer'), id, 'acceptReply', () => ({ dispatchId: turn.id }));
  plan(clock() + chance.between(4, 50) * hour, () => callbackAgentCalls(hotline, chance, id));
}

async function callbackAgentCalls(hotline: Hotline, chance: Chance, id: string) {
  const c = await caseOf(hotline, id);
  for (const appeal of c?.appeals.filter((a) => a.status === 'answered') ?? []) {
    const reached = chance.happens(0.9);
    const happy = chance.happens(0.86);
    await tryTo(hotline, person('callback'), id, 'recordCallback', () => ({
      appealId: appeal.id,
      reached: reached ? 'reached' : 'unreachable',
      ...(reached
        ? {
            contacted: 'yes',
            solved: happy ? 'yes' : 'no',
            satisfaction: happy ? (chance.happens(0.7) ? 'satisfied' : 'fairlySatisfied') : 'dissatisfied',
          }
        : {}),
    }));
  }
}

/** Acts if the verb is open to this person now; people of a real city also find that somebody was quicker. */
async function tryTo(
  hotline: Hotline,
  actor: Actor,
  ticketId: string,
  verb: VerbName,
  input: (c: Case) => Record<string, unknown>,
) {
  const c = await caseOf(hotline, ticketId);
  if (!c) return;
  const filled = input(c);
  const moment = hotline.catalog.moment(c.ticket.centreId, hotline.now());
  const open = openActions(actor, c, moment).find(
    (o) =>
      o.name === verb &&
      o.disabledReason === null &&
      (o.target === null || o.target === (filled['dispatchId'] ?? filled['appealId'])),
  );
  if (open) await act(hotline, { actor, ticketId, verb, version: open.version, input: filled });
}

const caseOf = (hotline: Hotline, id: string) => findCase(hotline.store.reader, id);
const target = (d: { id: string } | undefined) => ({ dispatchId: d?.id ?? '' });

const known = new Map<string, Actor>();
function person(username: string): Actor {
  const actor = known.get(username) ?? actorNamed(username);
  known.set(username, actor);
  return actor;
}
function actorNamed(username: string): Actor {
  const [code = '', head] = username.split('.');
  const path = departmentPaths.get(code);
  if (path)
    return {
      type: 'person',
      id: `p-${username}`,
      name: username,
      grants: [{ role: 'handler', path }, ...(head ? [{ role: 'departmentHead' as const, path }] : [])],
    };
  const role = username === 'callback' ? 'callbackAgent' : (username as 'agent' | 'dispatcher' | 'reviewer');
  return { type: 'person', id: `p-${username}`, name: username, grants: [{ role, path: centrePath }] };
}
