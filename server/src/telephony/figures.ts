import { sumCalls } from '@hotline/db/callFigures';
import { rate } from '@hotline/shared/figures/measure';
import { Refusal } from '@hotline/shared/refusal';
import { callFigureNames, callFigures } from '@hotline/shared/telephony/callFigures';
import { localDate } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import { centreOf } from '../appeals/routes.ts';
import type { Hotline } from '../hotline.ts';
import { serve } from '../route.ts';

/** 接通率, 15 秒接通率, 放弃率 of a range of days, today when none is named. */
export function callFigureRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'callFigures', ['supervisor', 'manager', 'auditor'], async ({ me, query }) => {
    const centreId = centreOf(hotline, me);
    const offset = hotline.catalog.directory().centres.get(centreId)?.utcOffsetMinutes ?? 480;
    const asOf = hotline.now();
    const to = query.to ?? localDate(asOf, offset);
    const from = query.from ?? to;
    if (from > to) throw new Refusal('invalid', '开始日期晚于结束日期，请重新选择。');
    const sums = await sumCalls(hotline.store.reader, centreId, from, to);
    return {
      from,
      to,
      asOf,
      items: callFigureNames.map((id) => ({
        id,
        version: callFigures[id].version,
        term: callFigures[id].term,
        words: callFigures[id].words,
        numerator: sums[id],
        denominator: sums.total,
        rate: rate(sums[id], sums.total),
      })),
    };
  });
}
