import { describe, expect, test } from 'vitest';
import type { Call } from '../telephony/call.ts';
import type { Dispatch } from '../ticket/model/dispatch.ts';
import { crowd } from '../ticket/testing/crowd.test-support.ts';
import { scenes } from '../ticket/testing/scenes.test-support.ts';
import { exclusionTerms } from './exclusions.ts';
import { factsOfCall } from './facts/callFacts.ts';
import { anySource, sourceNames, sources } from './facts/index.ts';
import { factsAt } from './facts/source.ts';
import { figureList, figures } from './index.ts';
import { verdictOf } from './verdict.ts';
import { verdictTerm } from './verdictTerm.ts';

test('what the cases of every scene say to the figures', async () => {
  const lines = Object.entries(scenes()).flatMap(([scene, c]) => [
    `\n# ${scene}`,
    ...sourceNames.flatMap((name) => sources[name].of(c).map((facts) => `${name} ${told(facts)}`)),
  ]);
  await expect(`${lines.join('\n').trim()}\n`).toMatchFileSnapshot('golden/facts.txt');
});

test('how the members of every scene stand in every figure', async () => {
  const lines = Object.entries(scenes()).flatMap(([scene, c]) => [
    `\n# ${scene}`,
    ...figureList.flatMap((figure) => {
      const verdicts = sources[figure.over].of(c).map((facts) => verdictOf(figure, facts) ?? '–');
      return verdicts.some((verdict) => verdict !== '–') ? [`${figure.id}: ${verdicts.join(' ')}`] : [];
    }),
  ]);
  await expect(`${lines.join('\n').trim()}\n`).toMatchFileSnapshot('golden/verdicts.txt');
});

const told = (facts: object): string =>
  Object.entries(facts)
    .filter(([key, value]) => value !== null && key !== 'ticketId' && key !== 'centreId')
    .map(([key, value]) => `${key} ${String(value).slice(0, 16)}`)
    .join(', ');

describe('what was known at an earlier moment', () => {
  const accepted = scenes()['accepted'];
  if (!accepted) throw new Error('no scene');
  const [dispatch] = sources.dispatch.of(accepted);
  const [appeal] = sources.appeal.of(accepted);
  if (!dispatch || !appeal) throw new Error('no facts');
  const [monday, tuesday] = ['2026-11-02T02:00:00.000Z', '2026-11-03T02:00:00.000Z'];

  test('an instant is unknown before itself, known from then on; what is fixed always is', () => {
    const late = { ...dispatch, repliedAt: tuesday };
    expect(factsAt(sources.dispatch, late, monday)).toEqual({ ...late, repliedAt: null });
    expect(factsAt(sources.dispatch, late, tuesday)).toEqual(late);
    expect(factsAt(sources.dispatch, { ...dispatch, dueAt: tuesday }, monday)).toEqual({ ...dispatch, dueAt: tuesday });
  });

  test('what came with something else is unknown before that; a department then is nobody’s', () => {
    const late = { ...appeal, leadSentAt: tuesday, closedAt: tuesday, outcome: 'resolved' };
    expect(factsAt(sources.appeal, late, monday)).toEqual({
      ...late,
      ...{ departmentId: '', leadSentAt: null, closedAt: null, outcome: null },
    });
  });

  test('every fact of every source says how it stands', () => {
    for (const name of sourceNames) {
      const { standing } = anySource(name);
      for (const [field, how] of Object.entries(standing) as [string, unknown][]) {
        const since = typeof how === 'object' ? (how as { since: string }).since : field;
        expect(how === 'fixed' || /At$/.test(since), `${name}.${field}`).toBe(true);
        expect(Object.keys(standing), `${name}.${field}`).toContain(since);
      }
    }
  });
});

