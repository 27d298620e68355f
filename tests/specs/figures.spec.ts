import { type FigureFilter, type GroupBy, sumFigure } from '@hotline/db/figureReads';
import type { Contribution } from '@hotline/shared/figures/figure';
import { type FigureName, figureNames, figures } from '@hotline/shared/figures/index';
import type { Case } from '@hotline/shared/ticket/case';
import { addMs, localDate } from '@hotline/shared/time/instant';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anOp, departmentIds, type History, openHistory, pick } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';

let h: TestHotline;
let history: History;
beforeAll(async () => {
  h = await openHotline({ now: '2026-03-02T02:00:00.000Z' });
  history = await openHistory(h);
});
afterAll(() => h.close());

const allCases = async (): Promise<Case[]> => {
  const cases = await Promise.all(history.tickets.map((id) => history.case(id)));
  return cases.filter((c) => c !== null);
};

type Sums = Record<string, { total: number; timely: number; timelyOriginal: number; excluded: number }>;
const add = (sums: Sums, key: string, c: Contribution) => {
  const sum = sums[key] ?? { total: 0, timely: 0, timelyOriginal: 0, excluded: 0 };
  sums[key] = {
    total: sum.total + c.total,
    timely: sum.timely + c.timely,
    timelyOriginal: sum.timelyOriginal + c.timelyOriginal,
    excluded: sum.excluded + c.excluded,
  };
};
const withoutZeros = (sums: Sums): Sums =>
  Object.fromEntries(Object.entries(sums).filter(([, s]) => s.total || s.timely || s.timelyOriginal || s.excluded));

/** The figure by its definition: every contribution whose due lies in the period and has passed. */
function fold(
  name: FigureName,
  cases: readonly Case[],
  take: (c: Contribution) => boolean,
  keyOf: (c: Contribution) => string,
) {
  const sums: Sums = {};
  for (const c of cases) {
    const dues = figures[name].dueAt(c);
    figures[name].contributions(c).forEach((row, i) => {
      if ((dues[i] ?? '') <= h.clock.now && take(row)) add(sums, keyOf(row), row);
    });
  }
  return withoutZeros(sums);
}

const counterTables = async () => {
  const read = async (table: 'figureDay' | 'figureCategoryDay', last: 'role' | 'categoryId') => {
    const rows = await h.store.reader
      .selectFrom(table as 'figureDay')
      .selectAll()
      .execute();
    const sums: Sums = {};
    for (const r of rows as unknown as (Contribution & { figure: string })[])
      add(sums, [r.figure, r.centreId, r.day, r.departmentId, r[last]].join('|'), r);
    return withoutZeros(sums);
  };
  return { byRole: await read('figureDay', 'role'), byCategory: await read('figureCategoryDay', 'categoryId') };
};
const recount = (cases: readonly Case[]) => {
  const [byRole, byCategory]: [Sums, Sums] = [{}, {}];
  for (const name of figureNames)
    for (const c of cases)
      for (const row of figures[name].contributions(c)) {
        const cell = [name, row.centreId, row.day, row.departmentId];
        add(byRole, [...cell, row.role].join('|'), row);
        add(byCategory, [...cell, row.categoryId].join('|'), row);
      }
  return { byRole: withoutZeros(byRole), byCategory: withoutZeros(byCategory) };
};

const dayAround = fc.integer({ min: -20, max: 20 });
const shift = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

