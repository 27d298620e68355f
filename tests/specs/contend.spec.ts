import { eventsOf } from '@hotline/db/cases/events';
import { Refusal } from '@hotline/shared/refusal';
import { type OpenAction, takeAction } from '@hotline/shared/ticket/lifecycle';
import type { Case } from '@hotline/shared/ticket/model/case';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOp, cast, type History, inputOf, openHistory, pick } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { runs } from '../support/runs.ts';

let h: TestHotline;
let history: History;
beforeAll(async () => {
  h = await openHotline();
  history = await openHistory(h);
});
afterAll(() => h.close());

type Stale = { version: number; changes: { verb: string; by: string | null; fields: string[] }[] };
type Attempt = { who: string; action: OpenAction; input: Record<string, unknown> };

/** What each of these people could do to the case as it stands; they all look at it at the same moment. */
function attempts(c: Case, ops: readonly { who: number; what: number; which: number; extra: number }[]): Attempt[] {
  const names = [...history.actors.entries()];
  // Two tickets at once have their own story; everybody closing it at once is no contest.
  const open = history
    .open(c)
    .filter(
      ({ action: { name } }) => name !== 'merge' && name !== 'split' && (name !== 'close' || ops.length % 2 === 0),
    );
  return ops.flatMap((op) => {
    const chosen = pick(open, op.who);
    const who = names.find(([, actor]) => actor === chosen?.actor)?.[0];
    return chosen && who ? [{ who, action: chosen.action, input: inputOf(chosen.action, op, h.clock.now) }] : [];
  });
}

/** The accepted verbs, one after the other in the order of the log, through the pure life cycle. */
async function replay(before: Case, accepted: readonly Attempt[]): Promise<Case> {
  const events = (await eventsOf(h.store.reader, before.ticket.id)).slice(before.ticket.version);
  const left = [...accepted];
  let c = before;
  for (const event of events) {
    const i = left.findIndex(
      ({ who, action }) =>
        action.name === event.verb && action.target === event.childId && history.actors.get(who)?.id === event.actorId,
    );
    const [attempt] = i < 0 ? [] : left.splice(i, 1);
    const actor = attempt && history.actors.get(attempt.who);
    if (!attempt || !actor) throw new Error(`nobody did ${event.verb}`);
    const person = [...history.actors.values()].find(({ id }) => id === attempt.input['personId']);
    const unattended = h.hotline.catalog.moment(c.ticket.centreId, h.clock.now, actor);
    const moment = person ? { ...unattended, person } : unattended;
    c = takeAction(c, attempt.action.name, attempt.action.version, attempt.input, moment).case;
  }
  return c;
}

const numRuns = runs(300, 100);
test(`${numRuns} times 2 to 5 people act on one ticket at once: nothing is overwritten, every accepted verb is one event, losers are told why`, {
  timeout: 60_000 + numRuns * 200,
}, async () => {
  const clients = new Map<string, Awaited<ReturnType<TestHotline['as']>>>();
  for (const name of cast) clients.set(name, await h.as(name));
  const count = { accepted: 0, lost: 0, stale: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(anOp, { maxLength: 5 }),
      fc.array(anOp, { minLength: 2, maxLength: 5 }),
      async (past, now) => {
        history.tickets.length = 0;
        await history.log(now[0] as (typeof now)[number]);
        for (const op of past) await history.play({ ...op, what: 30 + (op.what % 70) });
        const lived = await history.case(history.tickets[0] ?? '');
        // Nobody contends for a closed ticket: a fresh one then.
        const before =
          lived?.ticket.status === 'closed' ? (await history.log(now[0] as (typeof now)[number])).case : lived;
        if (!before) throw new Error('no case');
        const { id } = before.ticket;
        const tried = attempts(before, now);
        const outcomes = await Promise.allSettled(
          tried.map(({ who, action, input }) => clients.get(who)?.act(id, action.name, action.version, input as never)),
        );
        const after = await history.case(id);
        const accepted = tried.filter((_, i) => outcomes[i]?.status === 'fulfilled');
        const events = await eventsOf(h.store.reader, id);
        expect(after?.ticket.version).toBe(before.ticket.version + accepted.length);
        expect(events.map((e) => e.version)).toEqual(events.map((_, i) => i + 1));
        expect(after).toEqual(await replay(before, accepted));
        for (const [i, outcome] of outcomes.entries()) {
          if (outcome.status === 'fulfilled') {
            count.accepted += 1;
            continue;
          }
          count.lost += 1;
          const error: unknown = outcome.reason;
          expect(error).toBeInstanceOf(Refusal);
          const { code, message, details } = error as Refusal;
          expect(message.length).toBeGreaterThan(3);
          expect(['stale', 'wrongStatus', 'conflict', 'invalid', 'notFound'], `${code} ${message}`).toContain(code);
          if (code !== 'stale') continue;
          count.stale += 1;
          const { version, changes } = details as Stale;
          const seen = tried[i]?.action.version ?? 0;
          expect(version).toBeGreaterThan(seen);
          expect(changes.length).toBeGreaterThanOrEqual(version - seen);
          for (const { verb, fields } of changes) {
            expect(accepted.map((a) => a.action.name)).toContain(verb);
            expect(fields.length, verb).toBeGreaterThan(0);
          }
        }
      },
    ),
    { numRuns, endOnFailure: true },
  );
  expect(count.accepted).toBeGreaterThan(numRuns);
  expect(count.stale).toBeGreaterThan(numRuns / 6);
  const log = await h.store.reader.selectFrom('event').select('seq').orderBy('seq').execute();
  expect(log.map((e) => e.seq)).toEqual(log.map((_, i) => i + 1));
});

test('a clerk whose colleague asked for a return of the same signed dispatch is told so', async () => {
  history.tickets.length = 0;
  const { id } = (await history.log({ what: 0, who: 1, which: 1, extra: 1 })).case.ticket;
  const sent = await (await h.as('dispatcher')).act(id, 'dispatch', 1, { leadId: 'gas', assistIds: [] });
  const dispatchId = sent.dispatches[0]?.id ?? '';
  const clerk = await h.as('gas');
  const { version } = (await clerk.act(id, 'sign', 1, { dispatchId })).dispatches[0] ?? { version: 0 };
  const said = { dispatchId, reasonCode: 'notOurDuty', reason: '不属于本单位职责范围。' };
  await (await h.as('gas.head')).act(id, 'requestReturn', version, said);
  await clerk.act(id, 'progress', null, { dispatchId, text: '正在核实。' });
  await (await h.as('supervisor')).act(id, 'excuse', null, { dispatchId, reason: '系统故障期间无法办理。' });
  await expect(clerk.act(id, 'subDispatch', version, { dispatchId, departmentId: 'gas-01' })).rejects.toMatchObject({
    code: 'stale',
    details: { version: version + 1, changes: [{ verb: 'requestReturn', by: '市燃气集团负责人' }] },
  });
});
