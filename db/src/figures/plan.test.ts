import { figures } from '@hotline/shared/figures/index';
import { describe, expect, test } from 'vitest';
import { isHeavy, planOf } from './plan.ts';
import type { GroupBy, Question } from './question.ts';

const ask = (name: keyof typeof figures, asked: Partial<Question> = {}): Question => ({
  figure: figures[name],
  centreId: 'town',
  utcOffsetMinutes: 480,
  from: '2026-11-01',
  to: '2026-11-23',
  asOf: '2026-11-23T02:00:00.000Z',
  isPast: false,
  filter: {},
  ...asked,
});
const month = { sign: 1, first: 'M2026-11', last: 'M2026-11' };

describe('a question is answered', () => {
  test('of what lies behind: by the month as it stands', () => {
    const plan = planOf(ask('lateEntryRate'), 'none');
    expect(plan).toMatchObject({ table: 'counter_centre', dimension: 'none', spans: [month], rows: [] });
  });

  test('of dues: by the month less what is ahead, and today from the rows', () => {
    const rest = { sign: -1, first: '2026-11-23', last: '2026-11-30' };
    const today = { sign: 1, from: '2026-11-23', to: '2026-11-23', whole: false };
    const plan = planOf(ask('timelyReplyRate'), 'department');
    expect(plan).toMatchObject({ table: 'counter_department', spans: [month, rest], rows: [today] });
    expect(isHeavy(ask('timelyReplyRate'), 'department')).toBe(false);
  });

  test('by department and channel: days of a month in part from the rows', () => {
    const q = ask('timelyReplyRate', { filter: { channel: 'phone' } });
    expect(planOf(q, 'department')).toMatchObject({
      spans: [month],
      rows: [{ sign: -1, from: '2026-11-23', to: '2026-11-30', whole: true }, { whole: false }],
    });
    expect([isHeavy(q, 'department'), isHeavy(q, 'none')]).toEqual([true, false]);
  });

  test('of what is open: by the days that have any', () => {
    const plan = planOf(ask('overdueNow'), 'department');
    expect(plan?.spans).toEqual([{ sign: 1, first: '0001-01-01', last: '2026-11-22' }]);
  });
});

test.each<[string, Question, GroupBy]>([
  ['an earlier moment', ask('timelyReplyRate', { isPast: true }), 'none'],
  ['two dimensions', ask('timelyReplyRate', { filter: { channel: 'phone' } }), 'kind'],
  ['less than a county', ask('timelyReplyRate', { filter: { regionPrefix: '350102001' } }), 'none'],
  ['a role of what has none', ask('closingRate', { filter: { role: 'lead' } }), 'none'],
  ['calls', ask('connectedRate'), 'none'],
  [
    'days of a department by channel',
    ask('timelyReplyRate', { filter: { channel: 'web', departmentId: 'gas' } }),
    'day',
  ],
])('%s has no counters', (_, q, groupBy) => {
  expect(planOf(q, groupBy)).toBeNull();
  expect(isHeavy(q, groupBy)).toBe(true);
});
