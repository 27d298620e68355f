import { parseAudience } from '@hotline/db/store/schema';
import { verify } from '@hotline/server/jobs/verify';
import { system } from '@hotline/shared/people/actor';
import { audienceOf } from '@hotline/shared/people/scope';
import { openActions } from '@hotline/shared/ticket/lifecycle';
import { expect } from 'vitest';
import type { TestHotline } from '../hotline.ts';
import { changeCalendar } from './calendar.ts';
import { type Happening, openClocks } from './clocks.ts';
import { broken } from './invariants.ts';
import { type Chosen, isRefusal, type Life, openLife } from './life.ts';
import { compareSight } from './sight.ts';
import type { Step } from './steps.ts';

/** How often each verb was accepted and each refusal given, over all lives of a run. */
export type Tally = { verbs: Map<string, number>; refusals: Map<string, number>; steps: number };
export const emptyTally = (): Tally => ({ verbs: new Map(), refusals: new Map(), steps: 0 });
const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

/** Lives through the steps on a fresh hotline; after each all that must hold is looked at. Fails with the story so far. */
export async function liveThrough(h: TestHotline, steps: readonly Step[], tally: Tally): Promise<void> {
  const life = await openLife(h);
  const clocks = openClocks((centreId, at) => h.hotline.catalog.moment(centreId, at, system));
  const archived = new Map<string, number>();
  const story: string[] = [];
  let seq = 0;
  const tell = (words: string) => void story.push(`${localTime(h.clock.now)}  ${words}`);

  /** What the log says happened since the last look, checked against what was accepted. */
  const look = async (accepted: number, wasSwept: boolean) => {
    const rows = await h.store.reader.selectFrom('event').selectAll().where('seq', '>', seq).orderBy('seq').execute();
    expect(
      rows.map((e) => e.seq),
      'the log has no gaps',
    ).toEqual(rows.map((_, i) => seq + i + 1));
    const pairs = rows.filter((e) => e.verb === 'merge' || e.verb === 'split').length / 2;
    expect(rows.length - pairs, 'one event for each accepted change and ticket').toBe(accepted);
    seq += rows.length;
    for (const [id, events] of Map.groupBy(rows, (e) => e.ticketId)) {
      expect(archived.has(id), `${id} is archived and changes no more`).toBe(false);
      const c = await life.caseOf(id);
      expect(c.ticket.version, 'the version counts the events').toBe(events.at(-1)?.version);
      expect(parseAudience(events.at(-1)?.audienceAfter ?? null)).toEqual(audienceOf(c));
      const happened = events.map(({ ticketId, verb, childId, at, fields }): Happening => {
        count(tally.verbs, verb);
        return { ticketId, verb, childId, at, fields: JSON.parse(fields) as string[] };
      });
      for (const [i, one] of happened.entries()) clocks.follow(one, c, happened.slice(i + 1));
      for (const [name, actual, expected] of clocks.compare(c))
        expect(actual, `the clock of ${name}, ${id.slice(-4)}:`).toBe(expected);
      if (c.ticket.archivedAt !== null) archived.set(id, c.ticket.version);
    }
    const looked = wasSwept ? life.tickets : [...new Set(rows.map((e) => e.ticketId))];
    for (const id of looked) {
      const c = await life.caseOf(id);
      const words = broken(c, h.clock.now, wasSwept);
      expect(words, `${id} (${c.ticket.status}): ${words.join('; ')}`).toEqual([]);
    }
  };

  for (const [i, step] of steps.entries()) {
    try {
      const { accepted, wasSwept } = await happen(h, life, clocks, step, tell, tally);
      await look(accepted, wasSwept);
      if (i % 10 === 9) await compareSight(h, life, i);
      tally.steps += 1;
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${story.slice(-60).join('\n')}\n`, {
        cause: error,
      });
    }
  }
  const { checks } = await verify(h.store);
  expect(checks.filter((c) => !c.ok)).toEqual([]);
}

type Clocks = ReturnType<typeof openClocks>;

async function happen(
  h: TestHotline,
  life: Life,
  clocks: Clocks,
  step: Step,
  tell: (words: string) => void,
  tally: Tally,
) {
  const refused = (who: string, error: unknown) => {
    const { code, message, details } = isRefusal(error);
    const why = (details as { why?: string } | undefined)?.why;
    count(tally.refusals, why ? `${code} ${why}` : code);
    tell(`  ${who} is refused: ${code} ${message}`);
    expect(message, code).toMatch(/\p{Script=Han}/u);
    return { code, message };
  };
  const told = ({ who, action, ticketId, input }: Chosen) =>
    `${who} ${action.name} ${ticketId.slice(-4)} ${JSON.stringify(input)} @${action.version}`;
  if (step.t === 'together') {
    const first = await life.choose(step.ops[0] ?? { what: 0, who: 0, which: 0, extra: 0 });
    if (!first) return { accepted: 0, wasSwept: false };
    const chosen = [first];
    for (const op of step.ops.slice(1)) {
      const next = await life.choose(op, false, op.what % 4 === 0 ? life.tickets : [first.ticketId]);
      if (next) chosen.push(next);
    }
    tell(`together: ${chosen.map(told).join(' | ')}`);
    const outcomes = await Promise.allSettled(chosen.map((c) => life.send(c)));
    for (const [i, o] of outcomes.entries()) if (o.status === 'rejected') refused(chosen[i]?.who ?? '', o.reason);
    return { accepted: outcomes.filter((o) => o.status === 'fulfilled').length, wasSwept: false };
  }
  const { op } = step;
  if (step.t === 'calendar') {
    const { words, data, changed } = await changeCalendar(h, op);
    tell(words);
    if (data) clocks.changeCalendar(data);
    return { accepted: changed, wasSwept: false };
  }
  if (step.t === 'wait') {
    const acts = await life.wait(op);
    tell(`the clock acts ${acts} times`);
    return { accepted: acts, wasSwept: true };
  }
  if (step.t === 'act') {
    const chosen = await life.choose(op);
    if (!chosen) return { accepted: 0, wasSwept: false };
    tell(told(chosen));
    await agree(h, life, chosen);
    const refusal = await life.send(chosen).then(
      () => null,
      (error: unknown) => refused(chosen.who, error),
    );
    // What is offered is never refused for who asks or when, only for what he wrote, or for another thing that he named.
    const named = chosen.action.name === 'merge' || chosen.action.name === 'excuse' ? ['wrongStatus', 'stale'] : [];
    if (refusal)
      expect(['invalid', 'conflict', 'notFound', ...named], `${refusal.code} ${refusal.message}`).toContain(
        refusal.code,
      );
    return { accepted: refusal ? 0 : 1, wasSwept: false };
  }
  if (step.t === 'try') {
    const isDisabled = op.extra % 2 === 0;
    const chosen = isDisabled ? await life.choose(op, true) : await life.tryAnything(op);
    if (!chosen) return { accepted: 0, wasSwept: false };
    tell(`${isDisabled ? 'disabled' : 'anything'}: ${told(chosen)}`);
    const refusal = await life.send(chosen).then(
      () => null,
      (error: unknown) => refused(chosen.who, error),
    );
    if (isDisabled)
      expect(refusal?.message, 'refused in the words beside the button').toBe(chosen.action.disabledReason);
    return { accepted: refusal ? 0 : 1, wasSwept: false };
  }
  tell(step.t);
  const target = step.t === 'join' ? life.tickets.at(-1 - (op.which % 8)) : undefined;
  const refusal = await (step.t === 'portal' ? life.portal(op) : life.log(op, target)).then(
    (words) => void tell(`  ${words.slice(-30)}`),
    (error: unknown) => refused(step.t, error),
  );
  return { accepted: refusal ? 0 : 1, wasSwept: false };
}

/** The API offers whom it may exactly what the life cycle does. */
async function agree(h: TestHotline, life: Life, { who, ticketId }: Chosen): Promise<void> {
  const answer = await life.client(who).call('ticket', { params: { id: ticketId } });
  const c = await life.caseOf(ticketId);
  const actor = life.actors.get(who);
  if (actor)
    expect(answer.openActions).toEqual(openActions(c, h.hotline.catalog.moment(c.ticket.centreId, h.clock.now, actor)));
}

const localTime = (at: string) => {
  const local = new Date(Date.parse(at) + 480 * 60_000);
  return `${['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][local.getUTCDay()]} ${local.toISOString().slice(0, 19).replace('T', ' ')}`;
};
