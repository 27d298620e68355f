import { saveCases } from '@hotline/db/cases/cases';
import { ticketsById } from '@hotline/db/lists/lists';
import { insertPerson, personByUsername } from '@hotline/db/people/people';
import { figureNames } from '@hotline/shared/figures/index';
import type { Grant } from '@hotline/shared/people/actor';
import { audienceOf, type Scope, scopeOf, sees } from '@hotline/shared/people/scope';
import type { Case } from '@hotline/shared/ticket/model/case';
import { dispatchStatuses } from '@hotline/shared/ticket/model/dispatch';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSocket } from '../support/console.ts';
import { cast, type History, openHistory } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let history: History;
beforeAll(async () => {
  h = await openHotline();
  history = await openHistory(h, 600_000);
});
afterAll(() => h.close());

/** Names that are prefixes of each other, or sort around the dot that ends a path. */
const aPath = fc
  .array(fc.constantFrom('a', 'ab', 'a-1', 'a0', 'A', 'b', 'b/', '水', 'z~'), { minLength: 1, maxLength: 4 })
  .map((names) => `${names.join('.')}.`);
const aScope: fc.Arbitrary<Scope> = fc.record({
  centres: fc.array(aPath, { maxLength: 2 }),
  departments: fc.array(aPath, { maxLength: 3 }),
});
const aCase = fc.record({
  centrePath: aPath,
  againstPath: fc.option(aPath, { freq: 2 }),
  dispatches: fc.array(fc.record({ path: aPath, status: fc.constantFrom(...dispatchStatuses) }), { maxLength: 4 }),
});

test('what SQL finds in a scope is what the predicate sees, for random organisations, cases and scopes', async () => {
  const { case: logged } = await history.log({ what: 0, who: 1, which: 1, extra: 1 });
  const dispatcher = await h.as('dispatcher');
  await dispatcher.act(logged.ticket.id, 'dispatch', 1, { leadId: 'gas', assistIds: [] });
  const model = await history.case(logged.ticket.id);
  const dispatch = model?.dispatches[0];
  if (!model || !dispatch) throw new Error('no model');
  let made = 0;
  const cases: Case[] = [];
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(aCase, { minLength: 10, maxLength: 10 }),
      fc.array(aScope, { minLength: 15, maxLength: 15 }),
      async (drawn, scopes) => {
        await h.store.writer.transaction().execute(async (tx) => {
          for (const { centrePath, againstPath, dispatches } of drawn) {
            const id = `s${++made}`;
            const rows = dispatches.map(({ path, status }, i) => ({
              ...{ ...dispatch, id: `${id}-d${i}`, ticketId: id, departmentPath: path, status, nextAlarmAt: null },
            }));
            const ticket = { ...model.ticket, id, number: id, centrePath, againstPath };
            const c: Case = { ...model, ticket, appeals: [], dispatches: rows };
            await saveCases(tx, [{ before: null, after: c }]);
            cases.push(c);
          }
        });
        const some = cases.slice(-60);
        for (const scope of scopes) {
          const found = await ticketsById(
            h.store.reader,
            scope,
            some.map((c) => c.ticket.id),
          );
          const expected = some.filter((c) => sees(scope, audienceOf(c))).map((c) => c.ticket.id);
          expect(found.map((t) => t.id).sort(), JSON.stringify(scope)).toEqual(expected.sort());
          seen += expected.length;
        }
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
  expect(seen).toBeGreaterThan(500);
});

test('list, case, live feed and the rows behind figures agree on what a person may see', async () => {
  const others: [string, Grant[]][] = [
    [
      'two.departments',
      [
        { role: 'handler', path: 'fz.urban.' },
        { role: 'departmentHead', path: 'fz.gas.' },
      ],
    ],
    ['office', [{ role: 'handler', path: 'fz.water.water-01.' }]],
    [
      'parent.and.child',
      [
        { role: 'handler', path: 'fz.water.' },
        { role: 'handler', path: 'fz.water.water-01.' },
      ],
    ],
    ['nothing', []],
  ];
  const known = await personByUsername(h.store.reader, 'gas');
  if (!known) throw new Error('no model');
  const { grants, ...person } = known;
  await h.store.writer.transaction().execute(async (tx) => {
    for (const [username, held] of others) {
      const { n: _, ...row } = person as typeof person & { n?: number };
      await insertPerson(tx, { ...row, id: `p-${username}`, username }, held);
    }
  });
  const cursor = await (await h.as('manager')).call('ticketCounts', {});
  const chance = fc.sample(
    fc.record({ what: fc.nat(999), who: fc.nat(999), which: fc.nat(999), extra: fc.nat(999) }),
    220,
  );
  for (const op of chance) await history.play(op);
  const ids = history.tickets.slice(1);
  const cases = (await Promise.all(ids.map((id) => history.case(id)))).filter((c) => c !== null);
  const probed = ids.filter((_, i) => i % 4 === 0);
  const url = `${(await h.server.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws')}/api/live`;

  for (const username of [...cast, 'manager', 'admin', 'auditor', ...others.map(([name]) => name)]) {
    const client = await h.as(username);
    const scope = scopeOf({
      type: 'person',
      id: '',
      name: '',
      grants: (await personByUsername(h.store.reader, username))?.grants ?? [],
    });
    const expected = new Set(cases.filter((c) => sees(scope, audienceOf(c))).map((c) => c.ticket.id));

    const one = new Set<string>();
    for (const id of probed)
      await client.call('ticket', { params: { id } }).then(
        () => one.add(id),
        () => undefined,
      );
    expect(one, `${username}: one by one`).toEqual(new Set(probed.filter((id) => expected.has(id))));

    const dispatchStatus = dispatchStatuses.filter((s) => s !== 'returned' && s !== 'released').join(',');
    const listed = new Set<string>();
    for (let next: string | null | undefined; next !== null; ) {
      const isCentre = scope.centres.length > 0;
      const page = await client.call('tickets', {
        query: { limit: 37, ...(isCentre ? {} : { dispatchStatus }), ...(next ? { cursor: next } : {}) },
      });
      for (const row of page.items) {
        expect(listed.has(row.id), `${username}: listed twice`).toBe(false);
        listed.add(row.id);
      }
      next = page.nextCursor;
    }
    expect(new Set([...listed].filter((id) => ids.includes(id))), `${username}: listed`).toEqual(expected);

    const socket = await openSocket(url, { cookie: await h.signIn(username) });
    socket.hello({ epoch: cursor.epoch, seq: cursor.seq, scopeVersion: 1 });
    await vi.waitFor(() => expect(socket.heard.at(-1)?.t).toBe('hb'), { timeout: 5_000, interval: 5 });
    const told = socket.heard.flatMap((f) => (f.t === 'ev' ? [f] : []));
    expect(
      new Set(told.filter((f) => f.op === 'up' && ids.includes(f.id)).map((f) => f.id)),
      `${username}: live`,
    ).toEqual(expected);
    for (const f of told) expect(f.row === undefined, `${username}: a row only with what is seen`).toBe(f.op === 'rm');
    socket.socket.terminate();

    for (const name of figureNames) {
      const query = { from: '2026-01-01', to: '2026-12-31', limit: 200 };
      const rows = await client.call('figureRows', { params: { name }, query }).catch(() => ({ items: [] }));
      for (const row of rows.items.filter((r) => !r.title.startsWith('（不在')))
        expect(expected.has(row.ticketId ?? '') || !ids.includes(row.ticketId ?? ''), `${username}: ${name}`).toBe(
          true,
        );
    }
  }
});
