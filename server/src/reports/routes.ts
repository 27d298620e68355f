import { listMembers } from '@hotline/db/figures/rows';
import { sumFigure } from '@hotline/db/figures/sums';
import { figureList, figureNames } from '@hotline/shared/figures/index';
import type { Role } from '@hotline/shared/people/actor';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { normaliseInstant } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../hotline.ts';
import { serve } from '../route.ts';
import { addedUp, definitionOf, labelOf, rowOf } from './answers.ts';
import { drillOf, figureNamed, questionOf } from './question.ts';

const readers: readonly Role[] = [
  'manager',
  'supervisor',
  'reviewer',
  'dispatcher',
  'auditor',
  'handler',
  'departmentHead',
];

export function reportRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'figures', 'signedIn', async () => ({ items: figureList.map(definitionOf) }));

  serve(server, hotline, 'board', readers, async ({ me, query }) => {
    const asked = query.names?.split(',') ?? figureNames;
    const items = [];
    for (const name of asked) {
      const figure = figureNamed(name);
      const q = questionOf(hotline, me, figure, query);
      const total = addedUp(await sumFigure(reader, q, 'none'));
      const { beforeFrom, beforeTo } = query;
      const then = beforeFrom && beforeTo ? { ...query, from: beforeFrom, to: beforeTo } : null;
      const earlier = then && figure.measure.as !== 'live' ? questionOf(hotline, me, figure, then) : null;
      const before = earlier && addedUp(await sumFigure(reader, earlier, 'none'));
      items.push({
        definition: definitionOf(figure),
        total: rowOf(figure, total, '合计', drillOf(q, query, 'none', '')),
        before: then && earlier && before && rowOf(figure, before, '上期', drillOf(earlier, then, 'none', '')),
      });
    }
    const { from, to, asOf } = questionOf(hotline, me, figureNamed('timelyReplyRate'), query);
    return { from, to, asOf, items };
  });

  serve(server, hotline, 'figure', readers, async ({ me, params, query }) => {
    const figure = figureNamed(params.name);
    const groupBy = query.groupBy ?? 'none';
    if (groupBy !== 'none' && !figure.groups.includes(groupBy))
      throw new Refusal('invalid', `“${figure.term.zh}”不能这样分组，请选择其他分组。`);
    const q = questionOf(hotline, me, figure, query);
    const sums = await sumFigure(reader, q, groupBy);
    return {
      definition: definitionOf(figure),
      from: q.from,
      to: q.to,
      asOf: q.asOf,
      rows:
        groupBy === 'none'
          ? []
          : sums.map((sum) =>
              rowOf(figure, sum, labelOf(hotline, q, groupBy, sum.key), drillOf(q, query, groupBy, sum.key)),
            ),
      total: rowOf(figure, addedUp(sums), '合计', drillOf(q, query, 'none', '')),
    };
  });

  serve(server, hotline, 'figureRows', readers, async ({ me, params, query }) => {
    const figure = figureNamed(params.name);
    const q = questionOf(hotline, me, figure, query);
    const limit = query.limit ?? 50;
    const part = query.part ?? (query.reason ? 'excluded' : 'denominator');
    const scope = scopeOf(me.actor);
    const found = await listMembers(reader, q, part, query.reason, scope, markOf(query.cursor), limit + 1);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ inSight, departmentId, role, title, amount, ...member }) => ({
        ...member,
        // A turn taken away still counts for the department; what the matter is, it is no longer told.
        title: Number(inSight) === 1 ? title : '（不在您的查看范围内）',
        departmentId: departmentId || null,
        role: role === 'none' ? null : role,
        amount: amount === null ? null : Number(amount),
      })),
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
