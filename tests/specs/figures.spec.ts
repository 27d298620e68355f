import type { FigureFilter, GroupBy, Question } from '@hotline/db/figures/question';
import { listMembers } from '@hotline/db/figures/rows';
import { sumFigure } from '@hotline/db/figures/sums';
import { foldCounters } from '@hotline/server/jobs/foldCounters';
import { verify } from '@hotline/server/jobs/verify';
import type { Call } from '@hotline/shared/api/client';
import type { Figure } from '@hotline/shared/figures/figure';
import { figureList } from '@hotline/shared/figures/index';
import { isCounted } from '@hotline/shared/figures/verdict';
import type { Case } from '@hotline/shared/ticket/model/case';
import { addMs, localDate } from '@hotline/shared/time/instant';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldFigure } from '../support/fold.ts';
import { anOp, departmentIds, type History, openHistory, pick } from '../support/history.ts';
import { openHotline, type TestHotline } from '../support/hotline.ts';
import { runs } from '../support/runs.ts';

const numRuns = runs(8, 4);
let h: TestHotline;
let history: History;
beforeAll(async () => {
  h = await openHotline({ now: '2026-03-02T02:00:00.000Z', days: 14, perDay: 7 });
  history = await openHistory(h, 1_200_000, true);
});
afterAll(() => h.close());

const allCases = async (): Promise<Case[]> => {
  const tickets = await h.store.reader.selectFrom('ticket').select('id').execute();
  const cases = await Promise.all(tickets.map(({ id }) => history.case(id)));
  return cases.filter((c) => c !== null);
};
const shift = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const today = () => localDate(h.clock.now, 480);
const ask = (figure: Figure, asked: Partial<Question>): Question => ({
  figure,
  centreId: [...h.hotline.catalog.directory().centres.keys()][0] ?? '',
  utcOffsetMinutes: 480,
  from: shift(today(), -400),
  to: shift(today(), 400),
  asOf: h.clock.now,
  isPast: false,
  filter: {},
  ...asked,
});
const summed = async (q: Question, group: GroupBy) =>
  Object.fromEntries(
    (await sumFigure(h.store.reader, q, group)).map(({ key, counts, amount }) => [key, { counts, amount }]),
  );

/** Mostly not asked for, so that not every answer is empty. */
const rarely = <T>(...values: readonly T[]): fc.Arbitrary<T | null> =>
  fc.nat({ max: 99 }).map((n) => (n < 15 ? (pick(values, n) ?? null) : null));
const aFilter = fc.record({
  under: rarely(...departmentIds),
  only: rarely('', ...departmentIds),
  category: rarely('', 'c0205', 'c0101'),
  role: rarely('lead', 'assist', 'none'),
  kind: rarely('help', 'complaint'),
  channel: rarely('phone', 'web'),
  region: rarely('', '350102'),
});
function filterOf(f: typeof aFilter extends fc.Arbitrary<infer F> ? F : never): FigureFilter {
  const path = f.under ? h.hotline.catalog.directory().departments.get(f.under)?.path : undefined;
  return {
    ...(path ? { departmentPaths: [path] } : {}),
    ...(f.only === null ? {} : { departmentId: f.only }),
    ...(f.category === null ? {} : { categoryId: f.category }),
    ...(f.role === null ? {} : { role: f.role }),
    ...(f.kind === null ? {} : { kind: f.kind }),
    ...(f.channel === null ? {} : { channel: f.channel }),
    ...(f.region === null ? {} : { region: f.region }),
  };
}