test('after random days the counters equal a recount, and every sum equals the fold over the cases', async () => {
  const groups: GroupBy[] = ['none', 'department', 'category', 'day', 'role'];
  const question = fc.record({
    group: fc.constantFrom(...groups),
    from: dayAround,
    length: fc.nat({ max: 40 }),
    under: fc.option(fc.constantFrom(...departmentIds), { freq: 2 }),
    only: fc.option(fc.constantFrom('', ...departmentIds), { freq: 3 }),
    category: fc.option(fc.constantFrom('', 'c0205', 'c0101'), { freq: 3 }),
    role: fc.option(fc.constantFrom('lead', 'assist'), { freq: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anOp, { minLength: 20, maxLength: 40 }),
      fc.array(question, { minLength: 8, maxLength: 8 }),
      async (ops, questions) => {
        for (const op of ops) await history.play(op);
        const cases = await allCases();
        expect(await counterTables()).toEqual(recount(cases));
        const asOfDay = localDate(h.clock.now, 480);
        const { departments } = h.hotline.catalog.directory();
        for (const q of questions) {
          const from = shift(asOfDay, q.from);
          const period = { from, to: shift(from, q.length), asOfDay, asOf: h.clock.now };
          const departmentPath = q.under ? departments.get(q.under)?.path : undefined;
          const filter: FigureFilter = {
            ...(departmentPath ? { departmentPath } : {}),
            ...(q.only === null ? {} : { departmentId: q.only }),
            ...(q.category === null ? {} : { categoryId: q.category }),
            ...(q.role === null ? {} : { role: q.role }),
          };
          for (const name of figureNames) {
            const sums = await sumFigure(
              h.store.reader,
              name,
              cases[0]?.ticket.centreId ?? '',
              period,
              filter,
              q.group,
            );
            const take = (c: Contribution) =>
              c.day >= period.from &&
              c.day <= period.to &&
              (!departmentPath || (departments.get(c.departmentId)?.path ?? '').startsWith(departmentPath)) &&
              (q.only === null || c.departmentId === q.only) &&
              (q.category === null || c.categoryId === q.category) &&
              (q.role === null || c.role === q.role);
            const keyOf = (c: Contribution) =>
              ({ none: '', department: c.departmentId, category: c.categoryId, day: c.day, role: c.role })[q.group];
            expect(Object.fromEntries(sums.map(({ key, ...sum }) => [key, sum]))).toEqual(
              fold(name, cases, take, keyOf),
            );
          }
        }
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
});

test('the rows behind every figure are as many as it says, for every group and for everybody who may ask', async () => {
  let asked = 0;
  for (const who of ['manager', 'urban', 'water.head']) {
    const client = await h.as(who);
    for (const name of figureNames) {
      for (const groupBy of ['none', 'department', 'category', 'day', 'role'] as const) {
        for (const narrowed of [{}, { departmentId: 'urban' }, { role: 'assist' as const }, { categoryId: 'c02' }]) {
          if (who === 'water.head' && 'departmentId' in narrowed) continue;
          const today = localDate(h.clock.now, 480);
          const query = { from: shift(today, -30), to: shift(today, 5), groupBy, ...narrowed };
          const answer = await client.call('figure', { params: { name }, query });
          const chosen = [answer.total, ...answer.rows.slice(0, 3), pick(answer.rows, asked), answer.rows.at(-1)];
          for (const row of chosen) {
            if (!row) continue;
            for (const [part, count] of [
              ['denominator', row.denominator],
              ['numerator', row.numerator],
              ['late', row.late],
              ['excluded', row.excluded],
            ] as const) {
              const drill = Object.fromEntries(new URLSearchParams(row.drill));
              const rows = await client.call('figureRows', { params: { name }, query: { ...drill, part, limit: 200 } });
              expect(rows.items.length, `${who} ${name} ${groupBy} ${row.key} ${part} ${row.drill}`).toBe(
                Math.min(count, 200),
              );
              asked += 1;
            }
          }
        }
      }
    }
  }
  expect(asked).toBeGreaterThan(500);
});

test('a department reads the title of a ticket behind its figure only while it may read the ticket', async () => {
  const dispatcher = await h.as('dispatcher');
  const { ticket } = (await history.log({ what: 0, who: 1, which: 1, extra: 1 })).case;
  const sent = await dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  await dispatcher.act(ticket.id, 'amend', sent.ticket.version, { againstDepartmentId: 'urban' });
  await h.moveTo(addMs(h.clock.now, 30 * 86_400_000));
  const reader = await h.as('urban');
  const items = [];
  for (const part of ['denominator', 'excluded'] as const) {
    const query = { from: '2026-01-01', to: '2026-12-31', limit: 200, part };
    const answer = await reader.call('figureRows', { params: { name: 'departmentTimelyReplyRate' }, query });
    items.push(...answer.items.slice(-40));
  }
  expect(items.map((item) => item.ticketId)).toContain(ticket.id);
  for (const item of items) {
    const isSeen = await reader.call('ticket', { params: { id: item.ticketId } }).then(
      () => true,
      () => false,
    );
    expect(item.title.startsWith('（不在')).toBe(!isSeen);
  }
});
