import { figureList } from '@hotline/shared/figures/index';
import { ofCentre } from '@hotline/shared/figures/ofCentre';
import { figureReaders } from '@hotline/shared/people/roles';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { normaliseInstant } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { definitionOf } from './answers.ts';
import { readBoard, readFigure } from './board.ts';
import { memberRow } from './memberRow.ts';
import { figureNamed, questionOf } from './question.ts';

export function reportRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'figures', 'signedIn', async ({ me }) => {
    const schemes = hotline.catalog.schemes(centreOf(hotline, me));
    return { items: figureList.map((figure) => definitionOf(ofCentre(figure, schemes))) };
  });

  serve(server, hotline, 'board', figureReaders, ({ me, query }) => readBoard(hotline, me, query));
  serve(server, hotline, 'figure', figureReaders, ({ me, params, query }) =>
    readFigure(hotline, me, params.name, query),
  );

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