describe('a callback', () => {
  const unhappy = crowd()['three in a second round'];
  if (!unhappy) throw new Error('no case');
  const [dispatch] = unhappy.dispatches;
  const [callback] = unhappy.callbacks;
  if (!dispatch || !callback) throw new Error('no dispatch');
  const of = (dispatches: readonly Partial<Dispatch>[], said: object = {}) =>
    sources.callback.of({
      ...unhappy,
      dispatches: dispatches.map((d, i) => ({ ...dispatch, id: `d${i}`, status: 'accepted', ...d })),
      callbacks: [{ ...callback, round: 2, ...said }],
    })[0];

  test('is of the lead of its own round, not of one who gave the matter back or lost it, nor of those who help', () => {
    const of2 = { round: 2, departmentId: 'roads' };
    expect(
      of([
        { ...of2, round: 1, departmentId: 'gas' },
        { ...of2, role: 'assist', departmentId: 'east' },
        { ...of2, status: 'returned', departmentId: 'west' },
        { ...of2, status: 'released', departmentId: 'water' },
        { ...of2, parentId: 'd9', departmentId: 'office' },
        of2,
      ])?.departmentId,
    ).toBe('roads');
    expect(of([{ ...of2, round: 1 }])?.departmentId).toBe('');
  });

  test('that is still to be made says nothing of what an attempt brought', () => {
    const said = { reached: 'reached', contacted: 'yes', solved: 'no', satisfaction: 'satisfied' } as const;
    expect(of([], { ...said, completedAt: null })).toMatchObject({
      ...{ completedAt: null, reached: null, contacted: null, solved: null, satisfaction: null },
    });
    const at = '2026-11-03T02:00:00.000Z';
    expect(of([], { ...said, completedAt: at })).toMatchObject({ ...said, completedAt: at });
  });
});

describe('a call', () => {
  const call = {
    ...{ id: 'k', centreId: 'fz', direction: 'in', ringingAt: '02', answeredAt: '03', endedAt: '05' },
    ...{ waitMs: 15_000, outcome: 'answered' },
  } as unknown as Call;
  test('answered within fifteen seconds counts as prompt, a millisecond more does not', () => {
    expect(factsOfCall(call, null)).toMatchObject({ answeredAt: '03', promptAt: '03', abandonedAt: null });
    expect(factsOfCall({ ...call, waitMs: 15_001 }, null).promptAt).toBeNull();
    expect(factsOfCall({ ...call, waitMs: null }, null).promptAt).toBeNull();
    expect(factsOfCall({ ...call, answeredAt: null }, null).promptAt).toBeNull();
  });
  test('abandoned is who hung up before anybody answered', () => {
    const missed = { ...call, answeredAt: null, outcome: 'abandoned' } as Call;
    expect(factsOfCall(missed, null).abandonedAt).toBe('05');
    expect(factsOfCall({ ...missed, direction: 'out' } as Call, null).abandonedAt).toBeNull();
    expect(factsOfCall({ ...missed, outcome: 'missed' } as Call, null).abandonedAt).toBeNull();
  });
  test('belongs to the ticket that was logged from it, or to none', () => {
    expect(factsOfCall(call, { ticketId: 't1', number: '26' })).toMatchObject({ ticketId: 't1', number: '26' });
    expect(factsOfCall(call, null)).toMatchObject({
      ...{ ticketId: '', number: '', departmentId: '', role: 'none', categoryId: '', kind: '', channel: 'phone' },
      ...{ regionCode: '', direction: 'in', ringingAt: '02', endedAt: '05', id: 'k', centreId: 'fz' },
    });
  });
});

test('a verdict is said in the figure’s own words, an exclusion in its reason’s', () => {
  const { timelyReplyRate } = figures;
  expect(verdictTerm(timelyReplyRate, 'in')).toEqual(timelyReplyRate.met);
  expect(verdictTerm(timelyReplyRate, 'out')).toEqual(timelyReplyRate.missed);
  expect(verdictTerm(timelyReplyRate, 'extended').zh).toBe('延期后及时');
  expect(verdictTerm(timelyReplyRate, 'withdrawn')).toEqual(exclusionTerms.withdrawn);
});
