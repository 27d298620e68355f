import { describe, expect, test } from 'vitest';
import { openActions, takeAction } from '../ticket/lifecycle.ts';
import type { Case } from '../ticket/model/case.ts';
import { inputOf, momentFor, moments, scenes } from '../ticket/testing/scenes.test-support.ts';
import {
  answer,
  cast,
  dispatched,
  does,
  logged,
  moment,
  monday,
  type Who,
} from '../ticket/testing/town.test-support.ts';
import { type Cell, cellsOf, changeOf, dayOf } from './cells.ts';
import { isKept } from './figure.ts';
import { figureList, figures } from './index.ts';

const when = { at: monday, utcOffsetMinutes: 480 };
const kept = figureList.filter(isKept);
const everything = (c: Case): Cell[] => kept.flatMap((figure) => cellsOf(figure, c, 480));

/** Sums by everything but the sums; cells that came to nothing left out. */
function summed(cells: readonly Cell[]): Record<string, [n: number, amount: number]> {
  const sums: Record<string, [number, number]> = {};
  for (const { n, amount, ...key } of cells) {
    const known = sums[JSON.stringify(key)] ?? [0, 0];
    sums[JSON.stringify(key)] = [known[0] + n, known[1] + amount];
  }
  return Object.fromEntries(Object.entries(sums).filter(([, [n, amount]]) => n !== 0 || amount !== 0));
}
const minus = (cells: readonly Cell[]): Cell[] => cells.map((c) => ({ ...c, n: -c.n, amount: -c.amount }));

test('what a verb does to the counters is the difference of what they were and are, whatever the verb', () => {
  let acts = 0;
  for (const c of Object.values(scenes())) {
    const tried = new Set<string>();
    for (const who of Object.keys(cast) as Who[])
      for (const action of openActions(c, moment(moments[1], { actor: cast[who] }))) {
        const done = `${action.name} ${action.target}`;
        if (action.disabledReason !== null || tried.has(done)) continue;
        tried.add(done);
        const input = inputOf(action, c, who);
        const m = momentFor(moments[1], input);
        const { case: after, other } = takeAction(c, action.name, action.version, input, { ...m, actor: cast[who] });
        const { cells } = changeOf(c, after, { ...when, at: moments[1] });
        expect(summed(cells), action.name).toEqual(summed([...everything(after), ...minus(everything(c))]));
        acts += other ? 2 : 1;
      }
  }
  expect(acts).toBeGreaterThan(400);
});

describe('one step', () => {
  const sent = dispatched(logged(1, { service: 'consumer' }), 'gas');
  const signed = does(sent, 'gas', 'sign', { dispatchId: 't1-d1' });
  const replied = does(signed, 'gas', 'reply', { dispatchId: 't1-d1', ...answer, recoveredLossFen: 12_300 });
  const accepted = does(replied, 'reviewer', 'acceptReply', { dispatchId: 't1-d1' });
  const of = (id: string, cells: readonly Cell[]) => cells.filter((cell) => cell.figure === id);

  test('a new case puts in everything it is', () => {
    const { cells, past } = changeOf(null, sent, when);
    expect(summed(cells)).toEqual(summed(everything(sent)));
    expect(past).toEqual([]);
    expect(of('departmentTimelyReplyRate', cells)).toEqual([
      {
        ...{ figure: 'departmentTimelyReplyRate', centreId: 'town', day: '2026-11-16', departmentId: 'gas' },
        ...{ role: 'lead', categoryId: '', kind: 'complaint', channel: 'phone', region: '' },
        ...{ verdict: 'out', n: 1, amount: 0 },
      },
    ]);
  });

  test('what did not change touches nothing', () => {
    expect(changeOf(sent, sent, when)).toEqual({ cells: [], past: [] });
    const urged = does(sent, 'agent', 'urge', {});
    expect(changeOf(sent, urged, when)).toEqual({ cells: [], past: [] });
  });

  test('what was goes, what is comes', () => {
    const moved = of('departmentTimelyReplyRate', changeOf(signed, replied, when).cells);
    expect(moved.map(({ verdict, n }) => [verdict, n])).toEqual([
      ['out', -1],
      ['in', 1],
    ]);
  });

  test('a sum adds what it sums, in fen; other figures add nothing', () => {
    const { cells } = changeOf(replied, accepted, when);
    const loss = of('recoveredLoss', [...everything(accepted)]);
    expect(loss.map(({ amount }) => amount)).toEqual([12_300]);
    expect(of('recoveredLoss', minus(everything(accepted))).map(({ amount }) => amount)).toEqual([-12_300]);
    expect(cells.filter((cell) => cell.figure !== 'recoveredLoss' && cell.amount !== 0)).toEqual([]);
  });

  test('what flows is counted where it comes in and, once more, where it goes out', () => {
    const closed = does(accepted, 'reviewer', 'close', {});
    const { closingRate } = figures;
    expect(cellsOf(closingRate, accepted, 480).map(({ verdict }) => verdict)).toEqual(['out']);
    const late = { ...closed, ticket: { ...closed.ticket, closedAt: '2026-11-05T02:00:00.000Z' } };
    expect(cellsOf(closingRate, late, 480).map(({ day, verdict }) => [day, verdict])).toEqual([
      ['2026-11-02', 'out'],
      ['2026-11-05', 'in'],
    ]);
  });

  test('24:00 of a day is the end of that day for a due, and the beginning of the next for anything else', () => {
    const midnight = '2026-11-16T16:00:00.000Z';
    expect(dayOf(figures.departmentTimelyReplyRate, midnight, 480)).toBe('2026-11-16');
    expect(dayOf(figures.returnRate, midnight, 480)).toBe('2026-11-17');
  });

  test('the past is kept where it can no longer be told: a due that moved, a reply sent back, an appeal that left', () => {
    const past = (before: Case, after: Case) => changeOf(before, after, { ...when, at: moments[1] }).past;
    expect(past(signed, does(signed, 'gas', 'reply', { dispatchId: 't1-d1', ...answer }, moments[1]))).toEqual([]);
    const back = does(replied, 'reviewer', 'sendBackReply', { dispatchId: 't1-d1', note: '未答到点上。' }, moments[1]);
    expect(past(replied, back)).toMatchObject([
      { source: 'dispatch', facts: { id: 't1-d1', repliedAt: monday }, untilAt: moments[1] },
    ]);
    const urgent = does(signed, 'dispatcher', 'amend', { urgency: 'critical' }, moments[1]);
    expect(past(signed, urgent)).toMatchObject([{ source: 'dispatch', facts: { dueAt: '2026-11-16T16:00:00.000Z' } }]);
    const gone = { ...signed, appeals: [] };
    expect(past(signed, gone)).toMatchObject([{ source: 'appeal', facts: { id: 'a1' }, untilAt: moments[1] }]);
    expect(summed(changeOf(signed, gone, when).cells)).toEqual(
      summed([...everything(gone), ...minus(everything(signed))]),
    );
  });
});