test('after random days every figure × group × filter in SQL is the fold over the cases, and the counters a recount', async () => {
  const question = fc.record({
    figure: fc.nat({ max: 999 }),
    group: fc.nat({ max: 999 }),
    from: fc.integer({ min: -20, max: 20 }),
    length: fc.nat({ max: 40 }),
    filter: aFilter,
  });
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(anOp, { minLength: 70, maxLength: 100 }),
      fc.array(question, { minLength: 60, maxLength: 60 }),
      fc.nat({ max: 12 }),
      async (ops, questions, folds) => {
        for (const op of ops) await history.play(op);
        // Some of the changes are in the counters, the rest waits.
        for (let i = 0; i < folds; i++) await foldCounters(h.hotline, 100);
        const cases = await allCases();
        const directory = h.hotline.catalog.directory();
        for (const asked of questions) {
          const figure = pick(figureList, asked.figure) as Figure;
          const group = pick<GroupBy>(['none', ...figure.groups], asked.group) ?? 'none';
          const from = shift(today(), asked.from);
          const q = ask(figure, { from, to: shift(from, asked.length), filter: filterOf(asked.filter) });
          const expected = foldFigure(cases, q, group, directory);
          expect(await summed(q, group), `${figure.id} by ${group} ${JSON.stringify(q)}`).toEqual(expected);
          // What the counters answer, the rows must answer too.
          expect(await sumFigure(h.store.reader, q, group), `${figure.id} by ${group} by recount`).toEqual(
            await sumFigure(h.store.reader, { ...q, isPast: true }, group),
          );
          for (const [, { counts }] of Object.entries(expected))
            for (const verdict of Object.keys(counts)) reached.add(`${figure.id} ${verdict}`);
        }
      },
    ),
    { numRuns, endOnFailure: true },
  );
  const cases = await allCases();
  for (const figure of figureList) {
    for (const group of ['none', ...figure.groups] as const) {
      const expected = foldFigure(cases, ask(figure, {}), group, h.hotline.catalog.directory());
      expect(await summed(ask(figure, {}), group), `${figure.id} by ${group}`).toEqual(expected);
      for (const { counts } of Object.values(expected))
        for (const verdict of Object.keys(counts)) reached.add(`${figure.id} ${verdict}`);
    }
  }
  if (process.env['HOTLINE_RUNS']) console.log([...reached].sort().join('\n'));
  expect(reached.size).toBeGreaterThan(45);
  expect((await verify(h.store)).checks.filter((c) => !c.ok)).toEqual([]);
});

test('whoever asks later how things stood gets what was answered then, for every figure and moment', async () => {
  const groups: GroupBy[] = ['none', 'department', 'category'];
  type Answered = { q: Question; group: GroupBy; was: unknown };
  const told: Answered[] = [];
  const sample = fc.sample(fc.array(anOp, { minLength: 60, maxLength: 60 }), { numRuns, seed: 20260302 });
  for (const ops of sample) {
    for (const op of ops) await history.play(op);
    for (const figure of figureList) {
      const q = ask(figure, { from: shift(today(), -12), to: shift(today(), 3) });
      for (const group of groups)
        if (group === 'none' || figure.groups.includes(group)) told.push({ q, group, was: await summed(q, group) });
    }
    h.clock.now = addMs(h.clock.now, 1);
  }
  for (const { q, group, was } of told)
    expect(await summed({ ...q, isPast: true }, group), `${q.figure.id} by ${group} as of ${q.asOf}`).toEqual(was);
  const kept = await Promise.all(
    (['pastAppeal', 'pastDispatch', 'pastTicket'] as const).map((table) =>
      h.store.reader.selectFrom(table).select('id').execute(),
    ),
  );
  expect(kept.every((rows) => rows.length > 0)).toBe(true);
  for (const { q, was } of told.filter(({ group }) => group === 'none').slice(-figureList.length)) {
    const rows = await listMembers(h.store.reader, {
      q: { ...q, isPast: true },
      part: 'denominator',
      reason: undefined,
      scope: { centres: [], departments: [] },
      after: null,
      limit: 10_000,
    });
    const { counts = {} } = (was as Record<string, { counts?: Record<string, number> }>)[''] ?? {};
    const counted = Object.entries(counts).filter(([verdict]) => isCounted(verdict as 'in'));
    expect(rows.length, q.figure.id).toBe(counted.reduce((sum, [, n]) => sum + n, 0));
  }
});

