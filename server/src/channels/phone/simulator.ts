import { demoCallers } from '@hotline/db/telephony/callers';
import { maskName, maskPhone } from '@hotline/shared/citizen/masking';
import { Refusal } from '@hotline/shared/refusal';
import { Id, object, oneOf } from '@hotline/shared/schema';
import type { FastifyInstance } from 'fastify';
import type * as Type from 'typebox';
import type { Hotline } from '../../app/hotline.ts';
import { newId } from '../../app/ids.ts';
import { signedIn } from '../../sessions/actor.ts';
import { centreOf } from '../../tickets/appealRoutes.ts';
import { recordReport } from './record.ts';

const callersShown = 8;
/** Nobody has called from here before: in the range kept for the demo. */
const newCaller = { id: 'new', phone: '19900009999' };
const line = '12345';

const begin = object({ caller: Id });
const go = object({ id: Id });
const turn = object({ event: oneOf(['answer', 'hold', 'resume', 'hangup'] as const) });

/**
 * 模拟来电, in the demo only: the invented citizens of the demo city ring whoever is signed in, through the same door as
 * a real telephone system.
 */
export function simulatorRoutes(server: FastifyInstance, hotline: Hotline): void {
  const running = new Map<string, { callId: string; from: string; agent: string }>();
  const policy = { config: { policy: 'signedIn' as const } };

  server.get('/api/demo/callers', { ...policy, schema: { hide: true } as object }, async (request) => {
    await signedIn(hotline, request);
    const known = await demoCallers(hotline.store.reader, callersShown);
    return {
      items: [
        { id: newCaller.id, phone: maskPhone(`+86${newCaller.phone}`), name: null, people: 0, appeals: 0 },
        ...known.map(({ id, phone, name, people, appeals }) => ({
          id,
          phone: maskPhone(phone),
          name: name === null ? null : maskName(name),
          people: Number(people),
          appeals: Number(appeals),
        })),
      ],
    };
  });
  const schema = (body: Type.TSchema, params?: Type.TSchema) =>
    ({ hide: true, body, ...(params ? { params } : {}) }) as object;
  server.post('/api/demo/calls', { ...policy, schema: schema(begin) }, async (request) => {
    const me = await signedIn(hotline, request);
    const { caller } = request.body as Type.Static<typeof begin>;
    const known = await demoCallers(hotline.store.reader, callersShown);
    const from = caller === newCaller.id ? newCaller.phone : known.find((c) => c.id === caller)?.phone;
    if (!from) throw new Refusal('notFound', '没有这位来电人，请重新选择。');
    const callId = `demo-${newId()}`;
    const agent = me.person.username;
    const report = { callId, from, to: line, direction: 'in' as const, queue: '综合受理' };
    const { call } = await recordReport(hotline, centreOf(hotline, me), { ...report, event: 'newCall', agent });
    if (running.size > 1_000) running.clear();
    running.set(call.id, { callId, from, agent });
    return { id: call.id };
  });
  server.post('/api/demo/calls/:id', { ...policy, schema: schema(turn, go) }, async (request) => {
    const me = await signedIn(hotline, request);
    const { id } = request.params as Type.Static<typeof go>;
    const known = running.get(id);
    if (!known || known.agent !== me.person.username) throw new Refusal('notFound', '这通模拟来电已经结束。');
    const { event } = request.body as Type.Static<typeof turn>;
    const { call } = await recordReport(hotline, centreOf(hotline, me), {
      ...known,
      event,
      to: line,
      direction: 'in',
      ...(event === 'hangup' ? { cause: 'normalClearing' } : {}),
    });
    if (event === 'hangup') running.delete(id);
    return { id, status: call.status };
  });
}
