import { reviseCentre, setAreaCode } from '@hotline/db/centre/centres';
import { audit } from '@hotline/db/people/people';
import { isAreaCode } from '@hotline/shared/citizen/phone';
import { administrators } from '@hotline/shared/people/roles';
import { Refusal } from '@hotline/shared/refusal';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../../app/hotline.ts';
import { serve } from '../../app/route.ts';
import { centreOf } from '../../tickets/appealRoutes.ts';

/** 区号: where a number without one is dialled. What was kept before is read anew by nobody; it stays as it came. */
export function areaCodeRoute(server: FastifyInstance, hotline: Hotline): void {
  serve(server, hotline, 'changeAreaCode', administrators, async ({ me, body: { areaCode } }) => {
    if (areaCode !== null && !isAreaCode(areaCode))
      throw new Refusal('invalid', '请填写以 0 开头的区号，例如 0591、010。', [{ path: '/areaCode' }]);
    const centreId = centreOf(hotline, me);
    await hotline.writer.write(async (tx) => {
      await setAreaCode(tx, centreId, areaCode);
      await reviseCentre(tx, centreId);
      const about = { at: hotline.now(), personId: me.person.id, subjectId: centreId, purpose: areaCode };
      await audit(tx, { ...about, act: 'changeAreaCode' });
      return { result: undefined, events: [], deltas: [] };
    });
    await hotline.catalog.reload();
    return { areaCode };
  });
}
