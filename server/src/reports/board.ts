import type { Answer, Call } from '@hotline/shared/api/client';
import { figureNames } from '@hotline/shared/figures/index';
import { Refusal } from '@hotline/shared/refusal';
import type { Hotline } from '../app/hotline.ts';
import { addedUp, definitionOf, labelOf, rowOf } from './answers.ts';
import { drillOf, figureNamed, provisionalFrom, questionOf, type Reader } from './question.ts';
import { sum } from './sum.ts';

/** Several figures at once, each beside the period before. @throws Refusal invalid, notFound */
export async function readBoard(hotline: Hotline, me: Reader, query: Call<'board'>['query']): Promise<Answer<'board'>> {
  const asked = query.names?.split(',') ?? figureNames;
  const items = [];
  for (const name of asked) {
    const figure = figureNamed(name);
    const q = questionOf(hotline, me, figure, query);
    const total = addedUp(await sum(hotline, q, 'none'));
    const { beforeFrom, beforeTo } = query;
    const then = beforeFrom && beforeTo ? { ...query, from: beforeFrom, to: beforeTo } : null;
    const earlier = then && figure.measure.as !== 'live' ? questionOf(hotline, me, figure, then) : null;
    const before = earlier && addedUp(await sum(hotline, earlier, 'none'));
    items.push({
      definition: definitionOf(q.figure),
      total: rowOf(q.figure, total, '合计', drillOf(q, query, 'none', '')),
      before: then && earlier && before && rowOf(earlier.figure, before, '上期', drillOf(earlier, then, 'none', '')),
    });
  }
  const q = questionOf(hotline, me, figureNamed('timelyReplyRate'), query);
  return { from: q.from, to: q.to, asOf: q.asOf, provisionalFrom: provisionalFrom(hotline, q), items };
}

/** One figure by group, and in all. @throws Refusal invalid, notFound */
export async function readFigure(
  hotline: Hotline,
  me: Reader,
  name: string,
  query: Call<'figure'>['query'],
): Promise<Answer<'figure'>> {
  const figure = figureNamed(name);
  const groupBy = query.groupBy ?? 'none';
  if (groupBy !== 'none' && !figure.groups.includes(groupBy))
    throw new Refusal('invalid', `“${figure.term.zh}”不能这样分组，请选择其他分组。`);
  const q = questionOf(hotline, me, figure, query);
  const sums = await sum(hotline, q, groupBy);
  const groups = groupBy === 'none' ? [] : sums;
  return {
    definition: definitionOf(q.figure),
    from: q.from,
    to: q.to,
    asOf: q.asOf,
    provisionalFrom: provisionalFrom(hotline, q),
    rows: groups.map((group) =>
      rowOf(q.figure, group, labelOf(hotline, q, groupBy, group.key), drillOf(q, query, groupBy, group.key)),
    ),
    total: rowOf(q.figure, addedUp(sums), '合计', drillOf(q, query, 'none', '')),
  };
}
