import { addView, countViews, dropView, viewsFor } from '@hotline/db/lists/views';
import type { SavedViewRow } from '@hotline/db/store/findingRows';
import { routes } from '@hotline/shared/api/routes';
import type { View } from '@hotline/shared/api/search';
import { deskPath, scopeOf } from '@hotline/shared/people/scope';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { newId } from '../app/ids.ts';
import { serve } from '../app/route.ts';
import { validator } from '../app/validation.ts';
import type { SignedIn } from '../sessions/signedIn.ts';
import { centreOf } from '../tickets/appealRoutes.ts';
import { filterOf, type ListQuery } from '../tickets/filter.ts';

const mostViews = 50;
const checkQuery = validator(routes.tickets.query, 'querystring');

export function viewRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'views', 'signedIn', async ({ me }) => {
    const paths = scopeOf(me.actor).departments;
    const views = await viewsFor(reader, centreOf(hotline, me), me.person.id, paths);
    const items: View[] = [];
    for (const view of views) items.push(await viewOf(hotline, me, view));
    return { items, asOf: hotline.now() };
  });
  serve(server, hotline, 'saveView', 'signedIn', async ({ me, body }) => {
    const { name, audience, query } = body;
    const path = deskPath(scopeOf(me.actor));
    if (audience === 'centre' && scopeOf(me.actor).centres.length === 0)
      throw new Refusal('forbidden', '只有热线中心的人员可以保存全中心视图，请改为个人或本单位。');
    if (audience === 'department' && path === undefined)
      throw new Refusal('invalid', '您不只在一个单位任职，请把视图保存为个人视图。');
    filterOf(hotline, queryOf(query));
    const view: SavedViewRow = {
      id: newId(),
      centreId: centreOf(hotline, me),
      ownerId: me.person.id,
      audience,
      departmentPath: audience === 'department' ? (path ?? null) : null,
      name: name.trim(),
      query,
      createdAt: hotline.now(),
    };
    await hotline.writer.write(async (tx) => {
      if ((await countViews(tx, me.person.id)) >= mostViews)
        throw new Refusal('conflict', `每人最多保存 ${mostViews} 个视图，请先删除不用的视图。`);
      await addView(tx, view);
      return { result: undefined, events: [], deltas: [] };
    });
    return viewOf(hotline, me, view);
  });
  serve(server, hotline, 'deleteView', 'signedIn', async ({ me, params }) => {
    const { result } = await hotline.writer.write(async (tx) => ({
      result: await dropView(tx, params.id, me.person.id),
      events: [],
      deltas: [],
    }));
    if (result === 0) throw new Refusal('notFound', '没有这个视图，或它是别人保存的。');
    return null;
  });
}

async function viewOf(hotline: Hotline, me: SignedIn, view: SavedViewRow): Promise<View> {
  const { id, name, audience, query } = view;
  return { id, name, audience, isMine: view.ownerId === me.person.id, query, count: await countOf(hotline, me, query) };
}

async function countOf(hotline: Hotline, me: SignedIn, query: string): Promise<number> {
  const { q, sort, ...asked } = queryOf(query);
  const filter = filterOf(hotline, asked);
  // Exact whatever the number, so it may take its time: not on the thread that answers people.
  return hotline.readers.ask('countView', { viewer: me.actor, q: q?.trim() || null, filter, sort: sort ?? 'due' });
}

/** @throws Refusal when a list would not take it as its query. */
function queryOf(text: string): ListQuery & { sort?: 'due' | 'received' } {
  const given: Record<string, unknown> = Object.fromEntries(new URLSearchParams(text));
  const checked = checkQuery(given);
  if ('error' in checked)
    throw new Refusal('invalid', '这个视图的筛选条件不正确，请重新设置后再保存。', [{ path: '/query' }]);
  const { cursor: _c, limit: _l, ...query } = checked.value as ListQuery & { cursor?: string; limit?: number };
  return query;
}
