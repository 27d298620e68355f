import { listCalls } from '@hotline/db/telephony/callLists';
import { saveSeat, seatOf, seatsBelow } from '@hotline/db/telephony/seats';
import { callersBack, callWatchers } from '@hotline/shared/people/roles';
import { viewCall } from '@hotline/shared/telephony/call';
import { callScopeOf } from '@hotline/shared/telephony/callScope';
import { changeSeat, type Seat } from '@hotline/shared/telephony/seat';
import type { FastifyInstance } from 'fastify';
import type { Hotline } from '../../app/hotline.ts';
import { serve } from '../../app/route.ts';
import { callLane } from './record.ts';

/** 坐席: my own state, and for those who watch over the hall everybody's. */
export function seatRoutes(server: FastifyInstance, hotline: Hotline): void {
  const { reader } = hotline.store;
  serve(server, hotline, 'seat', callersBack, async ({ me }) => {
    const seat = await seatOf(reader, me.person.id);
    return seat ?? changeSeat(null, me.person.id, { state: 'rest' }, hotline.now());
  });
  serve(server, hotline, 'changeSeat', callersBack, async ({ me, body }) => {
    const { result } = await hotline.writer.write(async (tx): Promise<{ result: Seat; events: []; deltas: [] }> => {
      const seat = changeSeat(await seatOf(tx, me.person.id), me.person.id, body, hotline.now());
      await saveSeat(tx, seat);
      return { result: seat, events: [], deltas: [] };
    }, callLane);
    hotline.calls.seatChanged(result);
    return result;
  });
  serve(server, hotline, 'seats', callWatchers, async ({ me }) => {
    const scope = callScopeOf(me.actor);
    const seats = await seatsBelow(reader, scope.all);
    const open = await listCalls(reader, scope, { status: 'open' }, { after: null, limit: 1_000 });
    return {
      items: seats.map((seat) => {
        const call = open.find((c) => c.agentId === seat.personId);
        if (!call) return { ...seat, call: null };
        const { n, ...own } = call;
        return { ...seat, call: viewCall(own) };
      }),
      asOf: hotline.now(),
    };
  });
}
