import { listStaff } from '@hotline/db/people/staff';
import { administrators } from '@hotline/shared/people/roles';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { byPerson } from './administration.ts';
import { addPerson, disablePerson, enablePerson, resetPassword, setGrants } from './staff.ts';

export function peopleRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'people', administrators, async ({ me, query }) => {
    const limit = query.limit ?? 100;
    const q = query.q?.trim() || undefined;
    const found = await listStaff(hotline.store.reader, byPerson(me).paths, {
      q,
      after: query.cursor,
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    return { items, nextCursor: found.length > limit ? (items.at(-1)?.username ?? null) : null };
  });
  serve(server, hotline, 'addPerson', administrators, async ({ me, body }) =>
    addPerson(hotline, byPerson(me), { ...body, name: body.name.trim() }),
  );
  serve(server, hotline, 'setGrants', administrators, async ({ me, params, body }) =>
    setGrants(hotline, byPerson(me), params.id, body.scopeVersion, body.grants),
  );
  serve(server, hotline, 'disablePerson', administrators, async ({ me, params }) =>
    disablePerson(hotline, byPerson(me), params.id),
  );
  serve(server, hotline, 'enablePerson', administrators, async ({ me, params }) =>
    enablePerson(hotline, byPerson(me), params.id),
  );
  serve(server, hotline, 'resetPassword', administrators, async ({ me, params, body }) =>
    resetPassword(hotline, byPerson(me), params.id, body.password),
  );
}
