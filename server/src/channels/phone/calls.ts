import { namesOf } from '@hotline/db/people/people';
import { type CallFilter, countWantingCallback, listCalls } from '@hotline/db/telephony/callLists';
import { callHead, findCall } from '@hotline/db/telephony/calls';
import { readPhone } from '@hotline/shared/citizen/readPhones';
import { areaCodeOf } from '@hotline/shared/people/directory';
import { Refusal } from '@hotline/shared/refusal';
import { type Call, viewCall } from '@hotline/shared/telephony/call';
import { callScopeOf, seesCall } from '@hotline/shared/telephony/callScope';
import { normaliseInstant } from '@hotline/shared/time/instant';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../../app/hotline.ts';
import { serve } from '../../app/route.ts';
import type { SignedIn } from '../../sessions/signedIn.ts';
import { centreOf } from '../../tickets/appealRoutes.ts';
import { formatCursor, parseCursor } from '../../tickets/filter.ts';
import { callerOf } from './caller.ts';

/** The list of calls, one call, and who is known under its number. */
export function callRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'calls', 'signedIn', async ({ me, query }) => {
    const scope = callScopeOf(me.actor);
    const limit = query.limit ?? 50;
    // Read before the rows: whoever goes on from here may hear again of what he read, but misses nothing.
    const seq = await callHead(reader);
    const filter: CallFilter = {
      ...(query.mine ? { addressedTo: me.person.id } : {}),
      ...(query.status ? { status: query.status } : {}),
      ...(query.callback ? { wantsCallback: true } : {}),
      ...(query.missed ? { missed: true } : {}),
      ...(query.unlogged ? { unlogged: true } : {}),
      ...(query.direction ? { direction: query.direction } : {}),
      ...(query.queue ? { queue: query.queue } : {}),
      ...(query.agent ? { agentId: query.agent } : {}),
      ...(query.phone
        ? {
            phone:
              readPhone(query.phone, areaCodeOf(hotline.catalog.directory(), centreOf(hotline, me)))?.phone ?? 'none',
          }
        : {}),
      ...(query.from ? { from: normaliseInstant(query.from) } : {}),
      ...(query.to ? { to: normaliseInstant(query.to) } : {}),
    };
    const found = await listCalls(reader, scope, filter, { after: parseCursor(query.cursor), limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ n, ...call }) => viewCall(call)),
      people: await namesOf(
        reader,
        shown.flatMap((c) => [c.agentId, c.callbackBy].filter((id) => id !== null)),
      ),
      nextCursor: last ? formatCursor(last.ringingAt, last.n) : null,
      asOf: hotline.now(),
      seq,
      callbacks: await countWantingCallback(reader, scope),
    };
  });
  serve(server, hotline, 'call', 'signedIn', async ({ me, params }) =>
    viewCall(await seenCall(hotline, me, params.id)),
  );
  serve(server, hotline, 'caller', 'signedIn', async ({ me, params }) =>
    callerOf(hotline, me.actor, await seenCall(hotline, me, params.id)),
  );
}

/** A call the person may see. @throws Refusal notFound */
export async function seenCall(hotline: Hotline, me: Pick<SignedIn, 'actor'>, id: string): Promise<Call> {
  const call = await findCall(hotline.store.reader, id);
  if (!call || !seesCall(callScopeOf(me.actor), call)) throw new Refusal('notFound', '没有这通电话，或您无权查看。');
  return call;
}
