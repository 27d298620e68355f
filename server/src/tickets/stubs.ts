import { findCase } from '@hotline/db/cases/cases';
import { type EndedMark, endedDispatches } from '@hotline/db/lists/endedDispatches';
import { departmentStaff } from '@hotline/shared/people/roles';
import { scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import { stubOf } from '@hotline/shared/ticket/stub';
import { normaliseInstant } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';

const pageOf = 20;

/** What departments keep of what was taken from them. */
export function stubRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'ticketStub', 'signedIn', async ({ me, params }) => {
    const c = await findCase(reader, params.id);
    const stub = c && stubOf(c, me.actor);
    if (!stub) throw new Refusal('notFound', '没有这件工单，或您无权查看。');
    return stub;
  });
  serve(server, hotline, 'endedDispatches', departmentStaff, async ({ me, query }) => {
    const rows = await endedDispatches(reader, scopeOf(me.actor), markOf(query.cursor), pageOf + 1);
    const shown = rows.slice(0, pageOf);
    const last = rows.length > pageOf ? shown.at(-1) : undefined;
    const cases = await Promise.all(
      [...new Set(shown.map(({ ticketId }) => ticketId))].map((id) => findCase(reader, id)),
    );
    const items = cases.flatMap((c) => (c && stubOf(c, me.actor)) ?? []);
    return { items, nextCursor: last ? `${last.endedAt}~${last.n}` : null };
  });
}

function markOf(cursor: string | undefined): EndedMark | null {
  if (cursor === undefined) return null;
  const [endedAt, n] = cursor.split('~');
  if (!endedAt || !n || !/^\d{1,15}$/.test(n)) throw new Refusal('invalid', '翻页位置无效，请从第一页重新开始。');
  return { endedAt: normaliseInstant(endedAt), n: Number(n) };
}