test('the rows behind every figure are as many as it says, for every group and for everybody who may ask', async () => {
  let asked = 0;
  const groups: GroupBy[] = ['none', 'department', 'category', 'day', 'role', 'kind', 'region'];
  const narrowings = [{}, { departmentId: 'urban' }, { role: 'assist' as const }, { categoryId: 'c02' }];
  for (const who of ['manager', 'urban', 'water.head']) {
    const client = await h.as(who);
    for (const [i, figure] of figureList.entries()) {
      const group = pick(groups, i + who.length) ?? 'none';
      const other = figure.groups.includes('category') ? 'category' : 'none';
      const groupBy = group === 'none' || figure.groups.includes(group) ? group : other;
      const narrowed = pick(narrowings, i) ?? {};
      if (who === 'water.head' && 'departmentId' in narrowed) continue;
      const query = { from: shift(today(), -30), to: shift(today(), 5), groupBy, ...narrowed };
      const answer = await client.call('figure', { params: { name: figure.id }, query });
      const chosen = [answer.total, ...answer.rows.slice(0, 2), answer.rows.at(-1)];
      for (const row of chosen) {
        if (!row) continue;
        const reason = Object.entries(row.excluded)[0];
        for (const [part, count, more] of [
          ['denominator', row.denominator, {}],
          ['numerator', row.met, {}],
          ['rest', row.rest, {}],
          ['excluded', row.excludedTotal, {}],
          ...(reason ? [['excluded', reason[1], { reason: reason[0] }] as const] : []),
        ] as const) {
          const drill = Object.fromEntries(new URLSearchParams(row.drill));
          const rows = await client.call('figureRows', {
            params: { name: figure.id },
            query: { ...drill, ...more, part, limit: 200 },
          } as Call<'figureRows'>);
          expect(rows.items.length, `${who} ${figure.id} ${groupBy} ${row.key} ${part} ${row.drill}`).toBe(
            Math.min(count, 200),
          );
          asked += 1;
        }
      }
    }
  }
  expect(asked).toBeGreaterThan(300);
});

test('page by page the rows behind a figure are each there once', async () => {
  const client = await h.as('manager');
  const query = { from: shift(today(), -300), to: shift(today(), 5), limit: 7, asOf: h.clock.now };
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: { id: string }[]; nextCursor: string | null } = await client.call('figureRows', {
      params: { name: 'departmentTimelyReplyRate' },
      query: { ...query, ...(cursor ? { cursor } : {}) },
    });
    ids.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  }
  const { total } = await client.call('figure', {
    params: { name: 'departmentTimelyReplyRate' },
    query: { ...query, limit: undefined } as never,
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(total.denominator);
});

test('a department reads the title of a ticket behind its figure only while it may read the ticket', async () => {
  const from = today();
  const dispatcher = await h.as('dispatcher');
  const { ticket } = (await history.log({ what: 0, who: 1, which: 1, extra: 1 })).case;
  const sent = await dispatcher.act(ticket.id, 'dispatch', 1, { leadId: 'urban', assistIds: [] });
  await dispatcher.act(ticket.id, 'amend', sent.ticket.version, { againstDepartmentId: 'urban' });
  await h.moveTo(addMs(h.clock.now, 30 * 86_400_000));
  const reader = await h.as('urban');
  const items = [];
  for (const part of ['denominator', 'excluded'] as const) {
    const query = { from, to: today(), limit: 200, part };
    const answer = await reader.call('figureRows', { params: { name: 'departmentTimelyReplyRate' }, query });
    items.push(...answer.items);
  }
  expect(items.map((item) => item.ticketId)).toContain(ticket.id);
  for (const item of items) {
    const isSeen = await reader.call('ticket', { params: { id: item.ticketId ?? '' } }).then(
      () => true,
      () => false,
    );
    expect(item.title.startsWith('（不在')).toBe(!isSeen);
  }
});
