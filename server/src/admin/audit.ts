import { searchAudit } from '@hotline/db/store/audit';
import { auditReaders } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import { addMs, startOfLocalDay } from '@hotline/shared/time/instant';
import { dayMs } from '@hotline/shared/time/localDate';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';

export function auditRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'audit', auditReaders, async ({ me, query }) => {
    const paths = me.actor.grants.filter((g) => auditReaders.includes(g.role)).map((g) => g.path);
    const centre = [...hotline.catalog.directory().centres.values()].find((c) => paths.includes(c.path));
    const offset = centre?.utcOffsetMinutes ?? 480;
    const limit = query.limit ?? 50;
    const filter = {
      paths,
      person: query.person?.trim() || undefined,
      act: query.act,
      subject: query.subject?.trim() || undefined,
      from: query.from ? startOfLocalDay(query.from, offset) : undefined,
      to: query.to ? addMs(startOfLocalDay(query.to, offset), dayMs) : undefined,
    };
    if (query.cursor !== undefined && !/^\d{1,15}$/.test(query.cursor))
      throw new Refusal('invalid', '翻页位置不正确，请从第一页重新打开。');
    const before = query.cursor === undefined ? null : Number(query.cursor);
    const found = await searchAudit(hotline.store.reader, filter, before, limit + 1);
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? String(items.at(-1)?.seq) : null };
  });
}
