import { figureList, figureNames } from '@hotline/shared/figures/index';
import { ofCentre } from '@hotline/shared/figures/ofCentre';
import { figureReaders } from '@hotline/shared/people/roles';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { normaliseInstant } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { addedUp, definitionOf, labelOf, rowOf } from './answers.ts';
import { memberRow } from './memberRow.ts';
import { drillOf, figureNamed, provisionalFrom, questionOf } from './question.ts';
import { sum } from './sum.ts';

export function reportRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'figures', 'signedIn', async ({ me }) => {
    const schemes = hotline.catalog.schemes(centreOf(hotline, me));
    return { items: figureList.map((figure) => definitionOf(ofCentre(figure, schemes))) };
  });

  serve(server, hotline, 'board', figureReaders, async ({ me, query }) => {
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
  });

  serve(server, hotline, 'figure', figureReaders, async ({ me, params, query }) => {
    const figure = figureNamed(params.name);
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
  });

  serve(server, hotline, 'figureRows', figureReaders, async ({ me, params, query }) => {
    const q = questionOf(hotline, me, figureNamed(params.name), query);
    const limit = query.limit ?? 50;
    const found = await hotline.readers.ask('members', {
      q,
      part: query.part ?? (query.reason ? 'excluded' : 'denominator'),
      reason: query.reason,
      scope: scopeOf(me.actor),
      after: markOf(query.cursor),
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(memberRow),
      nextCursor: last ? `${last.cohortAt}~${last.id}` : null,
      asOf: q.asOf,
    };
  });
}

function markOf(cursor: string | undefined) {
  if (cursor === undefined) return null;
  const [value, id] = cursor.split('~');
  if (!value || !id) throw new Refusal('invalid', '翻页位置无效，请从第一页重新开始。');
  return { value: normaliseInstant(value), id };
}
