import { insertSchemeSet, schemeSetOf, versionsMade } from '@hotline/db/centre/versions';
import type { Answer } from '@hotline/shared/api/client';
import { schemeProblems } from '@hotline/shared/assessment/schemeChecks';
import type { Centre } from '@hotline/shared/people/directory';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../app/hotline.ts';
import { serve } from '../app/route.ts';
import { administer, administered, byPerson } from './administration.ts';
import { made } from './versions.ts';

export function schemeRoutes(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'schemeSet', administrators, async ({ me, query }) =>
    shown(hotline, administered(hotline, me.actor, query.centreId), query.version),
  );
  serve(server, hotline, 'saveSchemes', administrators, async ({ me, body }) => {
    const { centreId, note = null, version, ...asked } = body;
    const centre = administered(hotline, me.actor, centreId);
    const own = [...hotline.catalog.directory().departments.values()].filter((d) => d.centreId === centre.id);
    const [problem] = schemeProblems(asked.schemes, new Set(own.map((d) => d.id)));
    if (problem) throw new Refusal('invalid', problem.zh);
    await administer(hotline, byPerson(me), centre.id, async (tx, at) => {
      const current = await schemeSetOf(tx, centre.id);
      const last = current?.version ?? 0;
      if (last !== version)
        throw new Refusal('stale', `考核方案已由他人更新到第 ${last} 版，请刷新后重新修改；您的修改仍在本页。`, {
          version: last,
        });
      const next = { version: last + 1, ...asked };
      if (JSON.stringify({ ...current, version: next.version }) === JSON.stringify(next))
        throw new Refusal('invalid', '与现行方案相同，没有需要保存的更改。');
      await insertSchemeSet(tx, next, { centreId: centre.id, note, createdAt: at, createdBy: me.person.id });
      const what = `第 ${next.version} 版，共 ${next.schemes.length} 个方案`;
      return {
        result: undefined,
        done: { act: 'saveSchemes', subjectId: centre.id, purpose: note ? `${note}（${what}）` : what },
      };
    });
    return shown(hotline, centre, undefined);
  });
}

async function shown(hotline: Hotline, centre: Centre, version: number | undefined): Promise<Answer<'schemeSet'>> {
  const { reader } = hotline.store;
  const set = await schemeSetOf(reader, centre.id, version);
  if (!set) throw new Refusal('notFound', '没有这一版考核方案，请从版本列表选择。');
  return { centreId: centre.id, set, versions: (await versionsMade(reader, 'schemeSet', centre.id)).map(made) };
}
